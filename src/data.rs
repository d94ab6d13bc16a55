//! Rows of data: open sets live in `src/data/*.tsv`, one row a line, fields split by tabs.

/// The rows of a table: its lines but empty ones and `#` comments, each split at its tabs.
pub fn rows(table: &'static str) -> impl Iterator<Item = impl Iterator<Item = &'static str>> {
    lines(table).map(|line| line.split('\t'))
}

/// The lines of a table but empty ones and `#` comments.
pub fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Calls `found` with the fields of every row of a table; those that a row lacks are empty. Compiled once for all
/// tables.
pub fn each(table: &'static str, found: &mut dyn FnMut([&'static str; 8])) {
    for line in lines(table) {
        let mut fields = [""; 8];
        for (field, own) in fields.iter_mut().zip(line.split('\t')) {
            *field = own;
        }
        found(fields);
    }
}
