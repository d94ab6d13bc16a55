//! What a quantity measures: label, indicator, scope, change, and the total that it is part of.

mod between;
mod change;
mod cue;
mod frame;
mod indicator;
mod label;
mod pair;
mod part;
mod read;
mod scope;
mod stated;
mod step;
pub(crate) mod table;
mod total;

use std::borrow::Cow;

use serde::Serialize;

pub use crate::indicators::MetricKind;
pub use crate::quantity::bound::Bound;
use crate::{Decimal, Id, Span};
pub(crate) use label::among;
pub use read::metrics;

/// A figure with what it measures.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Metric<'a> {
    /// `m1`, `m2` … in the order of the text.
    pub id: Id,
    /// The number with its scale and unit.
    pub span: Span,
    /// The words of the span, as given.
    pub text: &'a str,
    /// Where it comes from: a sentence, a table, or words that tell a figure (零败诉).
    pub source: Source,
    /// The value in the canonical unit.
    pub value: Decimal,
    /// The upper end of a range whose lower end is `value`.
    pub upper: Option<Decimal>,
    /// The canonical unit: 元 for money, % for shares, pp for percentage points, else the classifier as written; empty where none is.
    pub unit: &'static str,
    /// What kind of figure it is.
    pub kind: MetricKind,
    /// Of a change, which way.
    pub direction: Option<Direction>,
    /// Of a change, against what: `previous_year`, `same_period` or a year.
    pub base: Option<Cow<'static, str>>,
    /// How the text bounds the value.
    pub bound: Bound,
    /// What is measured, in words of the text.
    pub label: Cow<'a, str>,
    /// What was done, where it tells figures apart.
    pub action: Option<Cow<'a, str>>,
    /// Whose or what of, carried from an earlier clause.
    pub subject: Option<Cow<'a, str>>,
    /// The entry of the indicator table that the figure reports.
    pub indicator: Option<&'static str>,
    /// At most two runners-up.
    pub alternatives: Vec<&'static str>,
    /// Whether no second reading was close.
    pub certain: bool,
    /// The words that decided the indicator.
    pub cue: Option<Cue<'a>>,
    /// The area of the indicator, else of the section.
    pub area: Option<&'static str>,
    /// The total that it is part of.
    pub part_of: Option<Id>,
    /// The year that it is about.
    pub year: Option<u16>,
    /// Whose and which year's figure it is.
    pub scope: Scope,
    /// The innermost section that it stands in.
    pub section: Option<Id>,
    /// The sentence that it stands in.
    pub sentence: Span,
}

/// The words that decided an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cue<'a> {
    /// The words.
    pub text: Cow<'a, str>,
    /// Where they stand.
    pub span: Span,
}

/// Where a figure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A sentence.
    Text,
    /// A table.
    Table,
    /// Words that tell a figure: 零败诉, 全部办结.
    Words,
}

/// Which way a change went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// It grew.
    Up,
    /// It fell.
    Down,
}

/// Whose and which year's figure it is; the first that holds, from the bottom up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The report's own, for its year.
    Report,
    /// A running total over several years.
    Since,
    /// Another year's.
    Earlier,
    /// Another place's, level's or organ's.
    Elsewhere,
    /// Planned or required.
    Target,
}
