//! Fachi reads Chinese yearly reports on building a government under law: every figure with what
//! it measures and where it stands, the breakdowns, the documents, the outline, the identity; what
//! does not add up, what is missing, and the whole in short.
//!
//! ```text
//! &str → text → outline → chapters → quantities → metrics ─┐
//!             └→ documents, identity ──────────────────────┴→ audit, coverage, problems, summary → report → (wasm | cli)
//! ```
//!
//! Each stage is one public function from values to a value, and imports only from its left.
//!
//! ```
//! let report = fachi::analyze("全年办理公证1874件。", &fachi::Options::default())?;
//! assert_eq!(report.metrics[0].indicator, Some("society.notarisations"));
//! # Ok::<(), fachi::Error>(())
//! ```
#![forbid(unsafe_code)]

pub mod audit;
pub mod catalog;
pub mod chapter;
pub mod coverage;
mod data;
mod decimal;
pub mod document;
mod fold;
mod id;
pub mod identity;
pub mod indicators;
#[cfg(any(test, feature = "wasm"))]
mod json;
mod mark;
pub mod metric;
mod number;
mod options;
mod order;
pub mod outline;
pub mod problem;
pub mod quantity;
pub mod report;
mod requirement;
mod span;
mod stock;
pub mod substance;
pub mod summary;
pub mod text;
#[cfg(feature = "wasm")]
mod wasm;
mod words;

pub use decimal::Decimal;
pub use id::Id;
pub use options::{Error, Locale, Options};
pub use report::Report;
pub use span::Span;
pub use text::OffsetUnit;

/// All that the stages read from one text.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<'a> {
    /// The text, folded.
    pub text: text::Text<'a>,
    /// Its headings.
    pub outline: outline::Outline,
    /// Its figures.
    pub metrics: Vec<metric::Metric<'a>>,
    /// Its titles.
    pub documents: Vec<document::Document>,
    /// Whose report it is.
    pub identity: identity::Identity,
    /// Where it tells shortcomings, causes and plans.
    pub chapters: chapter::Chapters,
}

/// Reads one report.
///
/// # Errors
/// [`Error::TooLarge`] beyond [`Options::max_length`], [`Error::NotText`] for binary input. A text
/// that is no report is no error: its lists are empty and its identity is null.
pub fn analyze<'a>(source: &'a str, options: &Options) -> Result<Report<'a>, Error> {
    options::check(source, options)?;
    Ok(Report::new(read(source), options).in_unit(source, options.offsets))
}

/// Runs the stages; spans count bytes.
#[must_use]
pub fn read(source: &str) -> Reading<'_> {
    let text = text::text(source);
    let outline = outline::outline(&text);
    let documents = document::documents(&text);
    let identity = identity::identity(&text, &outline);
    let quantities = quantity::quantities(&text);
    let chapters = chapter::Chapters::new(&text, &outline, identity.year);
    let metrics = metric::metrics(&text, &outline, &chapters, &quantities, &identity);
    Reading { text, outline, metrics, documents, identity, chapters }
}
