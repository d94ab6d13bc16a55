//! The text: folded to one form for reading, with the way back to the words as given.

use serde::{Deserialize, Serialize};

use crate::{Error, Options, Span};

/// What offsets count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// A text as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<'a> {
    /// The words as given.
    pub source: &'a str,
    /// The sentences.
    pub sentences: Vec<Span>,
}

impl Text<'_> {
    /// Code points but white space.
    #[must_use]
    pub fn characters(&self) -> u32 {
        self.source.chars().filter(|c| !c.is_whitespace()).count() as u32
    }
}

/// Folds a text.
#[must_use]
pub fn text(source: &str) -> Text<'_> {
    Text {
        source,
        sentences: Vec::new(),
    }
}

/// Refuses what cannot be read.
///
/// # Errors
/// As [`crate::analyze`].
pub fn check(source: &str, options: &Options) -> Result<(), Error> {
    // A UTF-16 code unit takes one byte at least and three at most.
    let limit = options.max_length as usize;
    if source.len() > limit && source.encode_utf16().take(limit + 1).count() > limit {
        return Err(Error::TooLarge);
    }
    if source.contains('\0') {
        return Err(Error::NotText);
    }
    let undecodable = source.matches('\u{fffd}').count();
    if undecodable > 8 && undecodable * 20 > source.chars().count() {
        return Err(Error::NotText);
    }
    Ok(())
}

/// Bytes of a text counted in another unit.
#[derive(Debug)]
pub struct Offsets<'a> {
    source: &'a str,
    unit: OffsetUnit,
    /// The count before every block of [`BLOCK`] bytes.
    blocks: Vec<u32>,
}

const BLOCK: usize = 256;

fn units(bytes: &[u8], unit: OffsetUnit) -> u32 {
    // Every code point has one lead byte; one of four bytes takes two UTF-16 units.
    let lead = |b: u8| u32::from(!(0x80..0xC0).contains(&b));
    match unit {
        OffsetUnit::Utf8 => bytes.len() as u32,
        OffsetUnit::Utf32 => bytes.iter().map(|&b| lead(b)).sum(),
        OffsetUnit::Utf16 => bytes.iter().map(|&b| lead(b) + u32::from(b >= 0xF0)).sum(),
    }
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
        Self {
            source,
            unit,
            blocks,
        }
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
        Span {
            start: self.at(span.start),
            end: self.at(span.end),
        }
    }
}
