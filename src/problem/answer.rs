//! Which shortcomings a plan takes up: those of its area that share its words.

use std::sync::LazyLock;

use crate::Id;
use crate::data;
use crate::fold::is_ideograph;
use crate::indicators;
use crate::problem::{Plan, Problem};
use crate::words::{Keys, Trie, mixed};

/// Words of every report: sharing them says nothing.
static COMMON: LazyLock<Trie> = LazyLock::new(|| Trie::of_lines(data::table!("../data/common_words.tsv")));

/// What two items must share: a word of headings (复议), or two pairs of neighbouring characters.
const SHARED: u32 = 2;
/// What stands in more shortcomings of one area tells none of them from the others.
const FEW: usize = 3;

/// The shortcomings that hold a trait, and how many plans had been looked at when one last asked for them.
#[derive(Default)]
struct Holders {
    ids: Vec<Id>,
    asked: usize,
}

/// Notes with each plan the shortcomings that it takes up.
pub fn answers(problems: &[Problem], plans: &mut [Plan]) {
    let mut numbers = Keys::default();
    let mut holders: Vec<Holders> = Vec::new();
    for problem in problems {
        traits(problem.area, &problem.text, &mut |own, _| {
            let number = numbers.add(own);
            if number == holders.len() {
                holders.push(Holders::default());
            }
            let ids = &mut holders[number].ids;
            if ids.last() != Some(&problem.id) {
                ids.push(problem.id);
            }
        });
    }
    let mut shared = vec![0; problems.len()];
    for (plan, number) in plans.iter_mut().zip(1..) {
        let mut touched: Vec<Id> = Vec::new();
        traits(plan.area, &plan.text, &mut |own, weight| {
            let Some(own) = numbers.get(own) else { return };
            let Holders { ids, asked } = &mut holders[own];
            if ids.len() <= FEW && *asked < number {
                *asked = number;
                for id in ids {
                    touched.push(*id);
                    shared[id.index()] += weight;
                }
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
fn traits(area: Option<&str>, item: &str, found: &mut dyn FnMut(u64, u32)) {
    let Some(area) = area.and_then(indicators::area_place) else { return };
    let own = area as u64 + 1;
    indicators::heading_words(item, |word| {
        let common = COMMON.longest(word).is_some_and(|(len, _)| len == word.len());
        if !common {
            found(word.chars().fold(own, mixed), SHARED);
        }
    });
    // Up to where the common words met so far reach, and all of them in their order.
    let mut common: Vec<(usize, usize)> = Vec::new();
    COMMON.find(item, |start, end, _| common.push((start, end)));
    let (mut next, mut behind) = (0, 0);
    let mut before: Option<char> = None;
    for (at, c) in item.char_indices() {
        while let Some((_, end)) = common.get(next).filter(|(start, _)| *start <= at) {
            behind = behind.max(*end);
            next += 1;
        }
        let says = at >= behind && is_ideograph(c);
        if let Some(before) = before.filter(|_| says) {
            found(mixed(mixed(own, before), c), 1);
        }
        before = says.then_some(c);
    }
}
