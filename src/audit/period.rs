//! Years and days that belong to another report.

use std::ops::Range;

use crate::audit::case::Case;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Fix, Group, Rule, Severity};
use crate::quantity::is_year;
use crate::{Decimal, Locale};

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
const PLANS: [&str; 9] = ["下一步", "下步", "打算", "计划", "安排", "思路", "展望", "重点工作", "努力方向"];
/// Words of what will be done.
const WILL: [&str; 10] =
    ["将重点", "将继续", "将着力", "将进一步", "将围绕", "将坚持", "将紧紧", "将以", "工作打算", "工作安排"];
/// Words of headings and sentences that tell what the year brought.
const REPORTS: [&str; 12] =
    ["情况", "成效", "总结", "回顾", "举措", "做法", "完成", "亮点", "取得", "存在", "不足", "问题"];
/// Words that give a year a reason to be another one.
const OTHER: [&str; 29] = [
    "以来",
    "比",
    "较",
    "同期",
    "相比",
    "规划",
    "纲要",
    "方案",
    "要点",
    "考核",
    "上年",
    "自",
    "从",
    "至",
    "到",
    "-",
    "上一年度",
    "印发",
    "修订",
    "施行",
    "《",
    "》",
    "前",
    "以前",
    "荣获",
    "获评",
    "届",
    "起",
    "全国",
];

/// How many years of a sentence are looked at.
const MOST: usize = 6;

/// A year in the text.
struct Year {
    /// Where its four digits stand in the folded text.
    place: Range<usize>,
    year: u16,
}

fn check(case: &Case, found: &mut Found) {
    for year in years(case.words(0..case.reading.text.folded.len())) {
        if let Some(why) = impossible_day(case, &year) {
            found.slip(slip(case, &year, None, why));
        }
    }
    let Some(own) = case.reading.identity.year else { return };
    headings(case, own, found);
    sentences(case, own, found);
    signature(case, own, found);
}

/// The years of a stretch of words, with 年 behind them.
fn years(words: &str) -> impl Iterator<Item = Year> + '_ {
    words.match_indices('年').filter_map(|(at, _)| {
        if let Some(year) = chinese_year(words, at) {
            return Some(year);
        }
        let start = at.checked_sub(4)?;
        let digits = words.get(start..at).filter(|digits| is_year(digits))?;
        let until = words[..start].ends_with("截至");
        let single = until
            || !words[..start].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '~' | '至' | '.'));
        Some(Year { place: start..at, year: digits.parse().ok()? }).filter(|_| single)
    })
}

/// 二〇二一年: a year in Chinese digits.
fn chinese_year(words: &str, end: usize) -> Option<Year> {
    let start = words[..end].char_indices().rev().nth(3)?.0;
    let mut year = 0;
    for c in words[start..end].chars() {
        let digit = "〇一二三四五六七八九".chars().position(|d| d == c || d == '〇' && c == '零')?;
        year = year * 10 + digit as u16;
    }
    (1980..2100).contains(&year).then_some(Year { place: start..end, year })
}

/// 2月30日: a day that no year has.
fn impossible_day(case: &Case, year: &Year) -> Option<[&'static str; 2]> {
    let behind = case.words(year.place.end + '年'.len_utf8()..case.reading.text.folded.len());
    let number = |words: &str| words.chars().take_while(char::is_ascii_digit).collect::<String>();
    let month = number(behind);
    let behind = behind[month.len()..].strip_prefix('月')?;
    let month: u32 = month.parse().ok()?;
    let day: u32 = number(behind).parse().unwrap_or(1);
    let leap =
        year.year.is_multiple_of(4) && (!year.year.is_multiple_of(100) || year.year.is_multiple_of(400));
    let longest = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (day == 0 || day > longest).then_some(["没有这一天", "there is no such day"])
}

/// Headings that name the year that they are about.
fn headings(case: &Case, own: u16, found: &mut Found) {
    let outline = case.outline();
    for place in &outline.places {
        let title = case.words(place.clone());
        let mut all = years(title);
        let (Some(first), None) = (all.next(), all.next()) else { continue };
        let behind = &title[first.place.end + '年'.len_utf8()..];
        let plans = PLANS.iter().chain(&WILL).any(|w| title.contains(w)) || behind.starts_with("重点");
        let reports = REPORTS.iter().any(|w| behind.contains(w));
        let named =
            ["规划", "纲要", "以来", "《"].iter().any(|w| title.contains(w)) || behind.starts_with('-');
        let wanted = match (plans, reports) {
            _ if named => continue,
            (true, false) if first.year <= own => own + 1,
            (false, true) if first.year != own => own,
            _ => continue,
        };
        let year = Year { place: place.start + first.place.start..place.start + first.place.end, ..first };
        found.slip(slip(case, &year, Some(wanted), WHY_HEADING));
    }
}

const WHY_HEADING: [&str; 2] = ["与本报告年度不符", "it is not the year of this report"];
const WHY_PLAN: [&str; 2] = ["下一年度安排的年份已过", "the plans are for a year that is over"];
const WHY_REPORT: [&str; 2] = ["像是往年文本未改", "it looks left over from another year's text"];
const WHY_LATE: [&str; 2] = ["晚于本报告所述年度", "it is later than the year reported on"];

/// A day of publication before the year reported on is over.
fn signature(case: &Case, own: u16, found: &mut Found) {
    let Some(published) = &case.reading.identity.published_on else { return };
    let number = |part: Option<&str>| part.and_then(|part| part.parse::<u16>().ok());
    let mut parts = published.date.split('-');
    let (Some(year), Some(month)) = (number(parts.next()), number(parts.next())) else { return };
    // Some report in the last weeks of the year.
    if year < own || year == own && month < 11 {
        let place = case.reading.text.place(published.span);
        let digits = place.start..place.start + 4;
        found.slip(slip(case, &Year { place: digits, year }, (year == own).then_some(own + 1), WHY_EARLY));
    }
}

const WHY_EARLY: [&str; 2] = ["早于本报告所述年度结束", "it is before the year reported on was over"];

/// Sentences that report on, look back at or plan another year than theirs.
fn sentences(case: &Case, own: u16, found: &mut Found) {
    let text = &case.reading.text;
    let title = case.reading.identity.title.as_ref().map(|title| text.place(title.span));
    let mut shortcomings = false;
    let mut places = case.outline().places.iter().peekable();
    let mut headed = false;
    for sentence in &text.sentences {
        let mut heading = None;
        while let Some(place) = places.next_if(|place| place.start < sentence.end) {
            heading = Some(place);
            headed = true;
            let title = case.words(place.clone());
            shortcomings = ["不足", "问题", "短板", "差距", "薄弱"].iter().any(|w| title.contains(w));
        }
        if title.as_ref().is_some_and(|title| title.contains(&sentence.start)) {
            continue;
        }
        // A heading has been tried by itself.
        let start =
            heading.filter(|place| place.start <= sentence.start).map_or(sentence.start, |place| place.end);
        let words = case.words(start.min(sentence.end)..sentence.end);
        let opened = words.len() - words.trim_start_matches(['。', ' ', '.', ':', ',']).len();
        // A sentence with more years is a table run flat.
        let all: Vec<Year> = years(words).take(MOST).collect();
        let ours = all.iter().any(|year| year.year == own);
        for year in &all {
            let at_start = year.place.start == opened;
            if let Some((wanted, why)) = leftover(words, year, own, ours, at_start, shortcomings || !headed) {
                let place = start + year.place.start..start + year.place.end;
                found.slip(slip(case, &Year { place, year: year.year }, wanted, why));
                break;
            }
        }
    }
}

/// The year that should stand there, and why.
fn leftover(
    words: &str,
    year: &Year,
    own: u16,
    ours: bool,
    at_start: bool,
    looks_back: bool,
) -> Option<(Option<u16>, [&'static str; 2])> {
    let (before, behind) = (&words[..year.place.start], &words[year.place.end + '年'.len_utf8()..]);
    // 现将2021年度…情况报告如下
    let announces = words.contains("如下")
        && ["报告", "汇报", "总结", "公布", "公开", "说明"].iter().any(|w| behind.contains(w));
    let directly = ["现将", "将", "就", "现就", "现对"].iter().any(|w| {
        before.rfind(w).is_some_and(|at| {
            before[at + w.len()..].chars().count() <= 12 && !before[at..].contains([',', '。', '《'])
        })
    });
    if announces && directly && year.year != own && !behind.starts_with("以来") {
        return Some((Some(own), WHY_REPORT));
    }
    let near: String = behind.chars().take(24).collect();
    let plans = WILL.iter().any(|w| near.contains(w));
    if at_start && plans && year.year <= own && !words.contains("如下:") {
        return Some((Some(own + 1), WHY_PLAN));
    }
    let reasoned = OTHER.iter().any(|w| near.chars().take(8).collect::<String>().contains(w))
        || behind.starts_with(|c: char| c.is_ascii_digit());
    // 2013年全县依法行政工作…, where the report looks back at its own year.
    if at_start && looks_back && year.year + 1 == own && !ours && !reasoned && !words.contains(['比', '较'])
    {
        return Some((Some(own), WHY_REPORT));
    }
    // 2022年全年,新区办理…, where the report is of 2023.
    if at_start
        && year.year + 1 == own
        && !ours
        && (near.starts_with("全年") || near.starts_with("度全"))
        && !words.contains(['比', '较'])
    {
        return Some((Some(own), WHY_REPORT));
    }
    // 2026年3月,区政府召开…, where the report is of 2024.
    let day = behind.chars().next().is_some_and(|c| c.is_ascii_digit());
    let ranged = near.contains(['至', '-', '到', '前']) || before.ends_with(['到', '至', '-', '于']);
    if at_start && day && year.year > own + 1 && !ranged {
        return Some((None, WHY_LATE));
    }
    let until = ["截至", "截止", "截止到", "截至到"].iter().any(|w| before.ends_with(w));
    if until && year.year + 1 == own && !ours && !words.contains(['比', '较']) {
        return Some((Some(own), WHY_REPORT));
    }
    if until && year.year > own + 1 {
        return Some((None, WHY_LATE));
    }
    None
}

fn slip(case: &Case, year: &Year, wanted: Option<u16>, why: [&'static str; 2]) -> Slip {
    let text = &case.reading.text;
    let span = text.span(year.place.clone());
    // The year with the words behind it, as far as a reader needs them to find it.
    let behind = case.words(year.place.end..text.folded.len());
    let end =
        behind.char_indices().take_while(|(_, c)| !matches!(c, ',' | '。' | '\n' | ';')).take(20).last();
    let end = year.place.end + end.map_or(0, |(at, c)| at + c.len_utf8());
    let told = text.words(year.place.start..end);
    let own = wanted.map_or_else(String::new, |year| year.to_string());
    let message = match (case.locale, wanted) {
        (Locale::Zh, Some(_)) => format!("“{told}”：{}，请核对是否应为{own}年。", why[0]),
        (Locale::Zh, None) => format!("“{told}”：{}，请核对。", why[0]),
        (Locale::En, Some(_)) => format!("“{told}”: {}; should it be {own}?", why[1]),
        (Locale::En, None) => format!("“{told}”: {}; please check.", why[1]),
    };
    Slip {
        span: Some(text.span(year.place.start..end)),
        stated: Some(Decimal::whole(year.year.into())),
        expected: wanted.map(|year| Decimal::whole(year.into())),
        fixes: wanted.map(|_| Fix { span, text: own }).into_iter().collect(),
        message,
        key: told.into_owned(),
        ..Slip::default()
    }
}
