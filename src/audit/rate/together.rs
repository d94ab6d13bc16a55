//! A share of several parts together: 优秀21卷,合格37卷…。优秀和合格合起来占90.6%.

use super::{ELSEWHERE, told_words};
use crate::Decimal;
use crate::audit::case::Case;
use crate::audit::message;
use crate::audit::ratio::{Fit, fit, share};
use crate::audit::slip::{Found, Slip};
use crate::words::Words;

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
    let figures = [&[rate], &*parts, &[whole]].concat();
    if holds(&whole) {
        let values: [&dyn std::fmt::Display; 3] = [&sum, &case.metric(whole).value, &written.value];
        found.holds(&figures, message::fill("$0 ÷ $1 = $2%", &values));
    } else if case.exact(&figures) && !ELSEWHERE.stand_in(base) {
        found.slip(slip(case, figures, sum));
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
        let told = |&i: &usize| case.is_counted(i) && told_words(case, i).contains(&name[..end]);
        parts.push((from..rate).rev().find(told)?);
    }
    let alike = parts.iter().all(|&part| case.alike(part, parts[0]));
    (parts.len() > 1 && alike && parts.windows(2).all(|two| two[0] < two[1])).then_some(parts)
}

/// The slip of a share, which stands first of the figures; the last is the whole.
fn slip(case: &Case, figures: Vec<usize>, sum: Decimal) -> Slip {
    let (rate, whole) = (figures[0], figures[figures.len() - 1]);
    let given = share(sum, case.metric(whole).value, case.metric(rate));
    let percent = given.map_or_else(String::new, |given| message::fill("$0%", &[&given]));
    let told: Vec<String> = figures[1..figures.len() - 1].iter().map(|&i| case.told(i)).collect();
    let (all, whole, rate) = (told.join("＋"), case.told(whole), case.told(rate));
    let patterns = [
        "（$0）÷$1＝$2，文中写$3，两者不符；若另有分母，建议写明。",
        "($0) ÷ $1 = $2, but the text says $3. If it is of another whole, say which.",
    ];
    let message = message::say(case, patterns, &[&all, &whole, &percent, &rate]);
    let key = message::fill("$2=$0/$1", &[&all, &whole, &rate]);
    message::slip(case, figures, given, message, key)
}
