//! Headings: how a report is divided.
//!
//! A heading has a mark (一、 (一) 1. ①) or is a line of well-known words. It stands alone or runs
//! into its paragraph up to the first stop. Levels follow from use: a kind of mark first seen under
//! another is one level deeper, whatever it is elsewhere.

use std::ops::Range;

use serde::Serialize;

use crate::data;
use crate::indicators;
use crate::mark::{Mark, MarkKind, mark};
use crate::order::sort_by;
use crate::text::Text;
use crate::words::{Words, ends, starts};
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
    /// Where each section ends in the folded text: at the next heading of its level or a higher one.
    pub ends: Vec<usize>,
    /// The index of each section's parent.
    pub parents: Vec<Option<usize>>,
}

impl Outline {
    /// The section whose heading begins at a folded place.
    pub(crate) fn begins(&self, folded: usize) -> Option<usize> {
        self.at(folded).filter(|&i| self.places[i].start == folded)
    }

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
    /// Neither a mark nor well-known words tell it, only where it stands.
    slogan: bool,
    place: Range<usize>,
}

/// One line of its own kind is no heading yet.
const FEWEST_SLOGANS: usize = 3;
/// Longer than any heading, in characters.
const LONGEST: usize = 50;
/// A heading inside a paragraph has to be plain.
const LONGEST_INSIDE: usize = 32;

/// The fewest characters of a sentence with a comma.
const SENTENCE: usize = 20;

/// Finds the headings.
#[must_use]
pub fn outline(text: &Text) -> Outline {
    let mut found = Vec::new();
    for i in 0..text.paragraphs.len() {
        in_paragraph(text, i, &mut found);
    }
    let slogans = slogans(text, &found);
    if slogans.len() >= FEWEST_SLOGANS {
        found.extend(slogans);
        sort_by(&mut found, |heading| heading.place.start as u64);
    }
    levelled(text, &found)
}

/// The words of a paragraph, none behind the last.
fn words<'a>(text: &'a Text, paragraph: usize) -> &'a str {
    text.paragraphs.get(paragraph).map_or("", |place| &text.folded[place.clone()])
}

/// Lines without a mark that stand as headings stand: short, without a stop, between paragraphs.
fn slogans(text: &Text, found: &[Found]) -> Vec<Found> {
    let mut slogans = Vec::new();
    let mut headings = found.iter().peekable();
    // Whether what may stand above a heading stands above the next line.
    let mut ended = false;
    for (i, place) in text.paragraphs.iter().enumerate() {
        while headings.next_if(|heading| heading.place.start < place.start).is_some() {}
        let (line, next) = (words(text, i), words(text, i + 1));
        let known = headings.peek().is_some_and(|heading| heading.place == *place);
        let topic = !known && is_topic(line);
        // A topic may stand right below the title, and have its slogans right below it.
        let under =
            is_slogan(line) && (is_body(next) || topic && is_slogan(next) && is_body(words(text, i + 2)));
        let new = !known && under && (ended || topic && i > 0);
        if new {
            slogans.push(Found { mark: None, slogan: !topic, place: place.clone() });
        }
        ended = known || new && topic || ends(line, "。 ! ;");
    }
    slogans
}

/// Whether a line may be a heading of its own kind.
fn is_slogan(line: &str) -> bool {
    (5..=26).contains(&line.chars().take(27).count())
        && !line.contains(['。', ';', '\t', '!'])
        && !ends(line, ", : 、")
        && mark(line).is_none()
        && !counts(line)
}

/// Whether a paragraph may stand under a heading of its own kind.
fn is_body(paragraph: &str) -> bool {
    paragraph.chars().nth(39).is_some() && paragraph.contains('。') && !paragraph.contains('\t')
}

/// Whether a line names a chapter of the report, which its slogans stand under: 2025年工作思路. A title is none.
fn is_topic(line: &str) -> bool {
    static OPENS: Words = Words::new("年 主要 存在 下一步 下步 今后");
    static TITLE: Words = Words::new("法治 依法 关于");
    ends(line, "主要工作 成效 短板 原因 打算 思路 计划") && OPENS.stand_in(line) && !TITLE.stand_in(line)
}

fn in_paragraph(text: &Text, i: usize, found: &mut Vec<Found>) {
    let Range { start, end } = text.paragraphs[i];
    let line = words(text, i);
    let mark = mark(line);
    let heading = match mark {
        Some(mark) if is_list(line, mark) => None,
        Some(mark) => heading_end(line, mark, LONGEST),
        None => plain_heading(line, words(text, i + 1)).then_some(line.len()),
    };
    let Some(len) = heading.or(mark.is_none().then_some(0)) else { return };
    if len > 0 {
        found.push(Found { mark, slogan: false, place: start..start + len });
    }
    inside(&text.folded, start + len..end, found);
}

/// Whether a paragraph goes on with the list that a small mark opens: ①…。②…。
fn is_list(line: &str, own: Mark) -> bool {
    let next = |mark: Mark| mark.kind == own.kind && mark.number == own.number + 1;
    own.kind >= MarkKind::NumberInBrackets
        && line[own.len..].char_indices().any(|(at, _)| mark(&line[own.len + at..]).is_some_and(next))
}

/// Headings in the middle of a paragraph, as in text whose line breaks were lost.
fn inside(folded: &str, range: Range<usize>, found: &mut Vec<Found>) {
    let bytes = folded.as_bytes();
    let mut flat = false;
    let mut at = range.start;
    while at < range.end {
        // A heading stands behind a stop, or in brackets behind another heading.
        let after = match bytes[at] {
            b':' => at + 1,
            b'(' if found.last().is_some_and(|f| f.place.end == at) => at,
            0xE3 if bytes[at..].starts_with("。".as_bytes()) => at + "。".len(),
            _ => {
                at += 1;
                continue;
            }
        };
        at = after.max(at + 1);
        let rest = &folded[after..range.end];
        let Some(mark) = mark(rest) else { continue };
        let known = matches!(mark.kind, MarkKind::Chinese | MarkKind::ChineseInBrackets);
        if !(known && runs_on(found, mark) || flat && mark.kind == MarkKind::Number) {
            continue;
        }
        if let Some(end) = heading_end(rest, mark, LONGEST_INSIDE).filter(|&end| end < rest.len()) {
            flat = true;
            found.push(Found { mark: Some(mark), slogan: false, place: after..after + end });
            at = after + end;
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
    for (i, c) in rest[own.len..].char_indices() {
        let at = own.len + i;
        let stops = match c {
            '《' | '“' => {
                depth += 1;
                false
            }
            '》' | '”' => {
                depth -= 1;
                false
            }
            '。' | ':' | '\t' => depth <= 0,
            ';' | '?' => return None,
            '(' => count > 0 && mark(&rest[at..]).is_some_and(|m| m.kind == MarkKind::ChineseInBrackets),
            _ => false,
        };
        if stops {
            end = at;
            break;
        }
        count += 1;
        if count > longest {
            return None;
        }
    }
    let title = &rest[own.len..end];
    // (1)协作机制不健全,职责交叉的问题仍然存在: an item of a list.
    let sentence = own.kind >= MarkKind::NumberInBrackets && count >= SENTENCE && title.contains(',');
    (count >= 2 && !sentence && !counts(title) && !ends(title, ", 、")).then_some(end)
}

/// Whether a would-be heading counts something: then it is a sentence.
fn counts(title: &str) -> bool {
    const UNITS: &str = "件 起 人 名 次 家 户 场 份 条 元 万 亿 % 余";
    let digit = |at: usize| at > 0 && title.as_bytes()[at - 1].is_ascii_digit();
    (0..title.len()).any(|at| digit(at) && starts(&title[at..], UNITS))
}

/// Whether a line without a mark is a heading: well-known words, and a paragraph under it.
fn plain_heading(line: &str, next: &str) -> bool {
    let count = line.chars().take(25).count();
    (4..=24).contains(&count)
        && !ends(line, "。 , ; ! 、")
        && !counts(line)
        && next.chars().nth(count).is_some()
        && data::lines(include_str!("data/headings.tsv"))
            .any(|words| line.trim_end_matches(':').ends_with(words))
}

/// Where a heading stands among the kinds of headings; one without a mark stands under 一、 where that is used,
/// and a slogan under a topic.
fn rank(heading: &Found, numbered: bool) -> u8 {
    match heading.mark.map(|m| m.kind) {
        Some(MarkKind::Part) => 0,
        Some(MarkKind::Chinese) => 1,
        None if !numbered => 1 + u8::from(heading.slogan),
        None | Some(MarkKind::ChineseInBrackets) => 3,
        Some(MarkKind::Number) => 4,
        Some(MarkKind::NumberInBrackets) => 5,
        Some(MarkKind::Circled) => 6,
    }
}

fn levelled(text: &Text, found: &[Found]) -> Outline {
    let mut outline = Outline::default();
    // The open sections: rank of the mark, index.
    let mut open: Vec<(u8, usize)> = Vec::new();
    let numbered = found.iter().any(|f| f.mark.is_some_and(|m| m.kind == MarkKind::Chinese));
    for (i, heading) in found.iter().enumerate() {
        let rank = rank(heading, numbered);
        let span = text.span(heading.place.clone());
        // A body ends where the next heading of the same or a higher level begins.
        while let Some((_, closed)) = open.pop_if(|(other, _)| *other >= rank) {
            outline.sections[closed].body.end = span.start;
            outline.ends[closed] = heading.place.start;
        }
        let parent = open.last().map(|&(_, parent)| parent);
        open.push((rank, i));
        let words = &text.folded[heading.place.clone()];
        let mark_len = heading.mark.map_or(0, |m| m.len);
        let title = heading.place.start + mark_len..heading.place.end;
        let ordinal = words[..mark_len].trim_matches(|c| "()第、.部分章篇编节".contains(c));
        let parent_area = parent.and_then(|p: usize| outline.sections[p].area);
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
        outline.ends.push(text.folded.len());
        outline.parents.push(parent);
    }
    outline
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::text;

    const BODY: &str = "镇里把学法列进每次例会,全年讲课十二回,村干部轮流上台说案例,听的人多了,问的人也多了,遇事先翻法条渐渐成了习惯。";

    fn headings(source: &str) -> Vec<(u8, String)> {
        let outline = outline(&text(source));
        outline.sections.into_iter().map(|section| (section.level, section.heading)).collect()
    }

    #[test]
    fn slogans_stand_under_topics_before_any_mark_is_seen() {
        let lines = ["某镇年度总结", "2023年主要工作和成效", "学法:从干部抓起", BODY, "办事:让路更短", BODY];
        let source = [&lines[..], &["存在的短板", BODY, "2024年工作思路", BODY]].concat().join("\n");
        let levels: Vec<_> = headings(&source).into_iter().map(|(level, _)| level).collect();
        assert_eq!(levels, [1, 2, 2, 1, 1]);
        let title_only = ["某镇年度总结", BODY, "学法:从干部抓起", BODY].join("\n");
        assert_eq!(headings(&title_only), [], "one slogan is chance");
    }

    #[test]
    fn sentences_of_a_list_are_no_headings() {
        let list = format!("一、便民\n①少跑腿。{BODY}②少等待。{BODY}");
        assert_eq!(headings(&list).len(), 1);
        let item = "一、存在问题\n(1)部门之间配合还不够紧密,各说各话的情形时有发生。\n(2)人手少";
        assert_eq!(headings(item).len(), 2);
    }
}
