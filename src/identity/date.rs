//! The day of publication: in the page's own lines, else under the report.

use std::ops::Range;

use crate::outline::Outline;
use crate::text::Text;

/// Year, month, day.
pub type Day = (u16, u8, u8);

/// Words before the day on which a page was published, the surest first.
const PUBLISHED: &[&str] = &[
    "发布日期",
    "发布时间",
    "公开日期",
    "公开时间",
    "发文日期",
    "成文日期",
    "生成日期",
    "更新时间",
    "时间:",
    "日期:",
];
/// Bytes looked at from the top where no heading ends the page's own lines.
const HEAD: usize = 1500;
/// Lines looked at from the bottom.
const BOTTOM: usize = 6;

/// The day of publication and where it stands.
pub fn published(text: &Text, outline: &Outline) -> Option<(Range<usize>, Day)> {
    let head = outline.places.first().map_or(text.folded.floor_char_boundary(HEAD), |place| place.start);
    let head = &text.folded[..head];
    for words in PUBLISHED {
        if let Some(i) = head.find(words) {
            let from = i + words.len();
            if let Some((place, day)) = first_day(&text.folded, from, 12) {
                return Some((place, day));
            }
        }
    }
    let last = text.paragraphs.iter().rev().take(BOTTOM);
    last.filter(|line| text.folded[(*line).clone()].chars().count() <= 16)
        .find_map(|line| first_day(&text.folded[..line.end], line.start, 3))
}

/// The first day within `reach` characters of a place.
fn first_day(folded: &str, from: usize, reach: usize) -> Option<(Range<usize>, Day)> {
    let starts = folded[from..].char_indices().take(reach + 1);
    starts.map(|(i, _)| from + i).find_map(|at| day(&folded[at..]).map(|(len, day)| (at..at + len, day)))
}

/// A day at the start of `text`: 2024年1月18日, 2024-01-18, 二〇二四年一月十八日.
fn day(text: &str) -> Option<(usize, Day)> {
    let (year, mut at) = numeral(text, 4)?;
    let mut next = || -> Option<u32> {
        let separator = text[at..].chars().next().filter(|c| matches!(c, '年' | '月' | '-' | '/' | '.'))?;
        at += separator.len_utf8();
        let (value, len) = numeral(&text[at..], 2)?;
        at += len;
        Some(value)
    };
    let (month, day) = (next()?, next()?);
    if text[at..].starts_with('日') {
        at += '日'.len_utf8();
    }
    let valid = (1990..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then_some((at, (year as u16, month as u8, day as u8)))
}

/// Digits, Arabic or Chinese, of at most `most` figures.
fn numeral(text: &str, most: usize) -> Option<(u32, usize)> {
    let arabic = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    if arabic > 0 {
        return Some((text[..arabic].parse().ok()?, arabic));
    }
    if most == 4 {
        let digits = |c: char| {
            "〇一二三四五六七八九"
                .chars()
                .position(|d| d == c || c == '零' && d == '〇' || c == '○' && d == '〇')
        };
        let values: Vec<u32> = text.chars().take(4).map_while(digits).map(|d| d as u32).collect();
        let len = text.chars().take(4).map(char::len_utf8).sum();
        return (values.len() == 4).then(|| (values.iter().fold(0, |n, d| n * 10 + d), len));
    }
    let number = crate::number::chinese(text)?;
    Some((number.value.to_string().parse().ok()?, number.len))
}
