//! Which shortcomings a plan takes up: those of its area that share its words.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::Id;
use crate::data;
use crate::indicators;
use crate::order::sort_by;
use crate::problem::{Plan, Problem};
use crate::words::Trie;

/// Words of every report: sharing them says nothing.
static COMMON: LazyLock<Trie> = LazyLock::new(|| {
    Trie::new(data::lines(include_str!("../data/common_words.tsv")).map(str::chars).zip(0..))
});

/// What two items must share: a word of headings (复议), or two pairs of neighbouring characters.
const SHARED: usize = 2;
/// What stands in more shortcomings of one area tells none of them from the others.
const FEW: usize = 3;

type Pair = (char, char);

/// What items may share, with the shortcomings of each area that hold it.
#[derive(Default)]
struct Holders<'a> {
    pairs: FxHashMap<(&'a str, Pair), Vec<Id>>,
    words: FxHashMap<(&'a str, &'a str), Vec<Id>>,
}

/// Notes with each plan the shortcomings that it takes up.
pub fn answers(problems: &[Problem], plans: &mut [Plan]) {
    let mut holders = Holders::default();
    for problem in problems {
        let Some(area) = problem.area else { continue };
        for pair in pairs(&problem.text) {
            holders.pairs.entry((area, pair)).or_default().push(problem.id);
        }
        for word in words(&problem.text) {
            holders.words.entry((area, word)).or_default().push(problem.id);
        }
    }
    for plan in plans {
        let Some(area) = plan.area else { continue };
        let mut shared: FxHashMap<Id, usize> = FxHashMap::default();
        let mut share = |ids: Option<&Vec<Id>>, weight| {
            let few = ids.filter(|ids| ids.len() <= FEW);
            few.into_iter().flatten().for_each(|id| *shared.entry(*id).or_default() += weight);
        };
        for pair in pairs(&plan.text) {
            share(holders.pairs.get(&(area, pair)), 1);
        }
        for word in words(&plan.text) {
            share(holders.words.get(&(area, word)), SHARED);
        }
        plan.answers = shared.into_iter().filter(|(_, count)| *count >= SHARED).map(|(id, _)| id).collect();
        sort_by(&mut plan.answers, |id| id.index() as u64);
    }
}

/// The words of headings in an item that say something.
fn words(item: &str) -> FxHashSet<&str> {
    let mut words = FxHashSet::default();
    indicators::heading_words(item, |word| {
        let common = COMMON.longest(word.chars()).is_some_and(|(len, _)| len == word.len());
        if !common {
            words.insert(word);
        }
    });
    words
}

/// The pairs of neighbouring characters of words that say something.
fn pairs(words: &str) -> FxHashSet<Pair> {
    let mut chars: Vec<char> = words.chars().collect();
    // The trie counts bytes.
    let starts: FxHashMap<usize, usize> =
        words.char_indices().enumerate().map(|(i, (at, _))| (at, i)).collect();
    COMMON.find(words, |start, end, _| {
        let length = words[start..end].chars().count();
        let from = starts[&start];
        chars[from..from + length].fill(' ');
    });
    let says = |c: char| c.is_alphanumeric() && !c.is_ascii();
    chars.windows(2).filter(|pair| says(pair[0]) && says(pair[1])).map(|pair| (pair[0], pair[1])).collect()
}
