//! JSON in one line, as every consumer reads it.

use std::io::{self, Write};

use serde::Serialize;

/// Prints a value.
pub fn line(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}
