//! The tables of areas and indicators: what figures of a report can mean.

use std::sync::LazyLock;

use serde::Serialize;

use crate::data;
use crate::words::Trie;

/// What kind of figure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MetricKind {
    /// How many.
    Count,
    /// Money.
    Amount,
    /// A share or a ratio.
    Rate,
    /// A growth or a fall.
    Change,
    /// How long something takes.
    Duration,
}

/// A row of the table of areas.
pub(crate) struct Area {
    pub id: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    heading_words: &'static str,
}

/// The areas, in the order of the 2021–2025 outline.
pub(crate) static AREAS: LazyLock<Vec<Area>> = LazyLock::new(|| {
    let rows = data::rows(data::table!("data/areas.tsv"));
    rows.map(|[id, zh, en, heading_words, ..]| Area { id, zh, en, heading_words }).collect()
});

/// A row of the table of indicators.
#[derive(Debug)]
pub(crate) struct Indicator {
    pub id: &'static str,
    pub area: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    /// The canonical unit.
    pub unit: &'static str,
    /// Other units that it is counted in.
    pub units: Vec<&'static str>,
    pub kind: MetricKind,
    /// `core`, `common` or `rare`.
    pub tier: &'static str,
}

/// The indicators, sorted by id as their rows are.
pub(crate) static INDICATORS: LazyLock<Vec<Indicator>> = LazyLock::new(|| {
    let mut indicators = Vec::new();
    for [id, zh, en, unit, units, kind, tier, ..] in data::rows(data::table!("data/indicators.tsv")) {
        let units = units.split(' ').filter(|unit| *unit != "-").collect();
        let kind = match kind {
            "amount" => MetricKind::Amount,
            "rate" => MetricKind::Rate,
            "change" => MetricKind::Change,
            _ => MetricKind::Count,
        };
        indicators.push(Indicator { id, area: area(id), zh, en, unit, units, kind, tier });
    }
    indicators
});

/// The area that an indicator's id names.
pub(crate) fn area(id: &str) -> &str {
    id.split('.').next().unwrap_or_default()
}

/// An entry of the table.
pub(crate) fn indicator(id: &str) -> Option<&'static Indicator> {
    place(id).map(|i| &INDICATORS[i])
}

/// Where an indicator stands in the table.
pub(crate) fn place(id: &str) -> Option<usize> {
    let table: &[Indicator] = &INDICATORS;
    // Mostly it is the table's own id: then where it stands in memory tells its row.
    let own = table.partition_point(|row| row.id.as_ptr() < id.as_ptr());
    match table.get(own) {
        Some(row) if std::ptr::eq(row.id, id) => Some(own),
        _ => table.binary_search_by_key(&id, |row| row.id).ok(),
    }
}

/// Where an area stands in the table.
pub(crate) fn area_place(id: &str) -> Option<usize> {
    AREAS.iter().position(|area| area.id == id)
}

/// The words of headings, each under the place of its area.
static HEADING_WORDS: LazyLock<Trie> = LazyLock::new(|| {
    let areas = AREAS.iter().zip(0..);
    Trie::numbered(&mut areas.flat_map(|(area, i)| area.heading_words.split(' ').map(move |word| (word, i))))
});

/// Calls `found` with the words of headings that stand in a text.
pub(crate) fn heading_words<'a>(text: &'a str, mut found: impl FnMut(&'a str)) {
    HEADING_WORDS.find(text, |start, end, _| found(&text[start..end]));
}

/// The area that a heading names: that of most characters in its words.
pub(crate) fn area_of_heading(title: &str) -> Option<&'static str> {
    most_named(title, false)
}

/// The area that a sentence is about: as of a heading, but what it names first counts twice, and wins a tie.
pub(crate) fn area_of_sentence(words: &str) -> Option<&'static str> {
    most_named(words, true)
}

fn most_named(words: &str, first_counts: bool) -> Option<&'static str> {
    // Of each area, the bytes of its words and, of two that weigh the same, which of them wins.
    let mut named = vec![(0, 0); AREAS.len()];
    let mut first = None;
    HEADING_WORDS.find(words, |start, end, area| {
        let twice = first_counts && *first.get_or_insert(start) == start;
        let (weight, rank) = &mut named[usize::from(area)];
        *weight += (end - start) << u32::from(twice);
        *rank = (usize::MAX - if first_counts { start } else { area.into() }).max(*rank);
    });
    let best = named.iter().zip(AREAS.iter()).max_by_key(|(named, _)| *named);
    best.filter(|(named, _)| named.0 > 0).map(|(_, area)| area.id)
}
