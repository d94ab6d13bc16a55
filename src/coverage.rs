//! What a report covers, and what it lacks: areas, core indicators, the contents that the rules ask for.

mod leader;
mod status;

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

/// Reads what the report covers.
#[must_use]
pub fn coverage(reading: &Reading) -> Coverage {
    let mut coverage = Coverage::default();
    if reading.text.paragraphs.is_empty() {
        return coverage;
    }
    for area in &*AREAS {
        coverage.areas.push(AreaCoverage { id: area.id, metrics: 0, indicators: 0, characters: 0 });
    }
    let outline = &reading.outline;
    for (i, heading) in outline.places.iter().enumerate() {
        let end = outline.places.get(i + 1).map_or(reading.text.folded.len(), |next| next.start);
        if let Some(area) = outline.sections[i].area.and_then(indicators::area_place) {
            coverage.areas[area].characters += reading.text.characters_in(heading.start..end);
        }
    }
    let own = figures(reading, &mut coverage.areas);
    // A sentence or a table alone owes nobody anything.
    let is_report = !outline.sections.is_empty() || reading.identity.year.is_some();
    let not_held = not_held(reading.identity.kind.map_or("government", |kind| kind.name()));
    for (indicator, own) in INDICATORS.iter().zip(own).filter(|(indicator, _)| indicator.tier == "core") {
        if own {
            coverage.indicators.given.push(indicator.id);
        } else if is_report && !not_held.contains(&indicator.id) {
            coverage.indicators.lacking.push(indicator.id);
        }
    }
    if is_report {
        coverage.requirements = status::statuses(reading);
    }
    coverage
}

/// Counts figures and indicators with their areas; tells of which indicators the report has figures of its own.
fn figures(reading: &Reading, areas: &mut [AreaCoverage]) -> Vec<bool> {
    let (mut told, mut own) = (vec![false; INDICATORS.len()], vec![false; INDICATORS.len()]);
    for metric in &reading.metrics {
        let area = metric.area.and_then(indicators::area_place).map(|area| &mut areas[area]);
        let indicator = metric.indicator.and_then(indicators::place);
        if let Some(indicator) = indicator {
            own[indicator] |= is_own(metric);
        }
        if let Some(area) = area {
            area.metrics += 1;
            if let Some(told) = indicator.map(|indicator| &mut told[indicator]) {
                area.indicators += u32::from(!*told);
                *told = true;
            }
        }
    }
    own
}

/// Whether a figure is the report's own, for its year or up to it.
fn is_own(metric: &Metric) -> bool {
    matches!(metric.scope, Scope::Report | Scope::Since)
}

/// The core indicators that a kind of body has no figures on.
fn not_held(kind: &str) -> Vec<&'static str> {
    let rows = data::lines(data::table!("data/not_held.tsv"));
    rows.filter_map(|row| row.strip_prefix(kind)?.strip_prefix('\t')).collect()
}
