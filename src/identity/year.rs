//! The year reported on: by the weight of evidence, not the first number.

use std::ops::Range;

use crate::chapter::is_to_come;
use crate::identity::date::Day;
use crate::outline::Outline;
use crate::quantity::{chinese_year, is_year};
use crate::text::Text;
use crate::words::{Stretch, Words, ends, starts};

/// What a year in each place weighs.
const IN_TITLE: i32 = 12;
const IN_OPENING: i32 = 3;
const IN_HEADING: i32 = 2;
const AS_REPORTED: i32 = 4;
const BEFORE_PUBLICATION: i32 = 3;

/// The year reported on.
pub fn year(
    text: &Text,
    outline: &Outline,
    title: Option<&Range<usize>>,
    published: Option<Day>,
) -> Option<u16> {
    static PLANNED: Words = Words::new("工作打算 工作计划 主要安排 工作安排 重点");
    static PLAN: Words = Words::new("打算 计划 安排 重点 思路");
    let mut weights: Vec<(u16, i32)> = Vec::new();
    let mut weigh = |year: u16, weight: i32| match weights.iter_mut().find(|(known, _)| *known == year) {
        Some((_, sum)) => *sum += weight,
        None => weights.push((year, weight)),
    };
    let years = years(&text.folded, title);
    let mut titled = false;
    for &Told { at, behind, year } in &years {
        if title.is_some_and(|title| title.contains(&at)) {
            // The first of the title counts.
            if !titled {
                weigh(year, IN_TITLE);
            }
            titled = true;
            continue;
        }
        let behind = &text.folded[behind..];
        let first = |most: usize| behind.char_indices().nth(most).map_or(behind, |(end, _)| &behind[..end]);
        let first = |most: usize| first(most).split('\n').next().unwrap_or_default();
        let near = first(8);
        if PLANNED.stand_in(near) || starts(near, "安排 打算 计划") || near.has('将') && is_to_come(first(40))
        {
            weigh(year - 1, AS_REPORTED);
        } else {
            let reported = starts(behind, "度法治政府 法治政府 以来, 度, , 是");
            let opens = || text.sentences.binary_search_by_key(&at, |s| s.start).is_ok();
            weigh(year, if reported && opens() { IN_OPENING } else { 1 });
        }
    }
    for &Told { at, year, .. } in &years {
        let Some(heading) = outline.at(at).map(|i| &outline.places[i]).filter(|place| place.contains(&at))
        else {
            continue;
        };
        let plan = PLAN.stand_in(&text.folded[heading.clone()]);
        weigh(year - u16::from(plan), IN_HEADING);
    }
    if let Some((year, ..)) = published {
        // What some months brought is told in their own year.
        weigh(year - u16::from(!is_of_months(text, title)), BEFORE_PUBLICATION);
    }
    // Of two that weigh the same the later is the report's, the earlier its comparison.
    let best = weights.into_iter().max_by_key(|&(year, weight)| (weight, year));
    let heads = |place: &Range<usize>| outline.begins(place.start).map(|i| outline.places[i].end);
    let opening = text.paragraphs.iter().find(|place| heads(place) != Some(place.end));
    let opening = opening.map_or(0, |place| place.end);
    let opens = |year: u16| years.iter().any(|named| named.at < opening && named.year == year);
    // 2019年全市共受理…: the only year of a piece of news.
    let alone = |year: u16| {
        let [Told { behind, year: named, .. }] = *years else { return false };
        let behind = &text.folded[behind..];
        named == year && (starts(behind, "全 度 , 我 本 共 组织 开展") || is_period(behind))
    };
    best.filter(|&(year, weight)| weight >= 2 || opens(year) || alone(year)).map(|(year, _)| year)
}

/// Lines in which a report says what time it is of.
const OPENING: usize = 4;

/// Whether the title, or the first line where there is none, is that of a report of some months, not of a year.
pub fn is_of_months(text: &Text, title: Option<&Range<usize>>) -> bool {
    static MONTHS: Words =
        Words::new("季度 季报 半年 月份 月度 月报 月数据 月运行 第一期 第二期 第三期 第四期");
    let some = |line: &Range<usize>| {
        let words = &text.folded[line.clone()];
        // 2025年5月某县…运行分析报告
        let month = |at: usize| ends(&words[..at], "年") && is_month(&words[at..]);
        let part = |at: usize| (is_period(&words[at..]) || month(at)) && !words[at..].holds("12月");
        MONTHS.stand_in(words) || words.match_indices(|c: char| c.is_ascii_digit()).any(|(at, _)| part(at))
    };
    // 运行分析报告(4月1日-4月30日)
    let days = |line: &Range<usize>| {
        let words = &text.folded[line.clone()];
        words.holds("日-") && !words.holds("12月31日")
    };
    // 2022年1-6月,全区共受理…: the first words below a title that tells nothing.
    let opens = |line: &Range<usize>| {
        let words = text.folded[line.clone()].without_digits().trim_start_matches('年');
        is_period(words) && !starts(words, "1-12月 1至12月")
    };
    title.or(text.paragraphs.first()).is_some_and(|line| some(line) || days(line))
        || text.paragraphs.iter().take(OPENING).any(opens)
}

/// A year in the text: where it begins, and where the words behind 年 do.
struct Told {
    at: usize,
    behind: usize,
    year: u16,
}

/// Whether words begin with a stretch of months: 1-12月.
fn is_period(words: &str) -> bool {
    let number = |words: &str| words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &words[number(words)..];
    let last = rest.strip_prefix('-').or(rest.strip_prefix('至')).or(rest.strip_prefix("月至"));
    last.is_some_and(|last| number(last) > 0 && starts(&last[number(last)..], "月"))
}

/// Whether words begin with a month and no day: 6月份.
fn is_month(words: &str) -> bool {
    let rest = words.without_digits().strip_prefix('月');
    rest.is_some_and(|rest| {
        let behind = rest.without_digits();
        behind.len() == rest.len() || !starts(behind, "日 号")
    })
}

/// The years of a text, 2022年 and 2022年度, with their places; no ranges, no days.
fn years(folded: &str, title: Option<&Range<usize>>) -> Vec<Told> {
    let bytes = folded.as_bytes();
    let line = title.map_or_else(|| folded.find('\n').unwrap_or(0), |title| title.end);
    let mut years = Vec::new();
    for end in "2022".len()..bytes.len() {
        if bytes[end] != 0xE5 || !starts(&folded[end..], "年") {
            continue;
        }
        let start = end - "2022".len();
        let arabic = folded
            .get(start..end)
            .filter(|digits| is_year(digits))
            .map(|digits| (start, digits.parse().ok()));
        let chinese = || chinese_year(&folded[..end]).map(|(start, year)| (start, Some(year)));
        let Some((start, year)) = arabic.or_else(chinese) else { continue };
        let ranged = ends(&folded[..start], "- ~ 至") || start > 0 && bytes[start - 1].is_ascii_digit();
        // 较2020年, (2014年为804件): what the year is compared with.
        let (before, behind) = (&folded[..start], &folded[end + "年".len()..]);
        let began = ends(before, "自 从")
            && starts(behind, "起 开始 底开始 底起 成立 设立 组建 建立 试行 实施 施行 启动 推行 运行");
        // 法律援助工作情况(2023年), in the first line.
        let titled = start < line && starts(behind, ") 度)");
        // 到2030年要达到90%
        let ahead = ends(before, "到") && !ends(before, "截至到 截止到") && !starts(behind, "底 末");
        let compared = ends(before, "较 比 与 (") && !titled || began || ahead;
        let month = start < line && is_month(behind);
        // 截至2024年12月31日: the whole year.
        let whole = ends(before, "截至 截止 截止到 截至到") && starts(behind, "12月31日 12月底");
        let dated = behind.begins_with_digit() && !is_period(behind) && !month && !whole;
        if let Some(year) = year.filter(|_| !ranged && !dated && !compared) {
            years.push(Told { at: start, behind: end + "年".len(), year });
        }
    }
    years
}
