//! Units and classifiers, from rows of data.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::data;

/// What a unit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// Things, by their classifier.
    Count,
    /// Money.
    Amount,
    /// A share.
    Rate,
    /// Percentage points.
    Points,
    /// Time.
    Duration,
}

/// A unit as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// As written.
    pub surface: &'static str,
    /// As given out.
    pub canonical: &'static str,
    /// What it counts.
    pub kind: UnitKind,
    /// The power of ten that leads to the canonical unit.
    pub power: i8,
    /// Whether it counts only behind Arabic digits: 一把手, 十分, 四面 are words.
    pub digits_only: bool,
    /// What behind it makes another word of it: 期间, 条例.
    words: Vec<&'static str>,
}

/// Units by their first character, longer ones first.
static UNITS: LazyLock<FxHashMap<char, Vec<Unit>>> = LazyLock::new(|| {
    let mut units: FxHashMap<char, Vec<Unit>> = FxHashMap::default();
    for mut row in data::rows(include_str!("../data/units.tsv")) {
        let mut next = || row.next().unwrap_or_default();
        let (surface, canonical) = (next(), next());
        let kind = match next() {
            "amount" => UnitKind::Amount,
            "rate" => UnitKind::Rate,
            "points" => UnitKind::Points,
            "duration" => UnitKind::Duration,
            _ => UnitKind::Count,
        };
        let unit = Unit {
            surface,
            canonical,
            kind,
            power: next().parse().unwrap_or(0),
            digits_only: next() == "digits",
            words: next().split(' ').filter(|word| *word != "-").collect(),
        };
        if let Some(first) = surface.chars().next() {
            units.entry(first).or_default().push(unit);
        }
    }
    for units in units.values_mut() {
        units.sort_by_key(|unit| std::cmp::Reverse(unit.surface.len()));
    }
    units
});

/// The canonical units, each once, in the order of their code points.
pub fn canonical() -> BTreeMap<&'static str, UnitKind> {
    UNITS.values().flatten().map(|unit| (unit.canonical, unit.kind)).collect()
}

/// The canonical units by their numbers; the first is none.
static NUMBERS: LazyLock<FxHashMap<&'static str, u16>> = LazyLock::new(|| numbered().zip(0..).collect());

/// The canonical units in the order of their numbers; the first is none.
pub fn numbered() -> impl Iterator<Item = &'static str> {
    std::iter::once("").chain(canonical().into_keys())
}

/// The number of a canonical unit.
#[must_use]
pub fn number(canonical: &str) -> u16 {
    NUMBERS.get(canonical).copied().unwrap_or(0)
}

/// The longest unit at the start of `text`.
#[must_use]
pub fn unit(text: &str) -> Option<&'static Unit> {
    let units = UNITS.get(&text.chars().next()?)?;
    let unit = units.iter().find(|unit| text.starts_with(unit.surface))?;
    let behind = &text[unit.surface.len()..];
    (!unit.words.iter().any(|word| behind.starts_with(word))).then_some(unit)
}
