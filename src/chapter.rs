//! Chapters that are no account of the year: where the report tells its shortcomings, their causes, its plans.
//!
//! A chapter has a heading of its own, or opens inside a paragraph with words that nobody uses elsewhere.

mod cause;
mod plan;
mod shortcoming;

use std::ops::Range;

use crate::mark::mark;
use crate::order::sort_by;
use crate::outline::Outline;
use crate::requirement;
use crate::text::Text;
use crate::words::{Stretch, Words};

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
        let headings: Vec<_> =
            outline.places.iter().map(|place| Heading::new(&text.folded[place.clone()])).collect();
        let plans = plan::plans(text, outline, &headings, year);
        let shortcomings = shortcoming::shortcomings(text, outline, &headings, &plans);
        let causes = cause::causes(text, outline, &headings, &shortcomings);
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

/// Chapters in order; those that overlap are joined: then a place is looked up at once.
fn merged(mut chapters: Vec<Chapter>) -> Vec<Chapter> {
    sort_by(&mut chapters, |chapter| chapter.place.start as u64);
    chapters.dedup_by(|next, last| {
        let joined = next.place.start <= last.place.end;
        if joined {
            last.place.end = last.place.end.max(next.place.end);
            last.section = last.section.or(next.section);
        }
        joined
    });
    chapters
}

/// What a heading announces: among its words, or by them alone.
struct Heading<'a> {
    /// Its words without the mark.
    title: &'a str,
    shortcomings: bool,
    causes: bool,
    plans: bool,
}

impl<'a> Heading<'a> {
    fn new(words: &'a str) -> Self {
        let title = &words[mark(words).map_or(0, |mark| mark.len)..];
        let mut heading = Self { title, shortcomings: false, causes: false, plans: false };
        // Words that tell a content alone tell it only where the first of them are all of the title.
        let mut line = None;
        requirement::each(title, &mut |pattern, first| {
            let told = match requirement::REQUIREMENTS[pattern.number].id {
                "shortcomings" => &mut heading.shortcomings,
                "causes" => &mut heading.causes,
                "next_year_plan" => &mut heading.plans,
                _ => return,
            };
            if !matches!(pattern.place, "heading" | "line") {
                return;
            }
            if let Some(end) = pattern.end(title, &first) {
                *told |= pattern.place == "heading" || *line.get_or_insert(end - first.start) == title.len();
            }
        });
        heading
    }
}

/// Whether words tell what somebody will do: 将 with an object (将法治建设纳入考核) tells what was done.
#[must_use]
pub fn is_to_come(words: &str) -> bool {
    static OBJECT: Words = Words::new(
        "纳入 作为 融入 列入 放在 摆在 贯穿 落到 落实到 转化 予以 公布如下 报告如下 汇报如下 报送",
    );
    let at = words.find('将');
    let clause = at.map(|at| words[..at].behind_any(",。;").len()).zip(at);
    let clause = clause.map(|(before, at)| &words[at - before..at + words[at..].up_to_any(",。;").len()]);
    clause.is_some_and(|clause| !OBJECT.stand_in(clause))
}

/// The paragraph of a place, by its number.
fn paragraph(text: &Text, place: usize) -> usize {
    text.paragraphs.partition_point(|paragraph| paragraph.end <= place)
}
