//! Words between two figures: which of the two they tell.

use std::ops::Range;
use std::sync::LazyLock;

use crate::fold::is_letter;
use crate::metric::frame::{Frame, is_joint};
use crate::quantity::Quantity;
use crate::words::{Ends, Stretch};

/// Divides the words between the figures of a sentence.
pub fn divide(folded: &str, quantities: &[Quantity], frames: &mut [Frame]) {
    named_before(folded, quantities, frames);
    for next in 1..frames.len() {
        let words = frames[next].before.clone();
        let adjoining = frames[next - 1].after == words && quantities[next - 1].unit == quantities[next].unit;
        let split = || outcome(folded, &words).map(|at| at..at).or_else(|| among(folded, &words));
        if let Some(gap) = adjoining.then(split).flatten() {
            frames[next - 1].after.end = gap.start;
            frames[next].before.start = gap.end;
        } else if quantities[next - 1].place.end == words.start {
            joined(folded, &words, &mut frames[next - 1..=next]);
        }
        let alike = quantities[next - 1].unit == quantities[next].unit;
        if alike && is_outcome(&folded[frames[next].before.clone()]) {
            frames[next].of = Some(frames[next - 1].before.start..frames[next].before.start);
        }
    }
}

/// Whether words tell an outcome and nothing of what it is of.
fn is_outcome(words: &str) -> bool {
    let words = words.trim_start_matches(',');
    OUTCOMES.at_end(words).is_some_and(|outcome| outcome.len() == words.len())
}

/// 12个乡镇和|20个部门, 29个单位共计|50项: what a joint or a sum parts from the second figure is the first one's.
fn joined(folded: &str, between: &Range<usize>, frames: &mut [Frame]) {
    let [first, second] = frames else { return };
    let words = &folded[between.clone()];
    let summed = ["共计", "合计", "总计"].iter().find_map(|sum| words.strip_suffix(sum));
    let noun = summed.unwrap_or(words.trim_end_matches(is_joint));
    if noun.len() < words.len() && noun.starts_with(is_letter) && !noun.has(',') {
        first.after.end = first.after.end.min(between.start + noun.len());
        second.before.start = between.start + noun.len();
    }
}

/// 28个复工项目中有重点项目9个: the words that part a total's noun from its part's.
fn among(folded: &str, between: &Range<usize>) -> Option<Range<usize>> {
    let words = &folded[between.clone()];
    let at = words.place_of("中有").filter(|&at| at >= "项目".len())?;
    let part = &words[at + "中有".len()..];
    let plain = part.chars().nth(1).is_some() && part.chars().all(is_letter);
    plain.then(|| between.start + at..between.start + at + "中有".len())
}

/// What becomes of cases and problems.
pub static OUTCOMES: LazyLock<Ends> = LazyLock::new(|| {
    Ends::of(
        "化解 办结 审结 结案 整改 整改到位 整改完成 完成 完成整改 解决 采纳 落实 销号 答复 办复 调解成功 已化解 已办结 \
         已审结 已整改 已完成 已解决 已采纳 已落实 已销号 全部化解 全部办结 全部整改 全部完成",
    )
});

/// 28件积案化解26件: where the outcome begins behind its noun.
fn outcome(folded: &str, between: &Range<usize>) -> Option<usize> {
    let words = &folded[between.clone()];
    let noun = words.strip_suffix(OUTCOMES.at_end(words)?)?;
    let plain = noun.chars().nth(1).is_some() && noun.chars().all(is_letter);
    plain.then_some(between.start + noun.len())
}

/// The fewest figures of a list without marks.
const FEWEST_LISTED: usize = 3;
/// The most characters of a name in such a list.
const LONGEST_LISTED: usize = 8;

/// 山林41起邻里33起婚姻29起: in a list that lost its marks the words between two figures are the second one's,
/// when words open the list and none end it.
fn named_before(folded: &str, quantities: &[Quantity], frames: &mut [Frame]) {
    let mut first = 0;
    while first < frames.len() {
        let joined = (first + 1..frames.len()).take_while(|&i| {
            let words = &folded[frames[i].before.clone()];
            frames[i - 1].after.end == quantities[i].place.start
                && quantities[i - 1].unit == quantities[i].unit
                && !words.is_empty()
                && words.chars().all(is_letter)
                && words.chars().nth(LONGEST_LISTED).is_none()
        });
        let end = first + 1 + joined.count();
        let opened = folded[frames[first].before.clone()].ends_with(is_letter);
        if end - first >= FEWEST_LISTED && opened && frames[end - 1].after.is_empty() {
            for frame in &mut frames[first..end] {
                frame.after.end = frame.after.start;
            }
        }
        first = end;
    }
}
