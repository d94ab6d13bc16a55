//! The names that consumers show: areas, indicators, units, requirements; from rows of data.

use serde::Serialize;

use crate::Locale;

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

/// Names in `locale`.
#[must_use]
pub fn catalog(_locale: Locale) -> Catalog {
    Catalog {
        catalog_version: VERSION,
        areas: Vec::new(),
        indicators: Vec::new(),
    }
}
