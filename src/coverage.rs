//! What a report covers, and what it lacks: areas, core indicators, the contents that the rules ask for.

mod leader;
mod status;

use std::sync::LazyLock;

use serde::Serialize;

use crate::data;
use crate::indicators::{self, AREAS, INDICATORS};
use crate::metric::{Metric, Scope};
use crate::{Reading, Span};

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

/// Core indicators that a kind of body has no figures on: kind and indicator, sorted as their rows are.
static NOT_HELD: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let rows = data::rows(include_str!("data/not_held.tsv"));
    rows.filter_map(|mut row| Some((row.next()?, row.next()?))).collect()
});

/// Reads what the report covers.
#[must_use]
pub fn coverage(reading: &Reading) -> Coverage {
    if reading.text.paragraphs.is_empty() {
        return Coverage::default();
    }
    // A sentence or a table alone owes nobody anything.
    let is_report = !reading.outline.sections.is_empty() || reading.identity.year.is_some();
    Coverage {
        areas: areas(reading),
        indicators: core(reading, is_report),
        requirements: if is_report { status::statuses(reading) } else { Vec::new() },
    }
}

fn areas(reading: &Reading) -> Vec<AreaCoverage> {
    let mut areas: Vec<AreaCoverage> = AREAS
        .iter()
        .map(|area| AreaCoverage { id: area.id, metrics: 0, indicators: 0, characters: 0 })
        .collect();
    let outline = &reading.outline;
    for (i, heading) in outline.places.iter().enumerate() {
        let end = outline.places.get(i + 1).map_or(reading.text.folded.len(), |next| next.start);
        if let Some(area) = outline.sections[i].area.and_then(indicators::area_place) {
            areas[area].characters += reading.text.characters_in(heading.start..end);
        }
    }
    let mut told = vec![false; INDICATORS.len()];
    for metric in &reading.metrics {
        let Some(area) = metric.area.and_then(indicators::area_place) else { continue };
        areas[area].metrics += 1;
        if let Some(indicator) = metric.indicator.and_then(indicators::place) {
            areas[area].indicators += u32::from(!told[indicator]);
            told[indicator] = true;
        }
    }
    areas
}

/// Whether a figure is the report's own, for its year or up to it.
fn is_own(metric: &Metric) -> bool {
    matches!(metric.scope, Scope::Report | Scope::Since)
}

fn core(reading: &Reading, is_report: bool) -> IndicatorCoverage {
    let mut told = vec![false; INDICATORS.len()];
    for metric in reading.metrics.iter().filter(|metric| is_own(metric)) {
        if let Some(indicator) = metric.indicator.and_then(indicators::place) {
            told[indicator] = true;
        }
    }
    let kind = reading.identity.kind.map_or("government", |kind| kind.name());
    let mut coverage = IndicatorCoverage::default();
    for (indicator, told) in INDICATORS.iter().zip(told).filter(|(indicator, _)| indicator.tier == "core") {
        if told {
            coverage.given.push(indicator.id);
        } else if is_report && NOT_HELD.binary_search(&(kind, indicator.id)).is_err() {
            coverage.lacking.push(indicator.id);
        }
    }
    coverage
}
