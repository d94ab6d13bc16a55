//! The report that comes back: the only serialised type, in the shape that every consumer reads.
//!
//! Keys are camelCase, absent values are `null`, lists are never `null`. Enums are open: a reader
//! must bear a value that a later version adds.

use serde::Serialize;

use crate::audit::{Audit, Confirmed, Finding, audit};
use crate::catalog;
use crate::coverage::{self, Coverage};
use crate::document::Document;
use crate::identity::Identity;
use crate::metric::Metric;
use crate::outline::Section;
use crate::problem::{self, Plan, Problem};
use crate::requirement::REQUIREMENTS;
use crate::substance::{self, Substance};
use crate::summary::{self, Summary};
use crate::text::{OffsetUnit, Offsets};
use crate::{Locale, Options, Reading, Span};

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
    /// How much it says.
    pub substance: Substance,
}

impl<'a> Report<'a> {
    /// Checks and joins what was read; its spans still count bytes.
    #[must_use]
    pub fn new(reading: Reading<'a>, options: &Options) -> Self {
        let Audit { findings, confirmed } = audit(&reading, options.locale);
        let coverage = coverage::coverage(&reading);
        let problems = problem::problems(&reading);
        let plans = problem::plans(&reading, &problems);
        let summary = summary::summary(&reading, options, &lacking(&coverage, options.locale));
        let substance = substance::substance(&reading);
        let Reading { text, outline, metrics, documents, identity, .. } = reading;
        Self {
            schema_version: SCHEMA_VERSION,
            catalog_version: catalog::VERSION,
            identity,
            text: TextFacts {
                length: text.source.len() as u32,
                characters: text.characters,
                sentences: text.sentences.len() as u32,
                substance,
            },
            sections: outline.sections,
            metrics,
            documents,
            findings,
            confirmed,
            coverage,
            problems,
            plans,
            summary,
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

/// The names of the mandated contents that are missing.
fn lacking(coverage: &Coverage, locale: Locale) -> Vec<&'static str> {
    let missing = |id: &str| coverage.requirements.iter().any(|own| own.id == id && own.status == "missing");
    let mandated = REQUIREMENTS.iter().filter(|requirement| requirement.level == "mandated");
    mandated
        .filter(|requirement| missing(requirement.id))
        .map(|requirement| if locale == Locale::Zh { requirement.zh } else { requirement.en })
        .collect()
}
