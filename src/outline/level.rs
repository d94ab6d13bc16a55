//! Levels of headings, by the kinds of marks that are open.

use crate::mark::MarkKind;
use crate::outline::{Found, Outline, Section};
use crate::text::Text;
use crate::words::{Stretch, ends};
use crate::{Id, Span, indicators};

/// Where a heading stands among the kinds of headings; one without a mark stands under 一、 where that is used,
/// and a slogan under a topic that holds several things.
fn rank(heading: &Found, numbered: bool, under: bool) -> u8 {
    match heading.mark.map(|m| m.kind) {
        Some(MarkKind::Part) => 0,
        Some(MarkKind::Section) => 1,
        Some(MarkKind::Chinese) => 2,
        None if !numbered => 2 + u8::from(heading.slogan && under),
        None | Some(MarkKind::ChineseInBrackets) => 4,
        Some(MarkKind::Number) => 5,
        Some(MarkKind::NumberInBrackets) => 6,
        Some(MarkKind::Circled) => 7,
    }
}

/// Whether a topic is told in several sections.
fn holds_several(topic: &str) -> bool {
    ends(topic, "工作 成效 做法 举措 措施 回顾 亮点 进展 情况 打算 思路 计划 安排")
        && !ends(topic, "职责情况 基本情况")
}

/// Nests the headings: each stands under the last of a higher rank.
pub fn levelled(text: &Text, found: &[Found]) -> Outline {
    let mut outline = Outline::default();
    // The open sections: rank of the mark, index.
    let mut open: Vec<(u8, usize)> = Vec::new();
    let numbered = found.iter().any(|f| f.mark.is_some_and(|m| m.kind == MarkKind::Chinese));
    // An excerpt that begins with 1. and no words above it, or with (一), lacks the headings above.
    let first = found.iter().find(|f| f.mark.is_some()).filter(|_| !numbered);
    let begins =
        first.is_some_and(|first| text.paragraphs.first().is_some_and(|p| p.start == first.place.start));
    let topmost = found.first().is_some_and(|first| first.mark.is_some());
    let cut = match first.and_then(|first| first.mark) {
        Some(mark) if mark.kind == MarkKind::ChineseInBrackets && (topmost || mark.number > 1) => 1,
        Some(mark) if mark.kind == MarkKind::Number && begins => 2,
        _ => 0,
    };
    // Whether the last topic is one that slogans stand under: 主要工作, not 存在问题.
    let mut under = false;
    for (i, heading) in found.iter().enumerate() {
        let line = &text.folded[heading.place.clone()];
        under = if heading.mark.is_some() || heading.slogan { under } else { holds_several(line) };
        let rank = rank(heading, numbered, under);
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
        let ordinal = words[..mark_len].trim_matches(|c| "()第、.部分章篇编节".has(c));
        let parent_area = parent.and_then(|p: usize| outline.sections[p].area);
        outline.sections.push(Section {
            id: Id::new('s', i),
            level: open.len() as u8 + cut,
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
