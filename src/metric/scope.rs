//! Scope: whose and which year's figure it is.

mod elsewhere;
mod target;
mod time;

use crate::chapter::Chapters;
use crate::metric::Scope;
use crate::metric::frame::Frame;
use crate::metric::step::Level;
use crate::words::{Stretch, Words};
use elsewhere::{beside_rate, elsewhere, is_compared, is_contrasted};
use target::{is_ahead, is_aim, is_demanded, is_norm, is_task};
use time::{carried_year, in_bracket, is_earlier, is_span, named_year, since, since_year};

pub use elsewhere::is_wider;

/// The scope of a quantity, and the year that it is about.
pub fn scope(
    folded: &str,
    frame: &Frame,
    chapters: &Chapters,
    year: Option<u16>,
    is_change: bool,
) -> (Scope, Option<u16>) {
    let before = &folded[frame.clause.clone()];
    let own = &folded[frame.before.clone()];
    let sentence = &folded[frame.reach..frame.clause.end];
    if chapters.plans_hold(frame.clause.end) && !folded[frame.sentence.clone()].has('\t') {
        return (Scope::Target, year.map(|y| y + 1));
    }
    let behind = &folded[frame.after.start..frame.tail.end];
    let ahead = frame.bracket.map_or("", |open| folded.get(frame.reach..open).unwrap_or(""));
    let points = folded[frame.clause.end..frame.after.start].ends_with("百分点");
    if is_norm(before, own)
        || is_task(sentence, own, &folded[frame.tail.end..])
        || is_demanded(own, ahead, &folded[frame.after.clone()])
        || is_aim(sentence, [before, if points { "" } else { own }], behind, year)
    {
        return (Scope::Target, None);
    }
    let compared = || {
        frame.bracket.is_some() && is_wider(own)
            || is_contrasted(before, behind, &folded[frame.tail.end..])
            || is_compared(own, ahead, behind, is_change)
            || behind.is_empty() && beside_rate(own, &folded[frame.reach..frame.before.start])
    };
    if !points && (elsewhere(own, ahead, behind) || compared()) {
        return (Scope::Elsewhere, year);
    }
    let multiple = || {
        let behind = folded[frame.clause.end..].without_first("0123456789.");
        behind.starts_with('倍')
    };
    let named = named_year(before);
    if let Some(told) = frame.year {
        let scope = if year.is_some_and(|year| told < year) { Scope::Earlier } else { Scope::Report };
        return (scope, Some(told));
    }
    if frame.level == Level::Left {
        // What the law allows is a norm, not what was.
        let allowed = before.holds("法定");
        return if allowed { (Scope::Target, None) } else { (Scope::Earlier, named) };
    }
    // 2026年力争控制在3%以内, in a report for 2025.
    static PLANNED: Words = Words::new("力争 确保 争取 计划 拟 将 目标 冲刺 力求");
    if named.zip(year).is_some_and(|(named, year)| named > year) && PLANNED.stand_in(before) {
        return (Scope::Target, named);
    }
    if is_ahead(sentence, year) {
        return (Scope::Target, None);
    }
    static EARLIER: Words = Words::new("上年 去年 同期");
    // A table's cell tells its year in a head.
    for head in [&frame.name, &frame.beside].into_iter().flatten().map(|head| &folded[head.clone()]) {
        if is_change || !head.has_any("年期") {
            continue;
        }
        let told = named_year(&format!("{head}年")).or(named_year(head));
        let earlier = told.zip(year).is_some_and(|(told, year)| told < year);
        if earlier || EARLIER.stand_in(head) {
            return (Scope::Earlier, told.or(year.map(|year| year - 1)));
        }
    }
    if !is_change && in_bracket(own, ahead, year) {
        return (Scope::Earlier, named.or_else(|| named_year(ahead)));
    }
    if !is_change && frame.level != Level::Reached && !multiple() && is_earlier(before, own, named, year) {
        return (Scope::Earlier, named.or(year.map(|year| year - 1)));
    }
    let own_year = named.is_some() && named == year;
    let stretch = sentence.rsplit(';').next().unwrap_or(sentence);
    if !is_change
        && named.is_none()
        && let Some(told) = year.and_then(|year| carried_year(stretch, year))
    {
        return (Scope::Earlier, Some(told));
    }
    let this_year = || NOW_ONLY.stand_in(own);
    if !own_year && !this_year() && (since(stretch) || since_year(before, year) || is_span(stretch)) {
        return (Scope::Since, None);
    }
    (Scope::Report, year)
}

/// Words of a figure that is of the year alone, whatever its sentence counts: 启动以来138件,其中今年化解27件.
static NOW_ONLY: Words = Words::new("今年 本年 当年 年内 全年");
