//! A place in the text: bytes inside the crate, what the caller counts in once it leaves it.

use serde::Serialize;

/// A half-open place `start..end` in the text as given.
///
/// Inside the crate it counts UTF-8 bytes; [`crate::Report`] leaves with the unit that
/// [`crate::OffsetUnit`] names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// Where it begins.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`, both in bytes.
    ///
    /// Texts are limited to 4 GiB by [`crate::Error::TooLarge`], so that a `u32` holds every offset.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// The words that this span stands for.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    /// Whether the two have a place in common.
    #[must_use]
    pub fn touches(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
