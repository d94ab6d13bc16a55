//! Changes of figures that stand together in several units: 95件134人,去年200件377人,分别下降52.5%、64.5%.

use std::ops::Range;

use super::way;
use crate::audit::case::{Case, ONE_BY_ONE};
use crate::metric::Scope;
use crate::words::{Stretch, any_first, starts};

/// The unit of the figures that a change is of, where its words or its place tell it.
pub fn unit<'a>(case: &Case<'a>, change: usize) -> Option<&'a str> {
    by_place(case, change).or_else(|| by_name(case, change))
}

/// 5批73人次,批次、人次分别下降40%和37%: the change in the place of the earlier figure.
fn by_place<'a>(case: &Case<'a>, change: usize) -> Option<&'a str> {
    let run = run(case, change);
    let earlier = run.start.checked_sub(run.len())?..run.start;
    let told = run.len() > 1 && ONE_BY_ONE.stand_in(case.lead(run.start));
    let chained = earlier.clone().all(|i| case.metric(i).scope == Scope::Earlier && case.together(i, change));
    let units = || earlier.clone().map(|i| case.metric(i).unit);
    let apart = units().enumerate().all(|(at, unit)| units().take(at).all(|other| other != unit));
    (told && chained && apart).then(|| case.metric(earlier.start + change - run.start).unit)
}

/// 478件635人,…件数下降38%、人数下降53%
fn by_name<'a>(case: &Case<'a>, change: usize) -> Option<&'a str> {
    let lead = case.lead(change);
    let named = |unit: &str| {
        let at = lead.place_of(unit).filter(|_| !unit.is_empty() && unit != "%");
        at.is_some_and(|at| {
            let behind = &lead[at + unit.len()..];
            unit.ends_with_any("次批") || starts(behind, "数 次")
        })
    };
    let units = case.sentence(change).filter(|&i| case.is_counted(i)).map(|i| case.metric(i).unit);
    units.filter(|unit| named(unit)).max_by_key(|unit| unit.len())
}

/// The changes that stand beside one, itself among them.
fn run(case: &Case, change: usize) -> Range<usize> {
    case.run(change, |i| way(case, i).is_some() && case.metric(i).unit == case.metric(change).unit)
}

/// The words of a change, for one of several those of the first, without the units that they name.
pub fn unnamed(case: &Case, change: usize) -> String {
    const UNITS: &str = "件数 件次 人数 人次 批次 起数 宗数 户数 、";
    let joined = matches!(case.lead(change), "" | "、" | "和" | "及");
    let lead = case.lead(if joined { run(case, change).start } else { change });
    let mut unnamed = String::new();
    let mut done = 0;
    for (at, c) in lead.char_indices() {
        if let Some(unit) = any_first(&lead[at..], UNITS) {
            done = at + unit;
        } else if at >= done {
            unnamed.push(c);
        }
    }
    unnamed
}
