//! The shortcomings that a report names, and the plans that take them up.

mod answer;
mod item;

use std::ops::Range;

use serde::Serialize;

use crate::data;
use crate::indicators;
use crate::words::{any_in, part};
use crate::{Id, Reading, Span};

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

/// Reads the shortcomings, item by item.
#[must_use]
pub fn problems(reading: &Reading) -> Vec<Problem> {
    let mut problems = Vec::new();
    for place in item::items(reading, &reading.chapters.shortcomings, &reading.chapters.causes) {
        let (span, text, area) = read(reading, place);
        problems.push(Problem { id: Id::new('p', problems.len()), span, text, area });
    }
    problems
}

/// Reads the plans, item by item, with the shortcomings that each takes up.
#[must_use]
pub fn plans(reading: &Reading, problems: &[Problem]) -> Vec<Plan> {
    let mut plans = Vec::new();
    for place in item::items(reading, &reading.chapters.plans, &[]) {
        let (span, text, area) = read(reading, place);
        plans.push(Plan { id: Id::new('n', plans.len()), span, text, area, answers: Vec::new() });
    }
    answer::answers(problems, &mut plans);
    plans
}

/// Where an item stands in the source, its words, its area: the one that the words name, else the first figure's,
/// else that of words which headings do not have, else that of the section around it.
fn read(reading: &Reading, place: Range<usize>) -> (Span, String, Option<&'static str>) {
    let start = place.start;
    let span = reading.text.span(place.clone());
    let words = part(&reading.text.folded, &place);
    let area = indicators::area_of_sentence(words)
        .or_else(|| figure(reading, span))
        .or_else(|| named(words))
        .or_else(|| reading.outline.sections[reading.outline.at(start)?].area);
    (span, reading.text.words(place).into_owned(), area)
}

/// The area of the first figure with an indicator.
fn figure(reading: &Reading, span: Span) -> Option<&'static str> {
    let first = reading.metrics.partition_point(|metric| metric.span.start < span.start);
    let mut inside = reading.metrics[first..].iter().take_while(|metric| metric.span.end <= span.end);
    inside.find(|metric| metric.indicator.is_some())?.area
}

/// The area that words name which headings do not have.
fn named(item: &str) -> Option<&'static str> {
    let mut rows = data::rows(data::table!("data/item_words.tsv"));
    rows.find(|[_, words, ..]| any_in(item, words)).map(|[area, ..]| area)
}
