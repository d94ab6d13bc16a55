//! The shortcomings that a report names, and the plans that take them up.

mod answer;
mod item;

use std::ops::Range;
use std::sync::LazyLock;

use serde::Serialize;

use crate::data;
use crate::indicators;
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
    let items = item::items(reading, &reading.chapters.shortcomings, &reading.chapters.causes);
    let problem = |(i, place): (usize, Range<usize>)| Problem {
        id: Id::new('p', i),
        span: reading.text.span(place.clone()),
        text: reading.text.words(place.clone()).into_owned(),
        area: area(reading, place),
    };
    items.into_iter().enumerate().map(problem).collect()
}

/// Reads the plans, item by item, with the shortcomings that each takes up.
#[must_use]
pub fn plans(reading: &Reading, problems: &[Problem]) -> Vec<Plan> {
    let mut plans: Vec<Plan> = item::items(reading, &reading.chapters.plans, &[])
        .into_iter()
        .enumerate()
        .map(|(i, place)| Plan {
            id: Id::new('n', i),
            span: reading.text.span(place.clone()),
            text: reading.text.words(place.clone()).into_owned(),
            area: area(reading, place),
            answers: Vec::new(),
        })
        .collect();
    answer::answers(problems, &mut plans);
    plans
}

/// Words that name an area in an item, where those of headings do not.
static ITEM_WORDS: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
    let rows = data::rows(include_str!("data/item_words.tsv"));
    rows.filter_map(|mut row| Some((row.next()?, row.next()?.split(' ').collect()))).collect()
});

/// The area that an item's words name, else its first figure's, else that of the section around it.
fn area(reading: &Reading, place: Range<usize>) -> Option<&'static str> {
    let words = &reading.text.folded[place.clone()];
    let span = reading.text.span(place.clone());
    let first = reading.metrics.partition_point(|metric| metric.span.start < span.start);
    let mut inside = reading.metrics[first..].iter().take_while(|metric| metric.span.end <= span.end);
    let figure = inside.find(|metric| metric.indicator.is_some()).and_then(|metric| metric.area);
    let named = || {
        ITEM_WORDS.iter().find(|(_, all)| all.iter().any(|word| words.contains(word))).map(|(area, _)| *area)
    };
    let section = || reading.outline.at(place.start).and_then(|i| reading.outline.sections[i].area);
    indicators::area_of_sentence(words).or(figure).or_else(named).or_else(section)
}
