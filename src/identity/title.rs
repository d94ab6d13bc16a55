//! The title line: which of the first lines names the report.

use std::ops::Range;

use crate::outline::Outline;
use crate::text::Text;
use crate::words::{Stretch, Words, ends};

/// Lines looked at from the top.
const TOP: usize = 16;
/// The most characters of a title.
const LONGEST: usize = 60;

/// The title line, without blanks and marks around it.
pub fn title(text: &Text, outline: &Outline) -> Option<Range<usize>> {
    let body = outline.places.first().map_or(usize::MAX, |place| place.start);
    let lines = text.paragraphs.iter().take(TOP).filter(|p| p.start < body);
    let mut best: Option<(i32, Range<usize>)> = None;
    for line in lines {
        let Some(score) = likeness(&text.folded[line.clone()]) else { continue };
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, line.clone()));
        }
    }
    best.map(|(_, line)| line)
}

/// How much a line looks like a report's title; `None` where it can't be one.
fn likeness(line: &str) -> Option<i32> {
    // 2024年工作总结(公共法律服务部分)
    let line = line.rsplit_once('(').filter(|_| line.ends_with(')')).map_or(line, |(name, _)| name);
    let count = line.chars().count();
    if !(6..=LONGEST).contains(&count) || ends(line, "。 ; , :") || line.has_any(">\t") {
        return None;
    }
    static ABOUT: Words = Words::new("法治政府 依法行政 法治建设 依法治");
    static FIELD: Words = Words::new("行政复议 行政执法 普法 法律援助 信访");
    static PAGE: Words = Words::new("发布日期 发布时间 来源 浏览 字号 字体 位置 首页 索引号 点击 打印 作者");
    let score = 3 * i32::from(ABOUT.stand_in(line))
        + 2 * i32::from(ends(line, "报告 总结 小结 说明 情况 通报 年报 打算 综述 数据 公告 要点"))
        + 2 * i32::from(line.has('年'))
        + i32::from(FIELD.stand_in(line))
        - 4 * i32::from(PAGE.stand_in(line));
    (score >= 3).then_some(score)
}
