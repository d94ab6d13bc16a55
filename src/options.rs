//! What a caller may ask for, and what cannot be read.

use std::fmt;

use serde::Serialize;

use crate::text::OffsetUnit;
use crate::words::Stretch;

/// What a caller may ask for; every field has a default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Options {
    /// What offsets count.
    pub offsets: OffsetUnit,
    /// The language of messages and of the brief.
    pub locale: Locale,
    /// How many sentences the summary holds at most.
    pub summary_sentences: u32,
    /// The longest text read, in UTF-16 code units.
    pub max_length: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            offsets: OffsetUnit::default(),
            locale: Locale::default(),
            summary_sentences: 8,
            max_length: 16_777_216,
        }
    }
}

/// A language of names and messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Locale {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Locale {
    /// The language of this name: `zh`, `en`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// Why a text was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// Longer than [`Options::max_length`].
    TooLarge,
    /// Binary: it holds NUL, or many characters that could not be decoded.
    NotText,
}

impl Error {
    /// The stable name that programs test.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "too_large",
            Self::NotText => "not_text",
        }
    }

    /// One plain sentence.
    #[must_use]
    pub const fn message(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::TooLarge, Locale::Zh) => "文本太长，超出可读取的长度。",
            (Self::TooLarge, Locale::En) => "The text is longer than can be read.",
            (Self::NotText, Locale::Zh) => "这不是文本：含有空字符或大量无法识别的字符。",
            (Self::NotText, Locale::En) => {
                "This is not text: it holds NUL or many characters that could not be decoded."
            }
        }
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
    if source.has('\0') {
        return Err(Error::NotText);
    }
    let undecodable = source.matches('\u{fffd}').count();
    if undecodable > 8 && undecodable * 20 > source.chars().count() {
        return Err(Error::NotText);
    }
    Ok(())
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message(Locale::En))
    }
}

impl std::error::Error for Error {}
