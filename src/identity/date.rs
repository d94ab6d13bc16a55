//! The day of publication: in the page's own lines, else under the report.

use std::ops::Range;

use crate::mark::{digit, numeral};
use crate::outline::Outline;
use crate::text::Text;
use crate::words::Stretch;

/// Year, month, day.
pub type Day = (u16, u8, u8);

/// Words before the day on which a page was published, the surest first.
const PUBLISHED: &str = "发布日期 发布时间 公开日期 公开时间 发文日期 成文日期 生成日期 更新时间 时间: 日期:";
/// Bytes looked at from the top where no heading ends the page's own lines.
const HEAD: usize = 1500;
/// Lines looked at from the bottom.
const BOTTOM: usize = 6;

/// The day of publication and where it stands.
pub fn published(text: &Text, outline: &Outline) -> Option<(Range<usize>, Day)> {
    let head = outline.places.first().map_or(text.folded.floor_char_boundary(HEAD), |place| place.start);
    let head = &text.folded[..head];
    for words in PUBLISHED.split(' ') {
        let day = head.place_of(words).and_then(|at| first_day(&text.folded, at + words.len(), 12));
        if day.is_some() {
            return day;
        }
    }
    for line in text.paragraphs.iter().rev().take(BOTTOM) {
        let short = text.folded[line.clone()].chars().nth(16).is_none();
        let day = if short { first_day(&text.folded[..line.end], line.start, 3) } else { None };
        if day.is_some() {
            return day;
        }
    }
    None
}

/// The first day within `reach` characters of a place.
fn first_day(folded: &str, from: usize, reach: usize) -> Option<(Range<usize>, Day)> {
    for (i, _) in folded[from..].char_indices().take(reach + 1) {
        let at = from + i;
        if let Some((len, day)) = day(&folded[at..]) {
            return Some((at..at + len, day));
        }
    }
    None
}

/// A day at the start of `text`: 2024年1月18日, 2024-01-18, 二〇二四年一月十八日.
fn day(text: &str) -> Option<(usize, Day)> {
    let (year, mut at) = arabic(text, 4).or_else(|| figures(text))?;
    let mut parts = [0; 2];
    for part in &mut parts {
        let separator = text[at..].chars().next().filter(|c| matches!(c, '年' | '月' | '-' | '/' | '.'))?;
        at += separator.len_utf8();
        let (value, len) =
            arabic(&text[at..], 2).map_or_else(|| numeral(&text[at..]), |(v, len)| (Some(v), len));
        (*part, at) = (value?, at + len);
    }
    // 2019年1-4月: no day.
    if text[at..].starts_with('月') {
        return None;
    }
    if text[at..].starts_with('日') {
        at += '日'.len_utf8();
    }
    let [month, day] = parts;
    let valid = (1990..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then_some((at, (year as u16, month as u8, day as u8)))
}

/// An Arabic numeral of at most `most` digits, and its length.
fn arabic(text: &str, most: usize) -> Option<(u32, usize)> {
    let len = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    Some((text[..len].parse().ok()?, len))
}

/// A year in four Chinese digits, and its length: 二〇二四.
fn figures(text: &str) -> Option<(u32, usize)> {
    let (mut year, mut len) = (0, 0);
    for c in text.chars().take(4) {
        let digit = match c {
            '〇' | '零' | '○' => 0,
            _ => match digit(c) {
                known @ 1..10 => known,
                _ => return None,
            },
        };
        (year, len) = (year * 10 + digit, len + c.len_utf8());
    }
    (year > 999).then_some((year, len))
}
