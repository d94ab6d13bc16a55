//! Two levels of one measure: 由57项压减到22项.

use std::ops::Range;
use std::sync::LazyLock;

use crate::metric::frame::Frame;
use crate::metric::label::core;
use crate::quantity::Quantity;
use crate::words::{Ends, Stretch, Words, ends, starts};

/// Which of two levels a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The only one.
    Only,
    /// 57 of 由57项压减到22项.
    Left,
    /// 22 of 由57项压减到22项.
    Reached,
}

/// Words that say when the level that is left was reached.
static WHEN: LazyLock<Ends> = LazyLock::new(|| {
    Ends::of(
        "去年同期 上年同期 同期 去年 上年 前年 年初 上年末 上年底 年底 年末 年 平均 原来 原有 原先 原 最初 以前 之前 以往 过去 此前 法定",
    )
});
/// Words of going from one level to the next.
static GOES: Words =
    Words::new("增 减 降 升 压 缩 扩 提 整合 重组 合并 归并 精简 优化 调 变 发展 下 上 回落 拓 涨 攀 跃");
/// The most characters of the words between the two.
const LONGEST: usize = 16;

/// Names both levels by the words before the first.
pub fn levels(folded: &str, quantities: &[Quantity], frames: &mut [Frame]) {
    for next in 1..frames.len() {
        let (left, reached) = (&frames[next - 1], &frames[next]);
        let alike = quantities[next - 1].unit == quantities[next].unit
            && quantities[next - 1].place.end == reached.before.start
            && left.name.is_none()
            && reached.name.is_none();
        if !alike || !goes(&folded[reached.before.clone()]) {
            continue;
        }
        let Some(opened) = opened(folded, &left.before) else { continue };
        let before = core(folded, left.before.start..opened);
        let behind = core(folded, reached.after.clone());
        let Some(name) = [before, behind].into_iter().find(|name| !name.is_empty()) else { continue };
        for (frame, level) in frames[next - 1..=next].iter_mut().zip([Level::Left, Level::Reached]) {
            frame.name = Some(name.clone());
            frame.level = level;
        }
    }
}

/// Names what is there at the end of a year by what was there at its start: 年初持证人员1015人,新增112人,年底为991人.
pub fn stocks(folded: &str, quantities: &[Quantity], frames: &mut [Frame]) {
    const START: &str = "年初 期初 上年末 上年底";
    const END: [&str; 3] = ["年底", "年末", "期末"];
    let mut opened: Option<usize> = None;
    for i in 0..frames.len() {
        let words = folded[frames[i].before.clone()].without_first(",;。");
        if starts(words, START) {
            opened = Some(i);
            continue;
        }
        let ended = END.contains(&words.without_first("到至").without_last("为是有达实现"));
        let Some(first) = opened.filter(|&first| ended && quantities[first].unit == quantities[i].unit)
        else {
            continue;
        };
        let name = core(folded, frames[first].before.clone());
        if !name.is_empty() && frames[i].name.is_none() {
            frames[i].name = Some(name);
        }
    }
}

/// Whether words lead from one level to the next: 压减到, 降至2022年的.
fn goes(words: &str) -> bool {
    let words = words.trim_end_matches('的');
    let to = words.last_of("到至为成").filter(|_| words.chars().nth(LONGEST).is_none());
    let Some(to) = to else { return false };
    let when = &words[to + '到'.len_utf8()..];
    (when.is_empty() || ends(when, "年 年底 年末 目前 现在 如今 当前 月 月底")) && GOES.stand_in(&words[..to])
}

/// The most characters of 由 and what began.
const BEGUN: usize = 8;

/// Where the words begin that open the level left: 由, 从原来的, 由2021年的.
fn opened(folded: &str, before: &Range<usize>) -> Option<usize> {
    let words = folded[before.clone()].trim_end_matches('的');
    let words = WHEN.at_end(words).and_then(|when| words.strip_suffix(when)).unwrap_or(words);
    let words = words.without_last("0123456789");
    // 由承接之初的63%
    let begun = words.strip_suffix("之初").and_then(|words| {
        let from = words.last_of("由从")?;
        words[from..].chars().nth(BEGUN).is_none().then_some(from)
    });
    let opened = words.strip_suffix(['由', '从', '自']).map(str::len);
    Some(before.start + opened.or(begun)?)
}
