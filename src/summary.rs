//! The report in short: the figures to show first, the sentences that say most, and one paragraph.

mod brief;
mod headline;
mod sentence;

use serde::Serialize;

use crate::indicators;
use crate::metric::Metric;
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

/// Where the indicator of a figure and its area stand in their tables.
struct Told {
    indicator: usize,
    area: usize,
}

/// Makes the summary; `lacking` are the names of the mandated contents that the report lacks.
#[must_use]
pub fn summary(reading: &Reading, options: &Options, lacking: &[&str]) -> Summary {
    let told = |metric: &Metric| {
        Some(Told {
            indicator: indicators::place(metric.indicator?)?,
            area: indicators::area_place(metric.area?)?,
        })
    };
    let told: Vec<Option<Told>> = reading.metrics.iter().map(told).collect();
    let headline = headline::headline(reading, &told);
    let brief = brief::brief(reading, &told, &headline, lacking, options.locale);
    let sentences = sentence::sentences(reading, &told, options.summary_sentences as usize);
    Summary { headline, sentences, brief }
}
