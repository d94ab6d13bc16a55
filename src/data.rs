//! Rows of data: open sets live in `src/data/*.tsv`, one row a line, fields split by tabs.

/// The rows of a table: its lines but empty ones and `#` comments, each split at its tabs.
pub fn rows(table: &'static str) -> impl Iterator<Item = impl Iterator<Item = &'static str>> {
    lines(table).map(|line| line.split('\t'))
}

/// The lines of a table but empty ones and `#` comments.
pub fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}
