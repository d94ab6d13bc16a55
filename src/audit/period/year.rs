//! The years of a text, and the days behind them.

use std::ops::Range;

use crate::quantity::{chinese_year, is_year};
use crate::words::{Stretch, ends};

/// A year in the text.
pub struct Year {
    /// Where its four digits stand in the folded text.
    pub place: Range<usize>,
    pub year: u16,
}

impl Year {
    /// Where the words behind it begin.
    pub fn behind(&self) -> usize {
        self.place.end + '年'.len_utf8()
    }
}

/// The years of a text, with 年 behind them.
pub fn years(folded: &str) -> Vec<Year> {
    let mut years = Vec::new();
    for (at, _) in folded.match_indices('年') {
        years.extend(year(&folded[..at]));
    }
    years
}

/// The years of a stretch of the text.
pub fn within<'a>(years: &'a [Year], place: &Range<usize>) -> &'a [Year] {
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
    let joined = ends(before, "- ~ 至 .") || before.ends_with_any("0123456789");
    let year = digits.parse().ok()?;
    (!joined || before.ends_with("截至")).then_some(Year { place: start..end, year })
}

/// 2月30日: whether no year has the day that stands behind this one.
pub fn is_impossible(year: u16, behind: &str) -> bool {
    let (month, behind) = number(behind);
    let Some(behind) = behind.strip_prefix('月') else { return false };
    // 2025年16月, 1012月: two months that lost the dash between them.
    let joined = |month: u32, by: u32| (1..month % by).contains(&(month / by)) && month % by <= 12;
    if month.is_some_and(|month| month > 12 && (joined(month, 10) || joined(month, 100))) {
        return false;
    }
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let longest = match month {
        None => return false,
        Some(2) => 28 + u32::from(leap),
        Some(4 | 6 | 9 | 11) => 30,
        Some(1..=12) => 31,
        _ => 0,
    };
    // 2023年3月12345热线: no day has more than two digits.
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let day = number(behind).0.filter(|_| digits < 3).unwrap_or(1);
    day == 0 || day > longest
}

/// The number that words begin with, and what stands behind it.
fn number(words: &str) -> (Option<u32>, &str) {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    (words[..digits].parse().ok(), &words[digits..])
}
