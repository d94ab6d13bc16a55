//! Headings: how a report is divided.
//!
//! A heading has a mark (一、 (一) 1. ①) or is a line of well-known words. It stands alone or runs
//! into its paragraph up to the first stop. Levels follow from use: a kind of mark first seen under
//! another is one level deeper, whatever it is elsewhere. Where (一) is the first of all, the 一、 over it
//! was left out.

mod level;
mod marked;
mod plain;

use std::ops::Range;

use serde::Serialize;

use crate::mark::{Mark, mark};
use crate::order::sort_by;
use crate::text::Text;
use crate::words::{Stretch, starts};
use crate::{Id, Span};

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// `s1`, `s2` … in the order of the text.
    pub id: Id,
    /// 1 for the outermost; an excerpt whose first mark is (二) or later lacks the heading above and begins at 2.
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

/// Finds the headings.
#[must_use]
pub fn outline(text: &Text) -> Outline {
    let mut found = Vec::new();
    for i in 0..text.paragraphs.len() {
        in_paragraph(text, i, &mut found);
    }
    let slogans = plain::slogans(text, &found);
    if slogans.len() >= FEWEST_SLOGANS {
        found.extend(slogans);
        sort_by(&mut found, |heading| heading.place.start as u64);
    }
    level::levelled(text, &found)
}

/// The headings of a paragraph: in front, in the middle.
fn in_paragraph(text: &Text, i: usize, found: &mut Vec<Found>) {
    let Range { start, end } = text.paragraphs[i];
    let line = words(text, i);
    // A row of a table.
    if line.has('\t') {
        return;
    }
    let mark = mark(line);
    let heading = match mark {
        Some(mark) if marked::is_list(line, mark) => None,
        Some(mark) if marked::stands(line, mark, words(text, i + 1)) => Some(line.len()),
        Some(mark) => {
            let whole = marked::heading_end(line, mark, marked::LONGEST);
            // Where no stop ends it soon, a blank may.
            let long = whole.is_none_or(|end| line[..end].has(','));
            let blank = long.then(|| marked::blank(text, start..end, mark)).flatten();
            blank.map_or(whole, |end| marked::heading_end(&line[..end], mark, marked::LONGEST))
        }
        None => plain::is_known(line, words(text, i + 1)).then_some(line.len()),
    };
    let Some(len) = heading.or(mark.is_none().then_some(0)) else { return };
    if len > 0 {
        found.push(Found { mark, slogan: false, place: start..start + len });
    }
    marked::inside(&text.folded, start + len..end, found);
}

/// The words of a paragraph, none behind the last.
fn words<'a>(text: &'a Text, paragraph: usize) -> &'a str {
    text.paragraphs.get(paragraph).map_or("", |place| &text.folded[place.clone()])
}

/// Whether a would-be heading counts something: then it is a sentence.
fn counts(title: &str) -> bool {
    const UNITS: &str = "件 起 人 名 次 家 户 场 份 条 元 万 亿 % 余";
    let digit = |at: usize| at > 0 && title.as_bytes()[at - 1].is_ascii_digit();
    (0..title.len()).any(|at| digit(at) && starts(&title[at..], UNITS))
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
    fn slogans_beside_a_topic_that_holds_one_thing_stand_beside_it() {
        let lines = ["某局年度报告", BODY, "主要负责人履行第一责任人职责情况", BODY, "深化改革", BODY];
        let source =
            [&lines[..], &["规范执法", BODY, "化解争议", BODY, "存在的问题", BODY]].concat().join("\n");
        let levels: Vec<_> = headings(&source).into_iter().map(|(level, _)| level).collect();
        assert_eq!(levels, [1, 1, 1, 1, 1]);
        let page = ["某法院审查情况", "收案情况", BODY, "裁判情况", BODY, "问题与建议", BODY].join("\n");
        assert_eq!(headings(&page).len(), 3, "the first stands right below the title");
    }

    #[test]
    fn a_blank_ends_a_heading() {
        let wide = format!("第一部分　组织领导\n１．抓好学法培训　{BODY}\n２．落实责任　{BODY}");
        let found = ["第一部分　组织领导", "１．抓好学法培训", "２．落实责任"];
        assert_eq!(headings(&wide).iter().map(|(_, heading)| heading).collect::<Vec<_>>(), found);
        assert_eq!(headings(&format!("一、带头讲课 {BODY}"))[0].1, "一、带头讲课");
        assert_eq!(headings(&format!("一、带 头 讲 课,{BODY}{BODY}")), [], "blanks inside words end nothing");
    }

    #[test]
    fn an_excerpt_that_begins_with_a_later_mark_lacks_the_heading_above() {
        let levels = |source: &str| headings(source).into_iter().map(|(level, _)| level).collect::<Vec<_>>();
        assert_eq!(levels("(三)规范执法。查处案件。\n1.食品安全。抽检合格。"), [2, 3]);
        assert_eq!(levels("(一)规范执法。查处案件。\n(二)化解纠纷。就地调解。"), [2, 2]);
        assert_eq!(levels("1.规范执法。查处案件。\n2.化解纠纷。就地调解。"), [3, 3]);
        assert_eq!(levels("某镇工作报告\n(一)规范执法。查处案件。\n(二)化解纠纷。就地调解。"), [2, 2]);
        assert_eq!(levels("某镇工作报告\n主要工作\n(一)规范执法。查处案件。\n(二)化解纠纷。"), [1, 2, 2]);
    }

    #[test]
    fn sentences_of_a_list_are_no_headings() {
        let list = format!("一、便民\n①少跑腿。{BODY}②少等待。{BODY}");
        assert_eq!(headings(&list).len(), 1);
        let item = "一、存在问题\n(1)部门之间配合还不够紧密,各说各话的情形时有发生。\n(2)人手少";
        assert_eq!(headings(item).len(), 2);
    }
}
