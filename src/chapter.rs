//! Chapters that are no account of the year: where the report tells its shortcomings, their causes, its plans.
//!
//! A chapter has a heading of its own, or opens inside a paragraph with words that nobody uses elsewhere.

mod cause;
mod plan;
mod shortcoming;

use std::ops::Range;

use crate::outline::Outline;
use crate::requirement;
use crate::text::Text;

/// A stretch of the text that tells one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Where it stands in the folded text, its heading included.
    pub place: Range<usize>,
    /// The section that its heading opens.
    pub section: Option<usize>,
}

/// The chapters of a text; of one kind none overlaps another, and they are in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chapters {
    /// What is not yet done well.
    pub shortcomings: Vec<Chapter>,
    /// Why: stretches of the shortcomings, or chapters of their own.
    pub causes: Vec<Range<usize>>,
    /// What is planned.
    pub plans: Vec<Chapter>,
}

impl Chapters {
    /// Finds them.
    #[must_use]
    pub fn new(text: &Text, outline: &Outline, year: Option<u16>) -> Self {
        let plans = plan::plans(text, outline, year);
        let shortcomings = shortcoming::shortcomings(text, outline, &plans);
        let causes = cause::causes(text, outline, &shortcomings);
        Self { shortcomings, causes, plans }
    }

    /// Whether a place tells plans.
    #[must_use]
    pub fn plans_hold(&self, place: usize) -> bool {
        hold(&self.plans, place)
    }

    /// Whether a place tells shortcomings or their causes.
    #[must_use]
    pub fn shortcomings_hold(&self, place: usize) -> bool {
        hold(&self.shortcomings, place)
    }

    /// Whether a place tells what was done.
    #[must_use]
    pub fn account_holds(&self, place: usize) -> bool {
        !self.plans_hold(place) && !self.shortcomings_hold(place)
    }
}

fn hold(chapters: &[Chapter], place: usize) -> bool {
    let next = chapters.partition_point(|chapter| chapter.place.start <= place);
    next.checked_sub(1).is_some_and(|i| chapters[i].place.contains(&place))
}

/// Two lists of chapters in order as one; those that overlap are joined: then a place is looked up at once.
fn merged(first: Vec<Chapter>, second: Vec<Chapter>) -> Vec<Chapter> {
    let mut merged: Vec<Chapter> = Vec::with_capacity(first.len() + second.len());
    let mut add =
        |chapter: Chapter| match merged.last_mut().filter(|last| chapter.place.start <= last.place.end) {
            Some(last) => {
                last.place.end = last.place.end.max(chapter.place.end);
                last.section = last.section.or(chapter.section);
            }
            None => merged.push(chapter),
        };
    let mut second = second.into_iter().peekable();
    for chapter in first {
        while let Some(earlier) = second.next_if(|other| other.place.start < chapter.place.start) {
            add(earlier);
        }
        add(chapter);
    }
    second.for_each(add);
    merged
}

/// Whether a heading tells a content: among its words, or by them alone.
fn headed(title: &str, requirement: &str) -> bool {
    requirement::first(title, requirement, "heading").is_some()
        || requirement::first(title, requirement, "line").is_some_and(|words| words.len() == title.len())
}

/// Where a section ends: at the next heading of its level or a higher one.
fn section_end(text: &Text, outline: &Outline, section: usize) -> usize {
    let level = outline.sections[section].level;
    let next = outline.sections[section + 1..].iter().position(|s| s.level <= level);
    next.map_or(text.folded.len(), |k| outline.places[section + 1 + k].start)
}

/// A heading's words without its mark.
fn title<'a>(text: &'a Text, outline: &Outline, section: usize) -> &'a str {
    let heading = &text.folded[outline.places[section].clone()];
    &heading[crate::mark::mark(heading).map_or(0, |mark| mark.len)..]
}

/// The paragraph of a place, by its number.
fn paragraph(text: &Text, place: usize) -> usize {
    text.paragraphs.partition_point(|paragraph| paragraph.end <= place)
}
