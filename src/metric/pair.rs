//! 分别: names and figures listed apart, paired one by one.

use std::ops::Range;

use crate::metric::frame::{Frame, is_joint};
use crate::metric::label::core;
use crate::quantity::Quantity;

/// Gives each figure of a run that 分别 announces its own name.
pub fn pair(folded: &str, quantities: &[Quantity], frames: &mut [Frame]) {
    let mut first = 0;
    while first < quantities.len() {
        let last = run_end(folded, quantities, first);
        if last > first {
            let count = last - first + 1;
            let names = names_before(folded, frames, first, count)
                .or_else(|| names_behind(folded, frames, last, count))
                .unwrap_or_default();
            for (frame, name) in frames[first..].iter_mut().zip(names) {
                frame.name = Some(name);
            }
        }
        first = last + 1;
    }
}

/// The last quantity of the run that begins with `first`: only joints stand between.
fn run_end(folded: &str, quantities: &[Quantity], first: usize) -> usize {
    let mut last = first;
    while let Some(next) = quantities.get(last + 1) {
        let between = &folded[quantities[last].place.end..next.place.start];
        let joined = !between.is_empty() && between.trim_matches(|c| is_joint(c) || c == '与').is_empty();
        if !joined || next.kind != quantities[last].kind {
            break;
        }
        last += 1;
    }
    last
}

/// A、B分别为1件、2件; A、B共3件,分别为1件、2件.
fn names_before(folded: &str, frames: &[Frame], first: usize, count: usize) -> Option<Vec<Range<usize>>> {
    let own = frames[first].before.clone();
    let words = &folded[own.clone()];
    let at = own.start + ["分别", "依次", "各为"].iter().find_map(|word| words.rfind(word))?;
    let names = split(folded, own.start..at);
    if names.len() == count {
        return Some(names);
    }
    let earlier = frames.get(first.checked_sub(1)?)?;
    let names = split(folded, core(folded, earlier.before.clone()));
    let same = earlier.sentence == frames[first].sentence && core(folded, own.start..at).is_empty();
    (same && names.len() == count).then_some(names)
}

/// 1件、2件分别是A、B.
fn names_behind(folded: &str, frames: &[Frame], last: usize, count: usize) -> Option<Vec<Range<usize>>> {
    let behind = frames[last].after.start..frames[last].sentence.end;
    let words = folded[behind.clone()].trim_start_matches(',');
    let tail = "分别是 分别为 分别系 分别属 依次是 依次为".split(' ').find_map(|w| words.strip_prefix(w))?;
    let start = behind.end - tail.len();
    let end = start + tail.find([',', '。', ';']).unwrap_or(tail.len());
    let names = split(folded, start..end);
    (names.len() == count && !folded[start..end].contains(|c: char| c.is_ascii_digit())).then_some(names)
}

/// The names of a list, without the words around them.
fn split(folded: &str, list: Range<usize>) -> Vec<Range<usize>> {
    let words = &folded[list.clone()];
    let mut names = Vec::new();
    let mut start = 0;
    let mut depth = 0;
    for (i, c) in words.char_indices().chain([(words.len(), '、')]) {
        match c {
            '(' | '“' | '《' => depth += 1,
            ')' | '”' | '》' => depth -= 1,
            '、' | '和' | '及' | '与' if depth == 0 => {
                let name = core(folded, list.start + start..list.start + i);
                if !name.is_empty() {
                    names.push(name);
                }
                start = (i + c.len_utf8()).min(words.len());
            }
            _ => {}
        }
    }
    names
}
