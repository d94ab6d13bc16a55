//! Headings: how a report is divided.
//!
//! A heading has a mark (一、 (一) 1. ①) or is a line of well-known words. It stands alone or runs
//! into its paragraph up to the first stop. Levels follow from use: a kind of mark first seen under
//! another is one level deeper, whatever it is elsewhere.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Serialize;

use crate::data;
use crate::indicators;
use crate::mark::{Mark, MarkKind, mark};
use crate::text::Text;
use crate::words::Ends;
use crate::{Id, Span};

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// `s1`, `s2` … in the order of the text.
    pub id: Id,
    /// 1 for the outermost.
    pub level: u8,
    /// The mark's number as written: 一, 3, 二十一.
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
    /// Where their headings stand in the folded text.
    pub places: Vec<Range<usize>>,
    /// The index of each section's parent.
    pub parents: Vec<Option<usize>>,
}

impl Outline {
    /// The innermost section at a folded place: the last whose heading begins before it.
    #[must_use]
    pub fn at(&self, folded: usize) -> Option<usize> {
        self.places.partition_point(|place| place.start <= folded).checked_sub(1)
    }

    /// A section, its parent, its parent's parent …
    pub fn around(&self, index: Option<usize>) -> impl Iterator<Item = &Section> {
        std::iter::successors(index, |&i| self.parents[i]).map(|i| &self.sections[i])
    }
}

/// A heading before its level is known.
struct Found {
    mark: Option<Mark>,
    place: Range<usize>,
}

/// Two lists of headings, each in the order of the text, as one.
fn in_order(first: Vec<Found>, second: Vec<Found>) -> Vec<Found> {
    let mut all = Vec::with_capacity(first.len() + second.len());
    let mut second = second.into_iter().peekable();
    for heading in first {
        while let Some(earlier) = second.next_if(|other| other.place.start < heading.place.start) {
            all.push(earlier);
        }
        all.push(heading);
    }
    all.extend(second);
    all
}

/// One line of its own kind is no heading yet.
const FEWEST_SLOGANS: usize = 3;

/// Lines without a mark that stand as headings stand: short, without a stop, between paragraphs.
fn slogans(text: &Text, found: &[Found]) -> Vec<Found> {
    let Some(first) = found.first().map(|heading| heading.place.start) else { return Vec::new() };
    let words = |i: usize| text.paragraphs.get(i).map(|p| &text.folded[p.clone()]);
    let is_slogan = |i: usize| -> Option<bool> {
        let (line, next) = (words(i)?, words(i + 1)?);
        let previous = words(i.checked_sub(1)?)?;
        let count = line.chars().count();
        let plain = (5..=26).contains(&count)
            && !line.contains(['。', ';', '\t', '!'])
            && !line.ends_with([',', ':', '、'])
            && mark(line).is_none()
            && !counts(line);
        let under = next.chars().count() >= 40 && next.contains('。') && !next.contains('\t');
        let ended = previous.ends_with(['。', '!', ';']) || is_heading(found, &text.paragraphs[i - 1]);
        Some(plain && under && ended && text.paragraphs[i].start > first)
    };
    let known = |i: usize| is_heading(found, &text.paragraphs[i]);
    (0..text.paragraphs.len())
        .filter(|&i| is_slogan(i) == Some(true) && !known(i))
        .map(|i| Found { mark: None, place: text.paragraphs[i].clone() })
        .collect()
}

fn is_heading(found: &[Found], paragraph: &Range<usize>) -> bool {
    found
        .binary_search_by_key(&paragraph.start, |f| f.place.start)
        .is_ok_and(|i| found[i].place == *paragraph)
}

/// Longer than any heading, in characters.
const LONGEST: usize = 50;
/// A heading inside a paragraph has to be plain.
const LONGEST_INSIDE: usize = 32;

/// Finds the headings.
#[must_use]
pub fn outline(text: &Text) -> Outline {
    let mut found = Vec::new();
    for (i, paragraph) in text.paragraphs.iter().enumerate() {
        let next = text.paragraphs.get(i + 1).map(|p| &text.folded[p.clone()]);
        in_paragraph(&text.folded, paragraph, next, &mut found);
    }
    let slogans = slogans(text, &found);
    if slogans.len() >= FEWEST_SLOGANS {
        found = in_order(found, slogans);
    }
    levelled(text, &found)
}

fn in_paragraph(folded: &str, paragraph: &Range<usize>, next: Option<&str>, found: &mut Vec<Found>) {
    let whole = &folded[paragraph.clone()];
    let at = paragraph.start;
    let Some(mark) = mark(whole) else {
        if plain_heading(whole, next) {
            found.push(Found { mark: None, place: paragraph.clone() });
        } else {
            inside(folded, paragraph.clone(), found);
        }
        return;
    };
    let Some(end) = heading_end(whole, mark, LONGEST) else { return };
    found.push(Found { mark: Some(mark), place: at..at + end });
    inside(folded, at + end..paragraph.end, found);
}

/// Headings in the middle of a paragraph, as in text whose line breaks were lost.
fn inside(folded: &str, range: Range<usize>, found: &mut Vec<Found>) {
    let mut flat = false;
    let mut from = range.start;
    while let Some(i) = folded[from..range.end].find(['。', ':', '(']) {
        let at = from + i;
        let c = folded[at..].chars().next().map_or(1, char::len_utf8);
        let after = if folded[at..].starts_with('(') { at } else { at + c };
        from = at + c;
        let behind_heading = found.last().is_some_and(|f| f.place.end == after);
        if after == at && !behind_heading {
            continue;
        }
        let rest = &folded[after..range.end];
        let Some(mark) = mark(rest) else { continue };
        let known = matches!(mark.kind, MarkKind::Chinese | MarkKind::ChineseInBrackets);
        if !(known && runs_on(found, mark) || flat && mark.kind == MarkKind::Number) {
            continue;
        }
        if let Some(end) = heading_end(rest, mark, LONGEST_INSIDE).filter(|&end| end < rest.len()) {
            flat = true;
            found.push(Found { mark: Some(mark), place: after..after + end });
            from = after + end;
        }
    }
}

/// Whether a mark inside a paragraph begins a list of headings or goes on with it.
fn runs_on(found: &[Found], mark: Mark) -> bool {
    let last = found.iter().rev().filter_map(|f| f.mark).find(|m| m.kind == mark.kind);
    mark.number == 1 || last.is_some_and(|last| last.number + 1 == mark.number)
}

/// Where the heading that opens `rest` ends, if one does.
fn heading_end(rest: &str, own: Mark, longest: usize) -> Option<usize> {
    let mut depth = 0_i32;
    let mut count = 0;
    let mut end = rest.len();
    for (i, c) in rest.char_indices().skip_while(|&(i, _)| i < own.len) {
        match c {
            '《' | '“' => depth += 1,
            '》' | '”' => depth -= 1,
            '。' | ':' | '\t' if depth <= 0 => {
                end = i;
                break;
            }
            ';' | '?' => return None,
            '(' if count > 0 && mark(&rest[i..]).is_some_and(|m| m.kind == MarkKind::ChineseInBrackets) => {
                end = i;
                break;
            }
            _ => {}
        }
        count += 1;
        if count > longest {
            return None;
        }
    }
    let title = &rest[own.len..end];
    (title.chars().count() >= 2 && !counts(title) && !list_item(title)).then_some(end)
}

/// Whether a would-be heading counts something: then it is a sentence.
fn counts(title: &str) -> bool {
    let mut digits = false;
    for c in title.chars() {
        if digits && "件起人名次家户场份条元万亿%余".contains(c) {
            return true;
        }
        digits = c.is_ascii_digit();
    }
    false
}

fn list_item(title: &str) -> bool {
    title.ends_with([',', '、'])
}

static HEADINGS: LazyLock<Ends> =
    LazyLock::new(|| Ends::new(data::lines(include_str!("data/headings.tsv")).collect()));

/// Whether a line without a mark is a heading: well-known words, and a paragraph under it.
fn plain_heading(line: &str, next: Option<&str>) -> bool {
    let count = line.chars().count();
    (4..=24).contains(&count)
        && !line.ends_with(['。', ',', ';', '!', '、'])
        && !counts(line)
        && next.is_some_and(|next| next.chars().count() > count)
        && HEADINGS.at_end(line.trim_end_matches(':')).is_some()
}

/// Where a mark stands among the marks; a heading without one stands under 一、 where that is used.
fn rank(mark: Option<Mark>, numbered: bool) -> u8 {
    match mark.map(|m| m.kind) {
        Some(MarkKind::Part) => 0,
        None if !numbered => 1,
        None => 2,
        Some(MarkKind::Chinese) => 1,
        Some(MarkKind::ChineseInBrackets) => 2,
        Some(MarkKind::Number) => 3,
        Some(MarkKind::NumberInBrackets) => 4,
        Some(MarkKind::Circled) => 5,
    }
}

fn levelled(text: &Text, found: &[Found]) -> Outline {
    let mut outline = Outline::default();
    // The open sections: rank of the mark, index.
    let mut open: Vec<(u8, usize)> = Vec::new();
    let numbered = found.iter().any(|f| f.mark.is_some_and(|m| m.kind == MarkKind::Chinese));
    for (i, heading) in found.iter().enumerate() {
        let rank = rank(heading.mark, numbered);
        open.retain(|&(other, _)| other < rank);
        let parent = open.last().map(|&(_, parent)| parent);
        open.push((rank, i));
        let words = &text.folded[heading.place.clone()];
        let mark_len = heading.mark.map_or(0, |m| m.len);
        let title = heading.place.start + mark_len..heading.place.end;
        let ordinal = words[..mark_len].trim_matches(|c| "()第、.部分章篇编节".contains(c));
        let parent_area = parent.and_then(|p: usize| outline.sections[p].area);
        let span = text.span(heading.place.clone());
        outline.sections.push(Section {
            id: Id::new('s', i),
            level: open.len() as u8,
            ordinal: (!ordinal.is_empty()).then(|| ordinal.to_owned()),
            heading: span.of(text.source).to_owned(),
            title: text.span(title.clone()).of(text.source).to_owned(),
            span,
            body: Span { start: span.end, end: text.source.len() as u32 },
            parent: parent.map(|p| Id::new('s', p)),
            area: indicators::area_of_heading(&text.folded[title]).or(parent_area),
        });
        outline.places.push(heading.place.clone());
        outline.parents.push(parent);
    }
    close(&mut outline.sections);
    outline
}

/// Ends each body where the next heading of the same or a higher level begins.
fn close(sections: &mut [Section]) {
    for i in 0..sections.len() {
        let level = sections[i].level;
        if let Some(next) = sections[i + 1..].iter().find(|s| s.level <= level) {
            sections[i].body.end = next.span.start;
        }
    }
}
