//! Titles: the laws, documents and works that a report names in 《》.

use serde::Serialize;

use crate::Span;
use crate::report::Id;
use crate::text::Text;

/// A title and where it is mentioned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// `d1`, `d2` … in the order of the first mention.
    pub id: Id,
    /// The title without 《》, mended where foreign words were put in.
    pub title: String,
    /// The title as given, where it was mended.
    pub raw_title: Option<String>,
    /// Every mention, 《》 included.
    pub spans: Vec<Span>,
    /// What kind of thing it names.
    #[serde(rename = "type")]
    pub kind: Option<DocumentKind>,
    /// What the report did with it: 印发, 贯彻 …
    pub act: Option<String>,
    /// Whose it is.
    pub origin: Option<Origin>,
    /// Its number: 国发〔2021〕33号.
    pub number: Option<String>,
}

/// What kind of thing a title names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A law, a regulation, a rule.
    Law,
    /// A plan, a list, a notice, a policy.
    Document,
    /// A film, a song, a book, a programme.
    Work,
    /// A licence, a certificate.
    Certificate,
}

/// Whose a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The reporting body's.
    Own,
    /// A higher level's.
    Superior,
    /// Somebody else's.
    Other,
}

/// Finds the titles.
#[must_use]
pub fn documents(_text: &Text) -> Vec<Document> {
    Vec::new()
}
