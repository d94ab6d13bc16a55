//! Offsets in the unit that a caller counts in.

use serde::Serialize;

use crate::Span;

/// What offsets count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OffsetUnit {
    /// UTF-16 code units, as JavaScript strings and LSP count.
    #[default]
    Utf16,
    /// Bytes.
    Utf8,
    /// Code points.
    Utf32,
}

impl OffsetUnit {
    /// The unit of this name: `utf16`, `utf8`, `utf32`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "utf16" => Some(Self::Utf16),
            "utf8" => Some(Self::Utf8),
            "utf32" => Some(Self::Utf32),
            _ => None,
        }
    }
}

/// Bytes of a text counted in another unit.
#[derive(Debug)]
pub struct Offsets<'a> {
    source: &'a str,
    unit: OffsetUnit,
    /// The count before every block of [`BLOCK`] bytes.
    blocks: Vec<u32>,
}

const BLOCK: usize = 32;

/// Every code point has one lead byte; one of four bytes takes two UTF-16 units.
fn units(bytes: &[u8], unit: OffsetUnit) -> u32 {
    let astral = unit == OffsetUnit::Utf16;
    if unit == OffsetUnit::Utf8 {
        return bytes.len() as u32;
    }
    // Eight bytes at once, counted by their highest bits: 10… goes on, 11110… leads four bytes.
    let count = |word: u64| {
        let led = !word | word << 1;
        let four = word & word << 1 & word << 2 & word << 3;
        let highest = |bits: u64| (bits & 0x8080_8080_8080_8080).count_ones();
        highest(led) + if astral { highest(four) } else { 0 }
    };
    let (words, rest) = bytes.as_chunks::<8>();
    // What is put behind the rest goes on, and counts nothing.
    let mut last = [0x80; 8];
    last[..rest.len()].copy_from_slice(rest);
    words.iter().chain([&last]).map(|word| count(u64::from_le_bytes(*word))).sum()
}

impl<'a> Offsets<'a> {
    /// Prepares to count offsets of `source` in `unit`.
    #[must_use]
    pub fn new(source: &'a str, unit: OffsetUnit) -> Self {
        let mut blocks = Vec::with_capacity(source.len() / BLOCK + 1);
        let mut count = 0;
        for block in source.as_bytes().chunks(BLOCK) {
            blocks.push(count);
            count += units(block, unit);
        }
        blocks.push(count);
        Self { source, unit, blocks }
    }

    /// The offset of a byte, which must be on a character's boundary.
    #[must_use]
    pub fn at(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        let block = byte / BLOCK;
        self.blocks[block] + units(&self.source.as_bytes()[block * BLOCK..byte], self.unit)
    }

    /// Both ends of a span.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        Span { start: self.at(span.start), end: self.at(span.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_every_unit() {
        let source = "a法𠀀尺".repeat(100);
        let byte = source.rfind('尺').unwrap() as u32;
        for (unit, wanted) in
            [(OffsetUnit::Utf8, 100 * 11 - 3), (OffsetUnit::Utf16, 499), (OffsetUnit::Utf32, 399)]
        {
            assert_eq!(Offsets::new(&source, unit).at(byte), wanted);
        }
    }
}
