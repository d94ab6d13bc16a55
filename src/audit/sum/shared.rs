//! Lists of which every item has a share, whatever stands between them and their total: 提案591件。已解决148件,占25%;….

use super::List;
use super::claim::told_with_shares;
use super::is_near;
use super::list::is_free;
use crate::audit::case::{Case, REACH};
use crate::indicators::MetricKind;
use crate::metric::Scope;

/// How many figures before a list its total may stand.
const BEFORE: usize = 6;

/// The lists of shares that no other list holds, each with the nearest total that it may be of.
pub fn lists(case: &Case, told: &mut Vec<List>) {
    // The first part of a list, and every part.
    let mut opens = vec![false; case.metrics().len()];
    let mut held = opens.clone();
    for list in told.iter() {
        opens[list.parts[0]] = true;
        list.parts.iter().for_each(|&part| held[part] = true);
    }
    let mut i = 0;
    while i < case.metrics().len() {
        let parts = run(case, i);
        let next = parts.last().map_or(i + 1, |last| last + 1);
        if told_with_shares(case, &parts) && !held[i] && !parts.iter().any(|&part| opens[part]) {
            let before =
                || (i.saturating_sub(BEFORE)..i).rev().filter(|&total| is_total(case, total, &parts));
            // 受理18642件,4月为19314件: the one that they make up, where there is one.
            let exact = |&total: &usize| case.sum(&parts) == Some(case.metric(total).value);
            let total = before().find(exact).or_else(|| before().next());
            told.extend(total.map(|total| List { total, parts }));
        }
        i = next;
    }
}

/// The counts from here on of which each has its share behind it.
fn run(case: &Case, first: usize) -> Vec<usize> {
    let shared = |i: usize| {
        let share = case.metrics().get(i + 1).is_some_and(|share| share.kind == MetricKind::Rate);
        share && case.is_counted(i) && is_free(case, first, i) && case.together(first, i)
    };
    (first..case.metrics().len()).step_by(2).take(REACH).take_while(|&i| shared(i)).collect()
}

/// Whether parts may be all of a figure before them: it is of their kind, and not far from their sum.
fn is_total(case: &Case, total: usize, parts: &[usize]) -> bool {
    let own = case.alike(total, parts[0]) && case.metric(total).scope != Scope::Earlier;
    let gap = case.sum(parts).and_then(|sum| sum.minus(case.metric(total).value));
    own && gap.is_some_and(|gap| is_near(gap, case.metric(total).value, 5))
}
