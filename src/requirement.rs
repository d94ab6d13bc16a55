//! The contents that a report must or should have, and the words that tell them.

use std::ops::Range;
use std::sync::LazyLock;

use crate::data;
use crate::words::{Numbers, Trie, any_in, find_word};

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
    /// The kinds of reporting bodies that it binds, between blanks.
    pub kinds: &'static str,
}

/// The requirements, sorted by id as their rows are.
pub(crate) static REQUIREMENTS: LazyLock<Vec<Requirement>> = LazyLock::new(|| {
    let requirement = |[id, level, zh, en, basis, from, until, kinds]: [&'static str; 8]| {
        let years = [from, until].map(|year| year.parse().ok());
        Requirement { id, level, zh, en, basis, years, kinds }
    };
    data::rows(data::table!("data/requirements.tsv")).map(requirement).collect()
});

/// Words that tell a content: each piece behind the one before it, of each one alternative.
pub(crate) struct Pattern {
    /// The number of the content that they tell.
    pub number: usize,
    /// Where they stand: `heading`, `line`, `sentence` …
    pub place: &'static str,
    /// The pieces behind the first, joined by `+`, each with its alternatives between `/`.
    rest: Option<&'static str>,
    /// Words near by that rule it out, between blanks.
    nots: Option<&'static str>,
    /// The next pattern that begins with the same word.
    next: Option<usize>,
}

/// Bytes between two pieces at most.
const GAP: usize = 120;
/// Bytes before the words, and behind them, in which another may rule them out.
const BEFORE: usize = 300;
const BEHIND: usize = 36;

/// The patterns, and the first of each word that a first piece may be.
struct Patterns {
    firsts: Trie,
    all: Vec<Pattern>,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let mut all: Vec<Pattern> = Vec::new();
    let mut firsts = Vec::new();
    // The last pattern of each word so far.
    let (mut numbers, mut last) = (Numbers::default(), Vec::new());
    for [requirement, place, cues, nots, ..] in data::rows(data::table!("data/requirement_cues.tsv")) {
        let Some(number) = number_of(requirement) else { continue };
        let nots = Some(nots).filter(|nots| *nots != "-");
        for cue in cues.split(' ') {
            let (first, rest) = cue.split_once('+').map_or((cue, None), |(first, rest)| (first, Some(rest)));
            for word in first.split('/') {
                let own = all.len();
                let known = numbers.add(word);
                if known == last.len() {
                    firsts.push((word, own as u16));
                    last.push(own);
                } else {
                    all[last[known]].next = Some(own);
                    last[known] = own;
                }
                all.push(Pattern { number, place, rest, nots, next: None });
            }
        }
    }
    Patterns { firsts: Trie::of(&firsts), all }
});

impl Pattern {
    /// Where it ends whose first piece stands here, if the others follow and no word rules it out.
    pub fn end(&self, words: &str, first: &Range<usize>) -> Option<usize> {
        let mut end = first.end;
        for piece in self.rest.into_iter().flat_map(|rest| rest.split('+')) {
            let reach = &words[end..words.floor_char_boundary(end + GAP)];
            let next =
                piece.split('/').filter_map(|word| find_word(reach, word).map(|at| (at, at + word.len())));
            end += next.min()?.1;
        }
        let Some(nots) = self.nots else { return Some(end) };
        let before = words.floor_char_boundary(first.start.saturating_sub(BEFORE));
        let near = &words[before..words.floor_char_boundary(end + BEHIND)];
        (!any_in(near, nots)).then_some(end)
    }
}

/// Calls `found` with each pattern whose first piece stands in a text, and where it does.
pub(crate) fn each(words: &str, found: &mut dyn FnMut(&Pattern, Range<usize>)) {
    let Patterns { firsts, all } = &*PATTERNS;
    firsts.find(words, |start, end, first| {
        let mut next = Some(usize::from(first));
        while let Some(pattern) = next.map(|i| &all[i]) {
            next = pattern.next;
            found(pattern, start..end);
        }
    });
}

/// The number of a requirement.
pub(crate) fn number_of(requirement: &str) -> Option<usize> {
    REQUIREMENTS.iter().position(|own| own.id == requirement)
}

/// Where words of this place first tell a content.
pub(crate) fn first(words: &str, requirement: &str, place: &str) -> Option<Range<usize>> {
    let number = number_of(requirement)?;
    let mut told = None;
    each(words, &mut |pattern, first| {
        if told.is_none() && pattern.number == number && pattern.place == place {
            told = pattern.end(words, &first).map(|end| first.start..end);
        }
    });
    told
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
