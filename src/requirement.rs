//! The contents that a report must or should have, and the words that tell them.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::data;
use crate::words::Trie;

/// A row of the table of requirements.
pub(crate) struct Requirement {
    pub id: &'static str,
    /// `mandated`, `expected` or `optional`.
    pub level: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    /// The rule that asks for it.
    pub basis: &'static str,
    /// The first and the last year whose reports it binds.
    pub years: [Option<u16>; 2],
    /// The kinds of reporting bodies that it binds.
    pub kinds: Vec<&'static str>,
}

/// The requirements, sorted by id as their rows are.
pub(crate) static REQUIREMENTS: LazyLock<Vec<Requirement>> = LazyLock::new(|| {
    data::rows(include_str!("data/requirements.tsv"))
        .map(|mut row| {
            let mut next = || row.next().unwrap_or_default();
            let (id, level, zh, en, basis) = (next(), next(), next(), next(), next());
            let years = [next().parse().ok(), next().parse().ok()];
            Requirement { id, level, zh, en, basis, years, kinds: next().split(' ').collect() }
        })
        .collect()
});

/// Words that tell a content: each piece behind the one before it, of each one alternative.
struct Pattern {
    requirement: &'static str,
    place: &'static str,
    /// The pieces behind the first, each with its alternatives.
    rest: Vec<Vec<&'static str>>,
    /// Words near by that rule it out.
    nots: Vec<&'static str>,
}

/// Bytes between two pieces at most.
const GAP: usize = 120;
/// Bytes before the words, and behind them, in which another may rule them out.
const BEFORE: usize = 300;
const BEHIND: usize = 36;

/// The patterns, each under every word that its first piece may be.
struct Patterns {
    words: Trie,
    under: Vec<Vec<usize>>,
    all: Vec<Pattern>,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let mut all = Vec::new();
    let mut numbers: FxHashMap<&str, u16> = FxHashMap::default();
    let mut under: Vec<Vec<usize>> = Vec::new();
    for mut row in data::rows(include_str!("data/requirement_cues.tsv")) {
        let mut next = || row.next().unwrap_or_default();
        let (requirement, place, cues, nots) = (next(), next(), next(), next());
        for cue in cues.split(' ') {
            let mut pieces = cue.split('+').map(|piece| piece.split('/').collect::<Vec<_>>());
            for word in pieces.next().unwrap_or_default() {
                let number = *numbers.entry(word).or_insert(under.len() as u16);
                if usize::from(number) == under.len() {
                    under.push(Vec::new());
                }
                under[usize::from(number)].push(all.len());
            }
            let nots = nots.split(' ').filter(|word| *word != "-").collect();
            all.push(Pattern { requirement, place, rest: pieces.collect(), nots });
        }
    }
    let words = Trie::numbered(&mut numbers.into_iter());
    Patterns { words, under, all }
});

/// Where the pattern ends whose first piece stands here, if the others follow and no word rules it out.
fn end_of(words: &str, first: Range<usize>, rest: &[Vec<&str>], nots: &[&str]) -> Option<usize> {
    let mut end = first.end;
    for piece in rest {
        let reach = &words[end..words.floor_char_boundary(end + GAP)];
        let next = piece.iter().filter_map(|word| reach.find(word).map(|at| (at, at + word.len()))).min();
        end += next?.1;
    }
    let before = words.floor_char_boundary(first.start.saturating_sub(BEFORE));
    let near = &words[before..words.floor_char_boundary(end + BEHIND)];
    nots.iter().all(|not| !near.contains(not)).then_some(end)
}

/// Calls `found` with each content that words tell, in their order; of those `wanted` by requirement and place.
pub(crate) fn told(
    words: &str,
    wanted: &dyn Fn(&str, &str) -> bool,
    found: &mut dyn FnMut(&'static str, Range<usize>),
) {
    let Patterns { words: firsts, under, all } = &*PATTERNS;
    firsts.find(words, |start, end, first| {
        for &Pattern { requirement, place, ref rest, ref nots } in
            under[usize::from(first)].iter().map(|&i| &all[i])
        {
            if !wanted(requirement, place) {
                continue;
            }
            if let Some(end) = end_of(words, start..end, rest, nots) {
                found(requirement, start..end);
            }
        }
    });
}

/// Where words of this place first tell a content.
pub(crate) fn first(words: &str, requirement: &str, place: &str) -> Option<Range<usize>> {
    let mut first: Option<Range<usize>> = None;
    told(words, &|own, at| own == requirement && at == place, &mut |_, words| {
        first.get_or_insert(words);
    });
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tells(words: &str, requirement: &str, place: &str) -> bool {
        first(words, requirement, place).is_some()
    }

    #[test]
    fn pieces_follow_each_other_and_a_word_may_rule_them_out() {
        assert!(tells("工作中还存在一些薄弱环节", "shortcomings", "sentence"));
        assert!(!tells("薄弱环节不再存在", "shortcomings", "sentence"));
        assert!(tells("三、存在的主要问题", "shortcomings", "heading"));
        assert!(!tells("(二)聚焦存在的突出问题", "shortcomings", "heading"));
    }
}
