//! Rows of data: open sets live in `src/data/*.tsv`, one row a line, fields split by tabs.

/// The rows of a table: its lines but empty ones and `#` comments, split at their tabs; fields that a row lacks
/// are empty.
pub fn rows(table: &'static str) -> impl Iterator<Item = [&'static str; 8]> {
    lines(table).map(fields)
}

fn fields(line: &'static str) -> [&'static str; 8] {
    let mut fields = [""; 8];
    for (field, own) in fields.iter_mut().zip(line.split('\t')) {
        *field = own;
    }
    fields
}

/// The lines of a table but empty ones and `#` comments.
pub fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}
