//! Headings: how a report is divided.

use serde::Serialize;

use crate::Span;
use crate::report::Id;
use crate::text::Text;

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// `s1`, `s2` … in the order of the text.
    pub id: Id,
    /// 1 for the outermost.
    pub level: u8,
    /// The mark's number as written: 一, 1, 第一部分 → 一.
    pub ordinal: Option<String>,
    /// The heading with its mark, without the closing stop.
    pub heading: String,
    /// The heading without its mark.
    pub title: String,
    /// Where the heading stands.
    pub span: Span,
    /// From the heading's end to the next heading of the same or a higher level.
    pub body: Span,
    /// The section around it.
    pub parent: Option<Id>,
    /// The area that its title names, else its parent's.
    pub area: Option<&'static str>,
}

/// The headings of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// The sections in the order of the text.
    pub sections: Vec<Section>,
}

/// Finds the headings.
#[must_use]
pub fn outline(_text: &Text) -> Outline {
    Outline::default()
}
