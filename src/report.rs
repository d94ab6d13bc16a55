//! The report that comes back: the only serialised type, in the shape that every consumer reads.
//!
//! Keys are camelCase, absent values are `null`, lists are never `null`. Enums are open: a reader
//! must bear a value that a later version adds.

use serde::Serialize;

use crate::catalog;
use crate::document::Document;
use crate::identity::Identity;
use crate::metric::Metric;
use crate::outline::Section;
use crate::text::{OffsetUnit, Offsets};
use crate::{Decimal, Id, Reading, Span};

/// The shape of [`Report`]; it grows when a key changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// What one report says: every figure with what it measures and where it stands, and the rest.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Report<'a> {
    /// The shape of this value.
    pub schema_version: u32,
    /// The edition of the indicator table; results of two editions are not one series.
    pub catalog_version: &'static str,
    /// Whose report this is, and of which year.
    pub identity: Identity,
    /// How long the text is.
    pub text: TextFacts,
    /// The headings, in the order of the text.
    pub sections: Vec<Section>,
    /// The figures, in the order of the text.
    pub metrics: Vec<Metric<'a>>,
    /// The titles of laws, documents and works, in the order of their first mention.
    pub documents: Vec<Document>,
    /// Slips in the text.
    pub findings: Vec<Finding>,
    /// What does add up.
    pub confirmed: Vec<Confirmed>,
    /// What the report covers, and what it lacks.
    pub coverage: Coverage,
    /// Shortcomings that the report names.
    pub problems: Vec<Problem>,
    /// What the report plans.
    pub plans: Vec<Plan>,
    /// The report in short.
    pub summary: Summary,
}

/// How long a text is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TextFacts {
    /// Its length in the unit that the caller's offsets count.
    pub length: u32,
    /// Code points but white space.
    pub characters: u32,
    /// Sentences: each ends at 。！？!? or with its paragraph.
    pub sentences: u32,
}

/// A slip: what does not add up, does not fit, or does not belong.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// `f1`, `f2` …
    pub id: Id,
    /// The code of the rule that found it.
    pub rule: &'static str,
    /// `arithmetic`, `consistency` or `text`.
    pub group: &'static str,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// For the person who mends the text.
    pub message: String,
    /// The figures that it is about.
    pub metrics: Vec<Id>,
    /// The tightest place to mend.
    pub span: Span,
    /// The other places.
    pub related: Vec<Span>,
    /// What the text says.
    pub stated: Option<Decimal>,
    /// What the other figures give.
    pub expected: Option<Decimal>,
    /// Ways to mend it.
    pub fixes: Vec<Fix>,
    /// The same after the text is pasted again: what “ignore” remembers.
    pub key: String,
}

/// One way to mend a slip: put `text` where `span` is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fix {
    /// What to replace.
    pub span: Span,
    /// What to put there.
    pub text: String,
}

/// A relation between figures that holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Confirmed {
    /// The code of the rule that tried it.
    pub rule: &'static str,
    /// The figures that it is about.
    pub metrics: Vec<Id>,
    /// The sum as a person would write it.
    pub expression: String,
}

/// What the report covers, and what it lacks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// Each area of the table with what the report gives on it.
    pub areas: Vec<AreaCoverage>,
    /// The core indicators that fit this kind of report.
    pub indicators: IndicatorCoverage,
    /// The contents that the rules demand or custom expects.
    pub requirements: Vec<RequirementStatus>,
}

/// How much the report gives on one area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AreaCoverage {
    /// The area.
    pub id: &'static str,
    /// Figures in it.
    pub metrics: u32,
    /// Different indicators in it.
    pub indicators: u32,
    /// Code points but white space in its sections.
    pub characters: u32,
}

/// Which core indicators the report gives.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndicatorCoverage {
    /// Those it gives.
    pub given: Vec<&'static str>,
    /// Those it lacks.
    pub lacking: Vec<&'static str>,
}

/// Whether the report has one of the contents asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RequirementStatus {
    /// The requirement.
    pub id: &'static str,
    /// `mandated`, `expected` or `optional`.
    pub level: &'static str,
    /// `met`, `missing`, `unknown` or `not_applicable`.
    pub status: &'static str,
    /// Where it is met.
    pub evidence: Option<Span>,
}

/// A shortcoming that the report names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// `p1`, `p2` …
    pub id: Id,
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// The area that it concerns.
    pub area: Option<&'static str>,
}

/// Something that the report plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// `n1`, `n2` …
    pub id: Id,
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// The area that it concerns.
    pub area: Option<&'static str>,
    /// The problems that it takes up.
    pub answers: Vec<Id>,
}

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

impl<'a> Report<'a> {
    /// Joins what was read; its spans still count bytes.
    #[must_use]
    pub fn new(reading: Reading<'a>) -> Self {
        let Reading { text, outline, metrics, documents, identity, .. } = reading;
        Self {
            schema_version: SCHEMA_VERSION,
            catalog_version: catalog::VERSION,
            identity,
            text: TextFacts {
                length: text.source.len() as u32,
                characters: text.characters,
                sentences: text.sentences.len() as u32,
            },
            sections: outline.sections,
            metrics,
            documents,
            findings: Vec::new(),
            confirmed: Vec::new(),
            coverage: Coverage::default(),
            problems: Vec::new(),
            plans: Vec::new(),
            summary: Summary::default(),
        }
    }

    /// Counts every offset in `unit` instead of bytes of `source`.
    #[must_use]
    pub fn in_unit(mut self, source: &str, unit: OffsetUnit) -> Self {
        let offsets = Offsets::new(source, unit);
        self.each_span(&mut |span| *span = offsets.span(*span));
        self.text.length = offsets.at(self.text.length);
        self
    }

    fn each_span(&mut self, visit: &mut impl FnMut(&mut Span)) {
        self.identity.each_span(visit);
        for section in &mut self.sections {
            visit(&mut section.span);
            visit(&mut section.body);
        }
        for metric in &mut self.metrics {
            visit(&mut metric.span);
            visit(&mut metric.sentence);
            if let Some(cue) = &mut metric.cue {
                visit(&mut cue.span);
            }
        }
        for document in &mut self.documents {
            document.spans.iter_mut().for_each(&mut *visit);
        }
        for finding in &mut self.findings {
            visit(&mut finding.span);
            finding.related.iter_mut().for_each(&mut *visit);
            finding.fixes.iter_mut().for_each(|fix| visit(&mut fix.span));
        }
        for requirement in &mut self.coverage.requirements {
            requirement.evidence.iter_mut().for_each(&mut *visit);
        }
        for problem in &mut self.problems {
            visit(&mut problem.span);
        }
        for plan in &mut self.plans {
            visit(&mut plan.span);
        }
        for sentence in &mut self.summary.sentences {
            visit(&mut sentence.span);
        }
    }
}
