//! Years and days that belong to another report.

mod sentence;
mod year;

use crate::Decimal;
use crate::audit::case::Case;
use crate::audit::message::say;
use crate::audit::period::year::{Year, is_impossible, within, years};
use crate::audit::slip::{Found, Slip};
use crate::audit::{Fix, Group, Rule, Severity};
use crate::identity::is_of_months;
use crate::words::{Stretch, Words, starts};

pub const RULE: Rule = Rule {
    code: "period",
    group: Group::Consistency,
    severity: Severity::Warning,
    name: ["年份或日期不属于本报告", "A year or day of another report"],
    why: [
        "套用往年文本时，年份最容易漏改。",
        "When last year's text is used again, a year is soon left over.",
    ],
    #[cfg(test)]
    proof: include_str!("period.tsv"),
    check,
};

/// Words of headings that tell plans.
static PLANS: Words = Words::new("下一步 下步 打算 计划 安排 思路 展望 重点工作 努力方向");
/// Words of what will be done.
static WILL: Words = Words::new("将重点 将继续 将着力 将进一步 将围绕 将坚持 将紧紧 将以 工作打算 工作安排");
/// Words of headings and sentences that tell what the year brought.
static REPORTS: Words = Words::new("情况 成效 总结 回顾 举措 做法 完成 亮点 取得 存在 不足 问题");
/// Words of headings that name the years of something else.
static NAMED: Words = Words::new("规划 纲要 以来 《");

/// Why a year may not stand there, in Chinese and in English.
type Why = [&'static str; 2];

const NO_DAY: Why = ["没有这一天", "there is no such day"];
const WHY_HEADING: Why = ["与本报告年度不符", "it is not the year of this report"];
const WHY_EARLY: Why = ["早于本报告所述年度结束", "it is before the year reported on was over"];

fn check(case: &Case, found: &mut Found) {
    let years = years(case.folded());
    for year in &years {
        if is_impossible(year.year, &case.folded()[year.behind()..]) {
            found.slip(slip(case, year, None, NO_DAY));
        }
    }
    let Some(own) = case.reading.identity.year else { return };
    headings(case, &years, own, found);
    sentence::check(case, &years, own, found);
    signature(case, own, found);
}

/// Headings that name the year that they are about.
fn headings(case: &Case, years: &[Year], own: u16, found: &mut Found) {
    for place in &case.outline().places {
        let [year] = within(years, place) else { continue };
        let title = case.words(place.clone());
        let behind = case.words(year.behind()..place.end);
        if NAMED.stand_in(title) || behind.starts_with('-') {
            continue;
        }
        // (三)围绕河湖管护,2023年完成40处: an item of the plans.
        let item = case.reading.chapters.plans_hold(place.start) && !PLANS.stand_in(title);
        let plans = PLANS.stand_in(title) || WILL.stand_in(title) || behind.starts_with("重点");
        let earlier = !plans && year.year < own && starts(behind, "主要工作 工作");
        let wanted = match (plans, earlier || REPORTS.stand_in(behind)) {
            (true, false) if year.year <= own => own + 1,
            (false, true) if year.year != own && !item => own,
            _ => continue,
        };
        found.slip(slip(case, year, Some(wanted), WHY_HEADING));
    }
}

/// A day of publication before the year reported on is over; a report of some months may come out sooner.
fn signature(case: &Case, own: u16, found: &mut Found) {
    let title = case.reading.identity.title.as_ref().map(|title| case.reading.text.place(title.span));
    if is_of_months(&case.reading.text, title.as_ref()) {
        return;
    }
    let Some(published) = &case.reading.identity.published_on else { return };
    let number = |part: Option<&str>| part.and_then(|part| part.parse::<u16>().ok());
    let mut parts = published.date.split('-');
    let (Some(year), Some(month)) = (number(parts.next()), number(parts.next())) else { return };
    // Some report in the last weeks of the year.
    if year < own || year == own && month < 11 {
        let start = case.reading.text.place(published.span).start;
        // 2024 or 二〇二四
        let digits: usize = case.folded()[start..].chars().take(4).map(char::len_utf8).sum();
        let year = Year { place: start..start + digits, year };
        found.slip(slip(case, &year, (year.year == own).then_some(own + 1), WHY_EARLY));
    }
}

/// The first characters of some words.
fn first(words: &str, characters: usize) -> &str {
    words.char_indices().nth(characters).map_or(words, |(end, _)| &words[..end])
}

fn slip(case: &Case, year: &Year, wanted: Option<u16>, why: Why) -> Slip {
    let text = &case.reading.text;
    let span = text.span(year.place.clone());
    // The year with the words behind it, as far as a reader needs them to find it.
    let behind = first(&case.folded()[year.place.end..], 20);
    let end = year.place.end + behind.first_of(",。\n;").unwrap_or(behind.len());
    let told = text.words(year.place.start..end);
    let own = wanted.map_or_else(String::new, |year| year.to_string());
    let says = if wanted.is_some() { SAYS_WANTED } else { SAYS };
    Slip {
        span: Some(text.span(year.place.start..end)),
        stated: Some(Decimal::whole(year.year.into())),
        expected: wanted.map(|year| Decimal::whole(year.into())),
        message: say(case, says, &[&told, &say(case, why, &[]), &own]),
        fixes: Vec::from_iter(wanted.map(|_| Fix { span, text: own })),
        key: told.into_owned(),
        ..Slip::default()
    }
}

const SAYS: Why = ["“$0”：$1，请核对。", "“$0”: $1; please check."];
const SAYS_WANTED: Why = ["“$0”：$1，请核对是否应为$2年。", "“$0”: $1; should it be $2?"];
