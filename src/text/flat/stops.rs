//! Blanks that stand for commas: 立案402宗　结案388宗　罚没574.3万元.

use std::ops::Range;

use super::Border;
use crate::fold::is_ideograph;
use crate::text::lines::goes_on;
use crate::words::Stretch;

/// The fewest such blanks of a line.
pub const FEWEST: usize = 2;
/// The most characters of a unit.
const LONGEST_UNIT: usize = 3;

/// Adds the blanks of a line behind figures where no other stops part these.
pub fn stops(source: &str, words: &[Range<usize>], borders: &mut Vec<(usize, Border)>) {
    let word = |i: usize| &source[words[i].clone()];
    // 立案 402 宗 结案 388 宗: a blank may stand before the unit as well.
    let figure =
        |i: usize| ends_with_figure(word(i)) || i > 0 && ends_with_figure(&[word(i - 1), word(i)].concat());
    let parts = |i: usize| figure(i - 1) && word(i).starts_with(is_ideograph);
    let found: Vec<usize> = (1..words.len()).filter(|&i| parts(i)).collect();
    let (Some(&first), Some(&last)) = (found.first(), found.last()) else { return };
    let stopped = source[words[first - 1].end..words[last].start].has_any("，。；,;、：");
    if found.len() >= FEWEST && !stopped {
        borders.extend(found.iter().map(|&i| (words[i - 1].end, Border::Stop)));
    }
}

/// Whether a word ends with a number and its unit: 结案388宗, 罚没574.3万元.
fn ends_with_figure(word: &str) -> bool {
    let Some(at) = word.bytes().rposition(|byte| byte.is_ascii_digit()) else { return false };
    let behind = word[at + 1..].without_first("余多万亿千");
    goes_on(behind) && behind.chars().nth(LONGEST_UNIT).is_none()
}
