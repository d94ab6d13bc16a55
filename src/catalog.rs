//! The names that consumers show: areas, indicators, units, requirements; from rows of data.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Serialize;

use crate::Locale;
use crate::data;
use crate::metric::MetricKind;

/// The edition of the indicator table.
pub const VERSION: &str = "2026.11";

/// Names and explanations in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Catalog {
    /// The edition of the indicator table.
    pub catalog_version: &'static str,
    /// The areas.
    pub areas: Vec<NamedArea>,
    /// The indicators.
    pub indicators: Vec<NamedIndicator>,
}

/// An area and its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedArea {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// An indicator and its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedIndicator {
    /// Its id: area, point, name.
    pub id: &'static str,
    /// Its area.
    pub area: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// A row of the table of areas.
struct Area {
    id: &'static str,
    zh: &'static str,
    en: &'static str,
    heading_words: Vec<&'static str>,
}

static AREAS: LazyLock<Vec<Area>> = LazyLock::new(|| {
    data::rows(include_str!("data/areas.tsv"))
        .map(|mut row| {
            let mut next = || row.next().unwrap_or_default();
            Area { id: next(), zh: next(), en: next(), heading_words: next().split(' ').collect() }
        })
        .collect()
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

static INDICATORS: LazyLock<HashMap<&'static str, Indicator>> = LazyLock::new(|| {
    data::rows(include_str!("data/indicators.tsv"))
        .map(|mut row| {
            let mut next = || row.next().unwrap_or_default();
            let (id, zh, en, unit) = (next(), next(), next(), next());
            let units = next().split(' ').filter(|unit| *unit != "-").collect();
            let kind = match next() {
                "amount" => MetricKind::Amount,
                "rate" => MetricKind::Rate,
                "change" => MetricKind::Change,
                _ => MetricKind::Count,
            };
            let area = id.split('.').next().unwrap_or_default();
            let unit = if unit == "大类" { "类" } else { unit };
            (id, Indicator { id, area, zh, en, unit, units, kind, tier: next() })
        })
        .collect()
});

/// An entry of the table.
pub(crate) fn indicator(id: &str) -> Option<&'static Indicator> {
    INDICATORS.get(id)
}

/// The area that a heading names: that of most characters in its words.
pub(crate) fn area_of_heading(title: &str) -> Option<&'static str> {
    let weight = |area: &Area| -> usize {
        area.heading_words.iter().filter(|w| title.contains(**w)).map(|w| w.len()).sum()
    };
    // Of two that weigh the same the first wins.
    AREAS.iter().rev().map(|area| (weight(area), area.id)).filter(|&(w, _)| w > 0).max().map(|(_, id)| id)
}

/// Names in `locale`.
#[must_use]
pub fn catalog(locale: Locale) -> Catalog {
    let areas = AREAS
        .iter()
        .map(|area| NamedArea { id: area.id, name: if locale == Locale::Zh { area.zh } else { area.en } })
        .collect();
    Catalog { catalog_version: VERSION, areas, indicators: Vec::new() }
}
