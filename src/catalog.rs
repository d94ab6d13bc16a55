//! The names that consumers show: areas, indicators, units, requirements; from rows of data.

use serde::Serialize;

use crate::Locale;
use crate::audit::{Group, RULES, Rule, Severity};
use crate::indicators::{AREAS, INDICATORS, Indicator, MetricKind};
use crate::quantity::unit::{self, UnitKind};
use crate::requirement::REQUIREMENTS;

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
    /// The indicators, by id.
    pub indicators: Vec<NamedIndicator>,
    /// The units that a figure may have.
    pub units: Vec<NamedUnit>,
    /// The rules that find slips.
    pub rules: Vec<NamedRule>,
    /// The contents that the rules demand or custom expects.
    pub requirements: Vec<NamedRequirement>,
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
    /// The canonical unit.
    pub unit: &'static str,
    /// What kind of figure reports it.
    pub kind: MetricKind,
    /// `core` where most reports give it, else `common` or `rare`.
    pub tier: &'static str,
}

/// A unit as [`crate::metric::Metric::unit`] gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedUnit {
    /// As given.
    pub id: &'static str,
    /// What it counts.
    pub kind: UnitKind,
}

/// A rule that finds slips.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedRule {
    /// Its code.
    pub id: &'static str,
    /// What it flags.
    pub name: &'static str,
    /// What kind of rule it is.
    pub group: Group,
    /// How sure its findings are, where none says otherwise.
    pub severity: Severity,
    /// Why it matters.
    pub why: &'static str,
}

/// A content that a report must or should have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedRequirement {
    /// Its id.
    pub id: &'static str,
    /// `mandated`, `expected` or `optional`.
    pub level: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The rule that asks for it.
    pub basis: &'static str,
    /// The first year whose reports it binds.
    pub from: Option<u16>,
    /// The last year whose reports it binds.
    pub until: Option<u16>,
    /// The kinds of reporting bodies that it binds.
    pub kinds: Vec<&'static str>,
}

/// Names in `locale`.
#[must_use]
pub fn catalog(locale: Locale) -> Catalog {
    let of = |zh: &'static str, en: &'static str| if locale == Locale::Zh { zh } else { en };
    let indicators = INDICATORS
        .iter()
        .map(|&Indicator { id, area, zh, en, unit, kind, tier, .. }| NamedIndicator {
            id,
            area,
            name: of(zh, en),
            unit,
            kind,
            tier,
        })
        .collect();
    Catalog {
        catalog_version: VERSION,
        areas: AREAS.iter().map(|area| NamedArea { id: area.id, name: of(area.zh, area.en) }).collect(),
        indicators,
        units: unit::canonical().map(|(id, kind)| NamedUnit { id, kind }).collect(),
        rules: RULES.iter().map(|rule| named(rule, locale)).collect(),
        requirements: requirements(of),
    }
}

fn named(rule: &Rule, locale: Locale) -> NamedRule {
    let Rule { code, group, severity, name, why, .. } = *rule;
    let of = usize::from(locale == Locale::En);
    NamedRule { id: code, name: name[of], group, severity, why: why[of] }
}

fn requirements(of: impl Fn(&'static str, &'static str) -> &'static str) -> Vec<NamedRequirement> {
    REQUIREMENTS
        .iter()
        .map(|requirement| NamedRequirement {
            id: requirement.id,
            level: requirement.level,
            name: of(requirement.zh, requirement.en),
            basis: requirement.basis,
            from: requirement.years[0],
            until: requirement.years[1],
            kinds: requirement.kinds.split(' ').collect(),
        })
        .collect()
}
