//! Slips of the hand: lists that would add up, were one digit of one figure another.

use super::claim::LEFT;
use super::list::{goes_on, is_free};
use crate::Decimal;
use crate::audit::amount;
use crate::audit::case::{Case, REACH};
use crate::indicators::MetricKind;
use crate::words::{Stretch, starts};

/// A list and its total as they stand to each other.
pub struct Hand {
    /// The parts less the total.
    pub gap: Decimal,
    /// Whether another digit in one of the figures would close the gap.
    pub slipped: bool,
}

impl Hand {
    /// Whether the list adds up, or would but for a slip that is no small one.
    fn fits(&self) -> bool {
        self.gap == Decimal::ZERO || self.slipped && self.gap.size() >= Decimal::whole(10)
    }
}

/// How parts stand to a total; `None` where the sum grows out of range.
pub fn hand(case: &Case, total: usize, parts: &[usize]) -> Option<Hand> {
    let (sum, whole) = (case.sum(parts)?, case.metric(total).value);
    let gap = sum.minus(whole)?;
    let mends = |&part: &usize| {
        let own = case.metric(part).value;
        own.minus(gap).is_some_and(|other| amount::one_digit_apart(own, other))
    };
    let slipped = gap != Decimal::ZERO && (amount::one_digit_apart(sum, whole) || parts.iter().any(mends));
    Some(Hand { gap, slipped })
}

/// Goes on with a list as far as it then adds up but for a slip of the hand that is no small one.
pub fn complete(case: &Case, total: usize, parts: &mut Vec<usize>) {
    let mut all = parts.clone();
    let last = all[all.len() - 1];
    if case.sum(parts) == Some(case.metric(total).value) || parts[0] < total {
        return;
    }
    let mut before = last;
    for next in (last + 1..case.metrics().len()).take(REACH) {
        let gap = case.gap(before, next);
        if !case.together(last, next) || !goes_on(case, before, next) || gap.has(';') {
            return;
        }
        // 市政府88件(含共同被告41件),县政府172件; 简易程序130件,占30.1%,普通程序290件
        let inner = gap.matches('(').count() > gap.matches(')').count();
        let share = case.metric(next).kind == MetricKind::Rate
            && starts(case.gap(next - 1, next), ",占 、占 占 ,占比");
        if inner || share {
            if share {
                before = next;
            }
            continue;
        }
        let words = behind_bracket(gap);
        let joined = words.begins_with_any("、,和及");
        // 承办16件,已经解决14件: what was done with a part is none itself.
        let done = starts(case.lead(next), super::DONE) || starts(words, ",已 ,均已 ,正在");
        let own = is_free(case, total, next) && case.metric(next).scope == case.metric(last).scope;
        if !own || !joined || done || case.metric(next).direction.is_some() {
            return;
        }
        all.push(next);
        before = next;
        if hand(case, total, &all).is_some_and(|hand| hand.fits()) {
            *parts = all;
            return;
        }
    }
}

/// Ends a list at its first semicolon, or where its items are no longer joined, where what stands before adds up
/// but for a slip of the hand: 复议29件,维持11件、终止18件;诉讼5件.
pub fn cut(case: &Case, total: usize, parts: &mut Vec<usize>) {
    let gap = |at: usize| case.gap(parts[at - 1], parts[at]);
    // 维持23件、撤销6件、终止13件,年底还在审理的5件
    let parted =
        |at: usize| at > 2 && gap(at).starts_with(',') && (1..at).all(|at| gap(at).starts_with('、'));
    let behind = (1..parts.len()).find(|&at| gap(at).has(';') || parted(at));
    let Some(at) = behind.filter(|&at| at > 1 && parts[0] > total) else { return };
    if case.sum(parts) != Some(case.metric(total).value)
        && hand(case, total, &parts[..at]).is_some_and(|hand| hand.fits())
    {
        parts.truncate(at);
    }
}

/// The words behind the bracket that they open with.
fn behind_bracket(words: &str) -> &str {
    words.strip_prefix('(').and_then(|inside| inside.split_once(')')).map_or(words, |(_, behind)| behind)
}

/// 反馈问题32个,已整改35个,其余2个: what is done and what is left make up the whole, but for a slip of the hand.
pub fn left(case: &Case, total: usize) -> Vec<usize> {
    if !case.is_counted(total) || case.metric(total).part_of.is_some() {
        return Vec::new();
    }
    let mut like = case.sentence(total).filter(|&i| i > total && case.alike(i, total));
    let (Some(done), Some(left)) = (like.next(), like.next()) else { return Vec::new() };
    // 街道30件,占13%;人社21件,占9%;其余16件; 工伤30件(13.7%),社保13件(6.3%),其余22件: one item of a list.
    if case.gap(total, done).has(';') || case.gap(total, done).begins_with_any("(") {
        return Vec::new();
    }
    let parts = vec![done, left];
    let own =
        parts.iter().all(|&i| case.metric(i).scope == case.metric(total).scope && is_free(case, total, i));
    let named = starts(case.lead(left), LEFT);
    if own && named && hand(case, total, &parts).is_some_and(|hand| hand.slipped) {
        parts
    } else {
        Vec::new()
    }
}
