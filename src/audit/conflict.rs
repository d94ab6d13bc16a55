//! One thing counted twice, with different results.

use rustc_hash::FxHashMap;

use crate::audit::case::Case;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Fix, Group, Rule, Severity, amount};
use crate::indicators::MetricKind;
use crate::metric::{Metric, Scope, Source};
use crate::order::{pair, sort_by};
use crate::{Decimal, Locale};

pub const RULE: Rule = Rule {
    code: "conflict",
    group: Group::Consistency,
    severity: Severity::Warning,
    name: ["同一事项前后数字不一", "One thing, two figures"],
    why: [
        "同一件事在前后文的数字应当一致。",
        "What a report says of one thing in two places must be the same.",
    ],
    #[cfg(test)]
    proof: include_str!("conflict.tsv"),
    check,
};

/// How many figures of one thing are tried against each other.
const MOST: usize = 12;

/// Words of the whole place, which a standing number is of.
const ALL_OF: [&str; 13] = [
    "全县",
    "全区",
    "全市",
    "全镇",
    "全乡",
    "全街道",
    "全局",
    "辖区",
    "现有",
    "共有",
    "在册",
    "全系统",
    "全委",
];
/// Words that make a count one of several of its kind.
const SEVERAL: [&str; 21] = [
    "新增",
    "其中",
    "上半年",
    "下半年",
    "季度",
    "又",
    "另",
    "再",
    "首批",
    "第一",
    "第二",
    "第三",
    "一期",
    "二期",
    "月份",
    "分别",
    "每",
    "人均",
    "平均",
    "首次",
    "以上",
];

fn check(case: &Case, found: &mut Found) {
    let mut things: FxHashMap<(&str, u64), Vec<usize>> = FxHashMap::default();
    for (i, metric) in case.metrics().iter().enumerate().filter(|&(i, m)| is_told(case, i, m)) {
        for core in cores(case, i) {
            let others = things.entry((metric.unit, core)).or_default();
            if others.len() < MOST {
                others.push(i);
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for others in things.values() {
        for (at, &i) in others.iter().enumerate() {
            pairs.extend(others[at + 1..].iter().filter(|&&j| conflict(case, i, j)).map(|&j| (i, j)));
        }
    }
    sort_by(&mut pairs, |&(i, j)| pair(i, j));
    pairs.dedup();
    for (i, j) in pairs {
        if !found.tells_of("conflict", &[i, j]) {
            found.slip(slip(case, i, j));
        }
    }
}

/// Whether a figure counts something of the report's own that another place may count again.
fn is_told(case: &Case, i: usize, metric: &Metric) -> bool {
    let told = matches!(metric.kind, MetricKind::Count | MetricKind::Amount | MetricKind::Rate);
    let counted = told && metric.source == Source::Text && metric.value != Decimal::whole(100);
    let own = metric.scope == Scope::Report && amount::is_exact(metric) && metric.value >= Decimal::whole(5);
    if !counted || !own {
        return false;
    }
    let (lead, rest) = (case.lead(i), case.rest(i));
    !SEVERAL.iter().any(|w| lead.contains(w) || rest.starts_with(w))
}

/// What a figure may be found again by: every two characters in a row of its own words.
fn cores(case: &Case, i: usize) -> Vec<u64> {
    let metric = case.metric(i);
    let pairs = metric.label.chars().zip(metric.label.chars().skip(1));
    let mut cores: Vec<u64> = Vec::new();
    for (a, b) in pairs {
        let core = pair(a as usize, b as usize);
        if !cores.contains(&core) {
            cores.push(core);
        }
    }
    cores
}

/// Whether two figures tell the same thing, and not the same.
fn conflict(case: &Case, i: usize, j: usize) -> bool {
    let (a, b) = (case.metric(i), case.metric(j));
    let other_year = a.year.is_some() && b.year.is_some() && a.year != b.year;
    let Some(likeness) = likeness(a, b).filter(|_| !case.together(i, j) && !other_year) else { return false };
    let scale = amount::step(a).max(amount::step(b));
    if a.value.minus(b.value).is_none_or(|gap| gap.size() <= scale) {
        return false;
    }
    // A part is told apart by its total's words, and never has them to itself.
    if a.part_of.is_some() != b.part_of.is_some() && a.label != b.label {
        return false;
    }
    let same = a.indicator.is_some() && a.indicator == b.indicator;
    let apart = a.indicator.is_some() && b.indicator.is_some() && !same;
    let shared = shared(&told(case, i), &told(case, j));
    let equal = a.label.ends_with(&*b.label) || b.label.ends_with(&*a.label);
    match likeness {
        Likeness::Swapped if shared >= 6 && !apart => true,
        Likeness::Swapped => {
            a.text.len() > "12件".len() && (same || shared >= 2 && !apart || shared >= 4) && close(a, b)
        }
        Likeness::OneDigit => {
            let standing = all_of(case, i) && all_of(case, j);
            let long = a.value >= Decimal::whole(100);
            !apart
                && close(a, b)
                && (same && long && (shared >= 4 || equal && standing)
                    || shared >= 6 && (long || same)
                    || standing && (equal || same) && shared >= 2)
        }
    }
}

/// How a slip of the hand may have made one value of the other.
enum Likeness {
    /// Two digits have changed places.
    Swapped,
    /// One digit differs.
    OneDigit,
}

fn likeness(a: &Metric, b: &Metric) -> Option<Likeness> {
    let (a, b) = (a.value.to_string(), b.value.to_string());
    if a.len() != b.len() {
        return None;
    }
    let off: Vec<usize> = (0..a.len()).filter(|&i| a.as_bytes()[i] != b.as_bytes()[i]).collect();
    match off[..] {
        [x, y] if a[x..=x] == b[y..=y] && a[y..=y] == b[x..=x] => Some(Likeness::Swapped),
        [_] => Some(Likeness::OneDigit),
        _ => None,
    }
}

/// Whether the smaller of two values is three quarters of the other at least.
fn close(a: &Metric, b: &Metric) -> bool {
    let (low, high) = (a.value.min(b.value), a.value.max(b.value));
    low.times(Decimal::whole(4))
        .is_some_and(|low| high.times(Decimal::whole(3)).is_some_and(|high| high <= low))
}

fn all_of(case: &Case, i: usize) -> bool {
    let told = [case.lead(i), &*case.metric(i).label];
    ALL_OF.iter().any(|w| told.iter().any(|t| t.contains(w)))
}

/// The words of a figure: what stands before it in its clause, and behind it.
fn told(case: &Case, i: usize) -> String {
    let metric = case.metric(i);
    let subject = metric.subject.as_deref().unwrap_or_default();
    format!("{subject}{}|{}|{}", metric.label, case.lead(i), case.rest(i))
}

/// The longest stretch of characters that two stretches of words share.
fn shared(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(60).collect(), b.chars().take(60).collect());
    let mut row = vec![0; b.len() + 1];
    let mut best = 0;
    for &x in &a {
        let (mut before, letter) = (0, x.is_alphabetic());
        for (at, &y) in b.iter().enumerate() {
            let here = row[at + 1];
            row[at + 1] = if x == y && letter { before + 1 } else { 0 };
            best = best.max(row[at + 1]);
            before = here;
        }
    }
    best
}

fn slip(case: &Case, i: usize, j: usize) -> Slip {
    let (a, b) = (case.told(i), case.told(j));
    let message = match case.locale {
        Locale::Zh => format!("前文写{a}，此处写{b}；若是同一事项，两处应一致，若口径不同，建议写明。"),
        Locale::En => {
            format!(
                "Earlier the text says {a}, here {b}. If they are one thing they must agree; if not, say how they differ."
            )
        }
    };
    let (first, second) = (case.metric(i), case.metric(j));
    let fix = |at: &Metric, with: &Metric| {
        amount::rewritten(at, with.value).map(|text| Fix { span: at.span, text })
    };
    Slip {
        metrics: vec![i, j],
        span: Some(second.span),
        related: case.spans(&[i]),
        stated: Some(second.value),
        expected: Some(first.value),
        fixes: fix(second, first).into_iter().chain(fix(first, second)).collect(),
        message,
        key: format!("{a}≠{b}"),
        severity: None,
    }
}
