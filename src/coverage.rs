//! What a report covers, and what it lacks: areas, core indicators, the contents that the rules ask for.

mod leader;
mod status;

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use crate::data;
use crate::indicators::{AREAS, INDICATORS};
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

/// Core indicators that a kind of body has no figures on: kind and indicator.
static NOT_HELD: LazyLock<FxHashSet<(&str, &str)>> = LazyLock::new(|| {
    data::rows(include_str!("data/not_held.tsv"))
        .filter_map(|mut row| Some((row.next()?, row.next()?)))
        .collect()
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
        indicators: indicators(reading, is_report),
        requirements: if is_report { status::statuses(reading) } else { Vec::new() },
    }
}

fn areas(reading: &Reading) -> Vec<AreaCoverage> {
    let mut characters: FxHashMap<&str, u32> = FxHashMap::default();
    let outline = &reading.outline;
    for (i, place) in outline.places.iter().enumerate() {
        let end = outline.places.get(i + 1).map_or(reading.text.folded.len(), |next| next.start);
        if let Some(area) = outline.sections[i].area {
            *characters.entry(area).or_default() += reading.text.characters_in(place.start..end);
        }
    }
    let mut metrics: FxHashMap<&str, (u32, FxHashSet<&str>)> = FxHashMap::default();
    for metric in &reading.metrics {
        if let Some(area) = metric.area {
            let (count, indicators) = metrics.entry(area).or_default();
            *count += 1;
            indicators.extend(metric.indicator);
        }
    }
    let of_area = |id| AreaCoverage {
        id,
        metrics: metrics.get(id).map_or(0, |(count, _)| *count),
        indicators: metrics.get(id).map_or(0, |(_, indicators)| indicators.len() as u32),
        characters: characters.get(id).copied().unwrap_or(0),
    };
    AREAS.iter().map(|area| of_area(area.id)).collect()
}

/// Whether a figure is the report's own, for its year or up to it.
fn is_own(metric: &Metric) -> bool {
    matches!(metric.scope, Scope::Report | Scope::Since)
}

fn indicators(reading: &Reading, is_report: bool) -> IndicatorCoverage {
    let told: FxHashSet<&str> = reading
        .metrics
        .iter()
        .filter(|metric| is_own(metric))
        .filter_map(|metric| metric.indicator)
        .collect();
    let kind = reading.identity.kind.map_or("government", |kind| kind.name());
    let mut coverage = IndicatorCoverage::default();
    for indicator in INDICATORS.iter().filter(|indicator| indicator.tier == "core") {
        if told.contains(indicator.id) {
            coverage.given.push(indicator.id);
        } else if is_report && !NOT_HELD.contains(&(kind, indicator.id)) {
            coverage.lacking.push(indicator.id);
        }
    }
    coverage
}
