//! A share that only one wrong digit keeps from following: 收件48617件,办结98502件,办结率99.76%.

use super::name::{MEAN, is_otherwise, of_rate};
use super::total::run;
use super::{ELSEWHERE, Pair, told_words};
use crate::Decimal;
use crate::audit::amount;
use crate::audit::case::{Case, ONE_BY_ONE};
use crate::audit::ratio::{Fit, fit, share};
use crate::fold::is_letter;
use crate::indicators::MetricKind;
use crate::metric::{Scope, Source};
use crate::words::Stretch;

/// How many figures before a share may be what it is of.
const NEAR: usize = 3;

/// Characters of names that say nothing of what is counted.
const COMMON: &str = "件数总比占案的全年可综合率达到为例其约近";

/// What two figures before a share make of it.
pub enum Told {
    /// The share.
    Holds(Pair),
    /// The share, were one digit of the three another.
    Slips(Pair),
}

/// Tries a share against the figures before it that its name speaks of.
pub fn told(case: &Case, rate: usize) -> Option<Told> {
    let written = case.metric(rate);
    let lead = case.lead(rate);
    let exact = written.source == Source::Text && case.exact(&[rate]) && written.text.has('.');
    if written.value >= Decimal::whole(100) || !exact || ELSEWHERE.stand_in(lead) {
        return None;
    }
    let pairs = pairs(case, rate);
    let holds =
        |pair: &Pair| fit(pair.own, case.metric(pair.whole).value, Decimal::ZERO, written) == Fit::Holds;
    if let Some(pair) = pairs.iter().find(|pair| holds(pair)) {
        return Some(Told::Holds(*pair));
    }
    let slips = |pair: &Pair| !is_otherwise(case, rate, pair.part) && one_digit(case, rate, pair);
    pairs.into_iter().find(slips).map(Told::Slips)
}

/// Two figures each of which a share may be of, the nearest first.
fn pairs(case: &Case, rate: usize) -> Vec<Pair> {
    let own = |i: usize| {
        let metric = case.metric(i);
        case.is_counted(i)
            && case.exact(&[i])
            && metric.scope == Scope::Report
            && metric.source == Source::Text
    };
    let from = case.sentence(rate).start;
    // 审结3000件,人均结案80.5件,结案率74.2%: whatever that is of.
    let mean = (from..rate).rev().find(|&i| MEAN.stand_in(case.lead(i)));
    let from = mean.map_or(from, |mean| mean + 1);
    let (list, place) = one_by_one(case, rate);
    let mut pairs = Vec::new();
    for part in (from..rate).rev().filter(|&i| own(i)).take(NEAR) {
        if place.map_or_else(|| !is_named(case, rate, part), |place| place != part) {
            continue;
        }
        let whole = |&i: &usize| {
            own(i) && case.alike(i, part) && !is_beside(case, i, part) && is_whole(case, rate, i)
        };
        // 节约资金1.8亿元,节资率7.8%(控制价23.5亿元)
        let bracketed = |&i: &usize| {
            i < case.metrics().len() && case.gap(rate, i).starts_with('(') && case.alike(i, part)
        };
        let behind = Some(rate + 1).filter(bracketed);
        for whole in behind.into_iter().chain((from..part.min(list)).rev().filter(whole).take(NEAR)) {
            pairs.push(Pair { part, whole, own: case.metric(part).value });
        }
    }
    pairs
}

/// 甲183个、乙185个、丙181个,覆盖率分别为98.4%、99.5%、97.3%: where the list begins, and the figure in the place of the share.
fn one_by_one(case: &Case, rate: usize) -> (usize, Option<usize>) {
    let run = run(case, rate);
    let told = ONE_BY_ONE.stand_in(case.lead(run.start));
    let list = run.start.checked_sub(run.len()).filter(|_| told && run.len() > 1);
    list.map_or((rate, None), |list| (list, Some(list + rate - run.start)))
}

/// Whether a figure is one more item beside a part: 代表建议128件、政协提案157件; 市1680件,占27.1%;县1584件,占25.6%.
fn is_beside(case: &Case, other: usize, part: usize) -> bool {
    let shared = other + 1 < part && case.metric(other + 1).kind == MetricKind::Rate;
    shared || case.gap(other, other + 1).starts_with('、') || case.gap(other, part).has(';')
}

/// Whether the words of a share speak of a figure: 办结98502件,办结率; 45人持证,占.
fn is_named(case: &Case, rate: usize, part: usize) -> bool {
    let lead = case.lead(rate).without_first("(、");
    let beside = part + 1 == rate;
    if let Some((name, _)) = lead.rsplit_once('率') {
        // 79项中,58项办过案件,行使率73.4%
        let inside = beside && case.metric(part).part_of.is_some() && of_rate(name).is_none();
        return inside || says(&name[name.char_indices().rev().nth(3).map_or(0, |(at, _)| at)..], case, part);
    }
    let share = lead.first_of("占比").map(|at| &lead[..at]);
    share.is_some_and(|name| if name.is_empty() { beside } else { says(name, case, part) })
}

/// Whether a figure may be the whole that words behind 占 name: 收到1386件,受理1127件,占收案数的81.3%.
fn is_whole(case: &Case, rate: usize, whole: usize) -> bool {
    let base = case.lead(rate).split_once('占').map_or("", |(_, base)| base);
    base.chars().all(|c| COMMON.has(c)) || says(base, case, whole)
}

/// Whether words share a character that says something with those of a figure.
fn says(words: &str, case: &Case, figure: usize) -> bool {
    let told = told_words(case, figure);
    words.chars().any(|c| is_letter(c) && !COMMON.has(c) && told.has(c))
}

/// Whether another digit in one of three figures makes the share hold.
fn one_digit(case: &Case, rate: usize, pair: &Pair) -> bool {
    let (written, own, all) = (case.metric(rate), pair.own, case.metric(pair.whole).value);
    let holds = |own: Decimal, all: Decimal| {
        own <= all && all > Decimal::ZERO && fit(own, all, Decimal::ZERO, written) == Fit::Holds
    };
    let off = share(own, all, written).and_then(|told| told.minus(written.value));
    own <= all && off.is_some_and(Decimal::has_one_digit)
        || any_other(own, &|own| holds(own, all))
        || any_other(all, &|all| holds(own, all))
}

/// Whether this holds of a whole number that differs from another by a digit.
pub fn any_other(value: Decimal, holds: &dyn Fn(Decimal) -> bool) -> bool {
    const LONGEST: i8 = 8;
    for power in 0..LONGEST {
        for digit in (-9..10).filter(|&digit| digit != 0) {
            let step = Decimal::whole(digit).shift(power);
            let other = step.and_then(|step| value.plus(step));
            if other.is_some_and(|other| amount::one_digit_apart(value, other) && holds(other)) {
                return true;
            }
        }
    }
    false
}
