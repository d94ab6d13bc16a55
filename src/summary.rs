//! The report in short: the figures to show first, the sentences that say most, and one paragraph.

mod brief;
mod headline;
mod sentence;

use serde::Serialize;

use crate::{Decimal, Id, Options, Reading, Span};

/// The report in short.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Summary {
    /// The figures to show first.
    pub headline: Vec<Id>,
    /// The sentences that say most.
    pub sentences: Vec<SummarySentence>,
    /// One paragraph made of the above.
    pub brief: String,
}

/// A sentence of the report chosen for the summary.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SummarySentence {
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// How much it says, 0 to 1.
    pub score: Decimal,
}

/// Makes the summary; `lacking` are the names of the mandated contents that the report lacks.
#[must_use]
pub fn summary(reading: &Reading, options: &Options, lacking: &[&str]) -> Summary {
    let headline = headline::headline(reading);
    let brief = brief::brief(reading, &headline, lacking, options.locale);
    Summary { sentences: sentence::sentences(reading, options.summary_sentences), headline, brief }
}
