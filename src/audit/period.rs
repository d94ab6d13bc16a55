//! Years and days that belong to another report.

use std::ops::Range;

use crate::Decimal;
use crate::audit::case::Case;
use crate::audit::message::say;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Fix, Group, Rule, Severity};
use crate::quantity::is_year;
use crate::words::{Words, ends, starts};

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
/// Words of headings that look back at what is not done yet.
static SHORTCOMINGS: Words = Words::new("不足 问题 短板 差距 薄弱");
/// Words of headings that name the years of something else.
static NAMED: Words = Words::new("规划 纲要 以来 《");
/// Words of what is announced: 现将2021年度…情况报告如下.
static ANNOUNCED: Words = Words::new("报告 汇报 总结 公布 公开 说明");
/// Words that give a year a reason to be another one.
static OTHER: Words = Words::new(
    "以来 比 较 同期 相比 规划 纲要 方案 要点 考核 上年 自 从 至 到 上一年度 印发 修订 施行 《 》 前 以前 荣获 \
     获评 届 起 全国",
);
static AGAINST: Words = Words::new("比 较");
static RANGED: Words = Words::new("至 到 前");

/// How many years of a sentence are looked at.
const MOST: usize = 6;

/// Why a year may not stand there, in Chinese and in English.
type Why = [&'static str; 2];

const NO_DAY: Why = ["没有这一天", "there is no such day"];
const WHY_HEADING: Why = ["与本报告年度不符", "it is not the year of this report"];
const WHY_PLAN: Why = ["下一年度安排的年份已过", "the plans are for a year that is over"];
const WHY_REPORT: Why = ["像是往年文本未改", "it looks left over from another year's text"];
const WHY_LATE: Why = ["晚于本报告所述年度", "it is later than the year reported on"];
const WHY_EARLY: Why = ["早于本报告所述年度结束", "it is before the year reported on was over"];

/// A year in the text.
struct Year {
    /// Where its four digits stand in the folded text.
    place: Range<usize>,
    year: u16,
}

impl Year {
    /// Where the words behind it begin.
    fn behind(&self) -> usize {
        self.place.end + '年'.len_utf8()
    }
}

fn check(case: &Case, found: &mut Found) {
    let years = years(case.folded());
    for year in &years {
        if is_impossible(year.year, &case.folded()[year.behind()..]) {
            found.slip(slip(case, year, None, NO_DAY));
        }
    }
    let Some(own) = case.reading.identity.year else { return };
    headings(case, &years, own, found);
    sentences(case, &years, own, found);
    signature(case, own, found);
}

/// The years of a text, with 年 behind them.
fn years(folded: &str) -> Vec<Year> {
    let mut years = Vec::new();
    for (at, _) in folded.match_indices('年') {
        years.extend(year(&folded[..at]));
    }
    years
}

/// The years of a stretch of the text.
fn within<'a>(years: &'a [Year], place: &Range<usize>) -> &'a [Year] {
    let from = years.partition_point(|year| year.place.start < place.start);
    let to = years.partition_point(|year| year.place.start < place.end);
    &years[from..to.max(from)]
}

/// The year that stands right before 年.
fn year(words: &str) -> Option<Year> {
    let end = words.len();
    if let Some((start, year)) = chinese_year(words) {
        return Some(Year { place: start..end, year });
    }
    let start = end.checked_sub(4)?;
    let digits = words.get(start..).filter(|digits| is_year(digits))?;
    let before = &words[..start];
    let joined = ends(before, "- ~ 至 .") || before.ends_with(|c: char| c.is_ascii_digit());
    let year = digits.parse().ok()?;
    (!joined || before.ends_with("截至")).then_some(Year { place: start..end, year })
}

/// 二〇二一: a year in Chinese digits.
fn chinese_year(words: &str) -> Option<(usize, u16)> {
    let (mut start, mut year, mut power) = (words.len(), 0, 1);
    for c in words.chars().rev().take(4) {
        let digit = "〇一二三四五六七八九".chars().position(|d| d == c || d == '〇' && c == '零')?;
        (start, year, power) = (start - c.len_utf8(), year + digit * power, power * 10);
    }
    (1980..2100).contains(&year).then_some((start, year as u16))
}

/// 2月30日: whether no year has the day that stands behind this one.
fn is_impossible(year: u16, behind: &str) -> bool {
    let (month, behind) = number(behind);
    let Some(behind) = behind.strip_prefix('月') else { return false };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let longest = match month {
        None => return false,
        Some(2) => 28 + u32::from(leap),
        Some(4 | 6 | 9 | 11) => 30,
        Some(1..=12) => 31,
        _ => 0,
    };
    let day = number(behind).0.unwrap_or(1);
    day == 0 || day > longest
}

/// The number that words begin with, and what stands behind it.
fn number(words: &str) -> (Option<u32>, &str) {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    (words[..digits].parse().ok(), &words[digits..])
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
        let plans = PLANS.stand_in(title) || WILL.stand_in(title) || behind.starts_with("重点");
        let wanted = match (plans, REPORTS.stand_in(behind)) {
            (true, false) if year.year <= own => own + 1,
            (false, true) if year.year != own => own,
            _ => continue,
        };
        found.slip(slip(case, year, Some(wanted), WHY_HEADING));
    }
}

/// A day of publication before the year reported on is over.
fn signature(case: &Case, own: u16, found: &mut Found) {
    let Some(published) = &case.reading.identity.published_on else { return };
    let number = |part: Option<&str>| part.and_then(|part| part.parse::<u16>().ok());
    let mut parts = published.date.split('-');
    let (Some(year), Some(month)) = (number(parts.next()), number(parts.next())) else { return };
    // Some report in the last weeks of the year.
    if year < own || year == own && month < 11 {
        let start = case.reading.text.place(published.span).start;
        let year = Year { place: start..start + 4, year };
        found.slip(slip(case, &year, (year.year == own).then_some(own + 1), WHY_EARLY));
    }
}

/// Sentences that report on, look back at or plan another year than theirs.
fn sentences(case: &Case, years: &[Year], own: u16, found: &mut Found) {
    let text = &case.reading.text;
    let title = case.reading.identity.title.as_ref().map(|title| text.place(title.span));
    let mut looks_back = true;
    let mut places = case.outline().places.iter().peekable();
    for sentence in &text.sentences {
        let mut start = sentence.start;
        while let Some(place) = places.next_if(|place| place.start < sentence.end) {
            looks_back = SHORTCOMINGS.stand_in(case.words(place.clone()));
            // A heading has been tried by itself.
            start = if place.start <= sentence.start { place.end } else { sentence.start };
        }
        if title.as_ref().is_some_and(|title| title.contains(&sentence.start)) {
            continue;
        }
        let all = within(years, &(start..sentence.end));
        if all.is_empty() {
            continue;
        }
        let words = case.words(start..sentence.end);
        let opened = sentence.end - words.trim_start_matches(['。', ' ', '.', ':', ',']).len();
        // A sentence with more years is a table run flat.
        let all = &all[..all.len().min(MOST)];
        let about = About {
            words,
            own,
            ours: all.iter().any(|year| year.year == own),
            looks_back,
            against: AGAINST.stand_in(words),
        };
        for year in all {
            let (before, behind) =
                (case.words(start..year.place.start), case.words(year.behind()..sentence.end));
            if let Some((wanted, why)) = about.leftover(before, year.year, behind, year.place.start == opened)
            {
                found.slip(slip(case, year, wanted, why));
                break;
            }
        }
    }
}

/// A sentence that holds years.
struct About<'a> {
    words: &'a str,
    /// The year of the report.
    own: u16,
    /// Whether that is among them.
    ours: bool,
    /// Whether a year that is over may open it.
    looks_back: bool,
    /// Whether it compares.
    against: bool,
}

impl About<'_> {
    /// The year that should stand there, and why.
    fn leftover(&self, before: &str, year: u16, behind: &str, at_start: bool) -> Option<(Option<u16>, Why)> {
        let own = self.own;
        // 现将2021年度…情况报告如下
        if year != own && !behind.starts_with("以来") && self.announces(before, behind) {
            return Some((Some(own), WHY_REPORT));
        }
        let until = ends(before, "截至 截止 截止到 截至到");
        if !at_start && !until {
            return None;
        }
        let near = first(behind, 24);
        if at_start && year <= own && WILL.stand_in(near) && !self.words.contains("如下:") {
            return Some((Some(own + 1), WHY_PLAN));
        }
        let day = behind.starts_with(|c: char| c.is_ascii_digit());
        if year + 1 == own && !self.ours && !self.against {
            let soon = first(behind, 8);
            // 2013年全县依法行政工作…, where the report looks back at its own year.
            let opens = self.looks_back && !day && !OTHER.stand_in(soon) && !soon.contains('-');
            // 2022年全年,新区办理…, where the report is of 2023.
            if until || opens || starts(near, "全年 度全") {
                return Some((Some(own), WHY_REPORT));
            }
        }
        // 2026年3月,区政府召开…, where the report is of 2024.
        let ranged = || RANGED.stand_in(near) || near.contains('-') || ends(before, "到 至 - 于");
        (year > own + 1 && (until || day && !ranged())).then_some((None, WHY_LATE))
    }

    /// Whether what stands around a year announces an account of it.
    fn announces(&self, before: &str, behind: &str) -> bool {
        let directly = |word: &str| {
            before.rfind(word).is_some_and(|at| {
                let between = &before[at + word.len()..];
                between.chars().nth(12).is_none() && !between.contains([',', '。', '《'])
            })
        };
        ANNOUNCED.stand_in(behind)
            && self.words.contains("如下")
            && ["将", "就", "现对"].into_iter().any(directly)
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
    let end = year.place.end + behind.find([',', '。', '\n', ';']).unwrap_or(behind.len());
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
