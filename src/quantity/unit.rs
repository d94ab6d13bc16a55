//! Units and classifiers, from rows of data.

use std::sync::LazyLock;

use serde::Serialize;

use crate::data;
use crate::words::{Numbers, Trie};

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

/// The rows of the table.
static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| {
    data::rows(data::table!("../data/units.tsv"))
        .map(|[surface, canonical, kind, power, digits, words, ..]| {
            let kind = match kind {
                "amount" => UnitKind::Amount,
                "rate" => UnitKind::Rate,
                "points" => UnitKind::Points,
                "duration" => UnitKind::Duration,
                _ => UnitKind::Count,
            };
            Unit {
                surface,
                canonical,
                kind,
                power: power.parse().unwrap_or(0),
                digits_only: digits == "digits",
                words: words.split(' ').filter(|word| *word != "-").collect(),
            }
        })
        .collect()
});

static SURFACES: LazyLock<Trie> =
    LazyLock::new(|| Trie::numbered(&mut UNITS.iter().map(|unit| unit.surface).zip(0..)));

/// The canonical units, each once and with what it counts; the first is none.
static CANONICAL: LazyLock<Vec<(&'static str, UnitKind)>> = LazyLock::new(|| {
    let mut canonical = vec![("", UnitKind::Count)];
    for unit in UNITS.iter() {
        if !canonical.iter().any(|(known, _)| *known == unit.canonical) {
            canonical.push((unit.canonical, unit.kind));
        }
    }
    canonical
});

/// The canonical units, each once.
pub fn canonical() -> impl Iterator<Item = (&'static str, UnitKind)> {
    CANONICAL.iter().skip(1).copied()
}

/// The canonical units and none by their numbers.
static NUMBERS: LazyLock<Numbers> = LazyLock::new(|| {
    let mut numbers = Numbers::default();
    for (unit, _) in CANONICAL.iter() {
        numbers.add(unit);
    }
    numbers
});

/// The canonical units in the order of their numbers; the first is none.
pub fn numbered() -> impl Iterator<Item = &'static str> {
    CANONICAL.iter().map(|(unit, _)| *unit)
}

/// The number of a canonical unit.
#[must_use]
pub fn number(canonical: &str) -> usize {
    NUMBERS.get(canonical).unwrap_or(0)
}

/// The longest unit at the start of `text`.
#[must_use]
pub fn unit(text: &str) -> Option<&'static Unit> {
    let (mut len, number) = SURFACES.longest(text)?;
    let mut unit = &UNITS[usize::from(number)];
    // 8562件|人民调解纠纷: the unit within, where what follows takes the end of it.
    while unit.words.iter().any(|word| text[len..].starts_with(word)) && !is_aim(unit, &text[len..]) {
        let shorter = len - unit.surface.chars().next_back().map_or(len, char::len_utf8);
        let number;
        (len, number) = SURFACES.longest(&text[..shorter])?;
        unit = &UNITS[usize::from(number)];
    }
    Some(unit)
}

/// 380项|目标任务, but 3项目.
fn is_aim(unit: &Unit, behind: &str) -> bool {
    unit.surface == "项" && behind.starts_with("目标")
}
