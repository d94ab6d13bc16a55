//! Which shortcomings a plan takes up: those of its area that share its words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::Id;
use crate::data;
use crate::indicators;
use crate::problem::{Plan, Problem};
use crate::words::Trie;

/// Words of every report: sharing them says nothing.
static COMMON: LazyLock<Trie> =
    LazyLock::new(|| Trie::numbered(&mut data::lines(include_str!("../data/common_words.tsv")).zip(0..)));

/// What two items must share: a word of headings (复议), or two pairs of neighbouring characters.
const SHARED: u32 = 2;
/// What stands in more shortcomings of one area tells none of them from the others.
const FEW: usize = 3;

/// The shortcomings that hold a trait, and the plan that asked for them last.
#[derive(Default)]
struct Holders {
    ids: Vec<Id>,
    asked: Option<Id>,
}

/// Notes with each plan the shortcomings that it takes up.
pub fn answers(problems: &[Problem], plans: &mut [Plan]) {
    let mut holders: FxHashMap<u64, Holders> = FxHashMap::default();
    for problem in problems {
        traits(problem.area, &problem.text, |own, _| {
            let Holders { ids, .. } = holders.entry(own).or_default();
            if ids.last() != Some(&problem.id) {
                ids.push(problem.id);
            }
        });
    }
    let mut shared = vec![0; problems.len()];
    for plan in plans {
        let mut touched: Vec<Id> = Vec::new();
        traits(plan.area, &plan.text, |own, weight| {
            let few = holders.get_mut(&own).filter(|own| own.ids.len() <= FEW && own.asked != Some(plan.id));
            let Some(Holders { ids, asked }) = few else { return };
            *asked = Some(plan.id);
            for id in ids {
                touched.push(*id);
                shared[id.index()] += weight;
            }
        });
        for id in touched {
            if shared[id.index()] >= SHARED {
                let at = plan.answers.partition_point(|other| *other < id);
                plan.answers.insert(at, id);
            }
            shared[id.index()] = 0;
        }
    }
}

/// Calls `found` with what an item of an area may share with others, and what that weighs: words of headings
/// that say something, and pairs of neighbouring characters outside common words.
fn traits(area: Option<&str>, item: &str, mut found: impl FnMut(u64, u32)) {
    let Some(area) = area.and_then(indicators::area_place) else { return };
    let trait_of = |words: &mut dyn Iterator<Item = char>| {
        words.fold(area as u64 + 1, |all, c| all.wrapping_mul(0x11_0000).wrapping_add(c.into()))
    };
    indicators::heading_words(item, |word| {
        let common = COMMON.longest(word).is_some_and(|(len, _)| len == word.len());
        if !common {
            found(trait_of(&mut word.chars()), SHARED);
        }
    });
    let mut common = vec![false; item.len()];
    COMMON.find(item, |start, end, _| common[start..end].fill(true));
    let mut before: Option<char> = None;
    for (at, c) in item.char_indices() {
        let says = !common[at] && ('\u{4E00}'..='\u{9FFF}').contains(&c);
        if let Some(before) = before.filter(|_| says) {
            found(trait_of(&mut [before, c].into_iter()), 1);
        }
        before = says.then_some(c);
    }
}
