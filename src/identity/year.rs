//! The year reported on: by the weight of evidence, not the first number.

use std::ops::Range;

use crate::identity::date::Day;
use crate::outline::Outline;
use crate::text::Text;

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
    let mut weights: Vec<(u16, i32)> = Vec::new();
    let mut weigh = |year: u16, weight: i32| match weights.iter_mut().find(|(known, _)| *known == year) {
        Some((_, sum)) => *sum += weight,
        None => weights.push((year, weight)),
    };
    if let Some(title) = title
        && let Some(&(_, year)) = years(&text.folded, title.clone()).first()
    {
        weigh(year, IN_TITLE);
    }
    for (at, year) in years(&text.folded, 0..text.folded.len()) {
        if title.is_some_and(|title| title.contains(&at)) {
            continue;
        }
        let behind = &text.folded[at + "2022年".len()..];
        let reported =
            ["度法治政府", "法治政府", "以来,", "度,", ",", "是"].iter().any(|w| behind.starts_with(w));
        let opens = text.sentences.binary_search_by_key(&at, |s| s.start).is_ok();
        let planned = ["将", "工作打算", "工作计划", "主要安排", "重点"]
            .iter()
            .any(|w| behind.chars().take(8).collect::<String>().contains(w));
        if planned {
            weigh(year.saturating_sub(1), AS_REPORTED);
        } else if opens && reported {
            weigh(year, IN_OPENING);
        } else {
            weigh(year, 1);
        }
    }
    for place in &outline.places {
        let heading = &text.folded[place.clone()];
        for (_, year) in years(&text.folded, place.clone()) {
            let plan = ["打算", "计划", "安排", "重点", "思路"].iter().any(|w| heading.contains(w));
            weigh(if plan { year - 1 } else { year }, IN_HEADING);
        }
    }
    if let Some((year, ..)) = published {
        weigh(year - 1, BEFORE_PUBLICATION);
    }
    // Of two that weigh the same the later is the report's, the earlier its comparison.
    let best = weights.into_iter().max_by_key(|&(year, weight)| (weight, year));
    let opening = text.paragraphs.first().map_or(0, |first| first.end);
    let opens = |year: u16| years(&text.folded, 0..opening).iter().any(|&(_, named)| named == year);
    best.filter(|&(year, weight)| weight >= 2 || opens(year)).map(|(year, _)| year)
}

/// The years of a stretch, 2022年 and 2022年度, with their places; no ranges, no days.
fn years(folded: &str, range: Range<usize>) -> Vec<(usize, u16)> {
    let mut years = Vec::new();
    for (i, _) in folded[range.clone()].match_indices('年') {
        let end = range.start + i;
        let Some(start) = end.checked_sub(4).filter(|s| *s >= range.start && folded.is_char_boundary(*s))
        else {
            continue;
        };
        let digits = &folded[start..end];
        let ahead = folded[..start].chars().next_back();
        let ranged = ahead.is_some_and(|c| c.is_ascii_digit() || matches!(c, '-' | '~' | '至'));
        let dated = folded[end + '年'.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
        if !ranged && !dated && crate::quantity::is_year(digits) && digits.bytes().all(|b| b.is_ascii_digit())
        {
            years.extend(digits.parse().ok().map(|year| (start, year)));
        }
    }
    years
}
