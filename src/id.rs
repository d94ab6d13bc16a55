//! Short names for the things in one report.

use std::fmt;

use serde::{Serialize, Serializer};

/// A short name, stable within one report: `m10`, `s4`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct Id {
    kind: char,
    number: u32,
}

impl Id {
    /// The id of the `index`th (from 0) thing of this kind.
    #[must_use]
    pub fn new(kind: char, index: usize) -> Self {
        Self { kind, number: index as u32 + 1 }
    }

    /// Which of its kind it is, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.number as usize - 1
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.kind, self.number)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
