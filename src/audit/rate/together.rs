//! A share of several parts together: 优秀21卷,合格37卷…。优秀和合格合起来占90.6%.

use super::{ELSEWHERE, Kind, slip, told_words};
use crate::Decimal;
use crate::audit::case::Case;
use crate::audit::ratio::{Fit, fit};
use crate::audit::slip::Found;
use crate::words::{Stretch, Words};

/// Words of parts that are taken together.
static TOGETHER: Words = Words::new("合起来 加起来 合计 合共 合占 共占 两项 三项 之和");

/// Tries a share whose words name the parts that it is of; whether they do.
pub fn check(case: &Case, found: &mut Found, rate: usize) -> bool {
    let lead = case.lead(rate);
    let Some((names, base)) = lead.split_once('占').filter(|(names, _)| TOGETHER.stand_in(names)) else {
        return false;
    };
    let Some(parts) = named(case, rate, names) else { return false };
    let (Some(sum), first) = (case.sum(&parts), parts[0]) else { return false };
    let bigger = |&w: &usize| {
        case.alike(w, first) && case.is_counted(w) && case.metric(w).value >= sum && !parts.contains(&w)
    };
    let wholes: Vec<usize> = (case.paragraph(first).start..first).rev().filter(bigger).collect();
    let written = case.metric(rate);
    let holds = |&w: &usize| fit(sum, case.metric(w).value, Decimal::ZERO, written) != Fit::Differs;
    let Some(&whole) = wholes.iter().find(|w| holds(w)).or(wholes.first()) else { return true };
    if holds(&whole) {
        return super::holds(case, found, rate, &parts, whole, sum);
    }
    if case.exact(&parts) && case.exact(&[rate, whole]) && !ELSEWHERE.stand_in(base) {
        found.slip(slip(case, rate, &parts, whole, sum, Kind::Plain));
    }
    true
}

/// The figures that these words name, two at least: 优秀和合格案卷合起来.
fn named(case: &Case, rate: usize, names: &str) -> Option<Vec<usize>> {
    let from = case.paragraph(rate).start;
    let mut parts = Vec::new();
    for name in names.split(['和', '与', '及', '、']) {
        name.chars().nth(1)?;
        let end = name.char_indices().nth(2).map_or(name.len(), |(end, _)| end);
        let denied = ["不", &name[..end]].concat();
        let told = |&i: &usize| {
            let words = told_words(case, i);
            case.is_counted(i) && words.holds(&name[..end]) && !words.holds(&denied)
        };
        parts.push((from..rate).rev().find(told)?);
    }
    let alike = parts.iter().all(|&part| case.alike(part, parts[0]));
    (parts.len() > 1 && alike && parts.windows(2).all(|two| two[0] < two[1])).then_some(parts)
}
