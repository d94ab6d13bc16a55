//! Parts that do not add up to their total.

use std::sync::LazyLock;

use crate::audit::case::{Case, REACH, STOPS};
use crate::audit::slip::{Found, Slip};
use crate::audit::{Fix, Group, Rule, Severity, amount, table};
use crate::data;
use crate::metric::{Scope, Source};
use crate::{Decimal, Id, Locale};

pub const RULE: Rule = Rule {
    code: "sum",
    group: Group::Arithmetic,
    severity: Severity::Error,
    name: ["分项之和与总数不符", "Parts do not add up"],
    why: ["逐项列出的数相加应等于总数。", "Parts that are listed as all of a total must add up to it."],
    #[cfg(test)]
    proof: include_str!("sum.tsv"),
    check,
};

/// Sets of words that make up a whole between them.
static KINDS: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
    data::lines(include_str!("../data/kinds.tsv")).map(|row| row.split(' ').collect()).collect()
});

/// Words before a list that say that it is all of the total.
const ALL: [&str; 6] = ["分别", "分为", "按", "看", "由", "具体为"];
/// Words of a part that stands for whatever is left.
const REST: [&str; 6] = ["其他", "其它", "其余", "剩余", "余下", "剩下"];
/// Words of a list whose parts overlap, or bring in what the total does not count.
const OVERLAP: [&str; 15] = [
    "同时",
    "兼具",
    "兼任",
    "重复",
    "交叉",
    "既",
    "上年结转",
    "含",
    "另有",
    "均",
    "女性",
    "党员",
    "学历",
    "岁",
    "以上",
];

/// A total and a list of its parts.
struct List {
    total: usize,
    parts: Vec<usize>,
}

fn check(case: &Case, found: &mut Found) {
    for list in lists(case) {
        let List { total, parts } = list;
        let all: Vec<usize> = [total].into_iter().chain(parts.iter().copied()).collect();
        let sum = case.sum(&parts);
        let (Some(sum), true) = (sum, case.exact(&all)) else { continue };
        let Some(gap) = sum.minus(case.metric(total).value) else { continue };
        if gap.size() <= amount::slack(case, &all) {
            found.holds(&all, expression(case, total, &parts, sum));
        } else if is_claimed(case, total, &parts, gap) {
            found.slip(slip(case, total, &parts, sum, gap));
        }
    }
}

/// The totals of the text with their lists of parts.
fn lists(case: &Case) -> Vec<List> {
    let mut parts: Vec<Vec<usize>> = vec![Vec::new(); case.metrics().len()];
    for (i, metric) in case.metrics().iter().enumerate() {
        let total = metric.part_of.map(Id::index);
        if let Some(total) = total.filter(|&total| total < i && case.alike(total, i)) {
            parts[total].push(i);
        }
    }
    let mut lists: Vec<List> =
        table::sums(case).into_iter().map(|(total, parts)| List { total, parts }).collect();
    for (total, mut parts) in parts.into_iter().enumerate() {
        if parts.is_empty() {
            parts = opened(case, total)
                .map(|first| vec![first])
                .or_else(|| unopened(case, total))
                .or_else(|| summed(case, total))
                .unwrap_or_default();
        }
        let whole = List { total, parts: parts.clone() };
        if adds_up(case, &whole) {
            lists.push(whole);
            continue;
        }
        // A total may be divided twice: by kind and by place.
        for mut list in parts.chunk_by(|&a, &b| goes_on(case, a, b)).map(<[usize]>::to_vec) {
            extend(case, total, &mut list);
            lists.push(List { total, parts: list });
        }
    }
    lists.retain(|list| list.parts.len() > 1 && is_nearest(case, list));
    lists
}

/// Whether no other figure that could be the total stands between the total and its list.
fn is_nearest(case: &Case, list: &List) -> bool {
    let first = list.parts[0];
    let table = case.metric(first).source == Source::Table;
    table
        || case.together(list.total, first)
        || first < list.total
        || (list.total + 1..first).all(|i| {
            !case.alike(i, first) || case.metric(i).part_of.is_some() || case.together(i, list.total)
        })
}

fn adds_up(case: &Case, list: &List) -> bool {
    list.parts.len() > 1 && case.sum(&list.parts) == Some(case.metric(list.total).value)
}

/// The first part of a list that a wrong digit has made bigger than its total.
fn opened(case: &Case, total: usize) -> Option<usize> {
    // 4836件,比上年的4474件增长8.1%,其中…: a change tells of the total.
    let aside = |i: usize| case.metric(i).direction.is_some() || case.metric(i).scope == Scope::Earlier;
    let next = (total + 1..case.metrics().len()).take(3).find(|&i| !aside(i))?;
    let free = case.metrics().get(next).is_some_and(|m| m.part_of.is_none() && m.source == Source::Text);
    let alike = free && case.together(total, next) && case.alike(total, next) && case.is_counted(total);
    let gap = if alike { case.gap(next - 1, next) } else { "" };
    let opens = ["(", ",其中", "其中", ",包括", "包括", ",分别", "分为"].iter().any(|w| gap.starts_with(w));
    (opens && gap.chars().count() <= 16).then_some(next)
}

/// 88件,一审52件,二审24件,再审10件: a list that tells kinds of one set, or that a colon opens.
fn unopened(case: &Case, total: usize) -> Option<Vec<usize>> {
    let own = |i: usize| {
        let metric = case.metric(i);
        metric.part_of.is_none()
            && metric.source == Source::Text
            && case.alike(total, i)
            && metric.scope == case.metric(total).scope
    };
    if !case.is_counted(total) || !own(total) {
        return None;
    }
    let end = case.sentence(total).end;
    let parts: Vec<usize> =
        (total + 1..end).take_while(|&i| own(i) && !case.gap(i - 1, i).contains('。')).collect();
    let lead = if parts.len() > 1 { case.gap(total, parts[0]) } else { return None };
    let opens = lead.contains(':') || lead.starts_with(",由") || lead.ends_with("分别为");
    let open = opens && parts.len() > 2 && lead.chars().count() <= 24;
    let plain = lead.chars().count() <= 10 && lead.starts_with([',', '(']);
    // The last word of a list is not the next thing counted.
    (open || plain && of_one_set(case, &parts) && !told_alone(case, total)).then_some(parts)
}

/// Whether a figure is itself of a kind that the list may go on with.
fn told_alone(case: &Case, i: usize) -> bool {
    let lead = case.lead(i);
    KINDS.iter().flatten().any(|kind| lead.ends_with(*kind))
}

/// 45卷和60卷,总计115卷: the sum stands behind its parts.
fn summed(case: &Case, total: usize) -> Option<Vec<usize>> {
    const SUMS: [&str; 6] = ["合计", "总计", "共计", "总共", "相加", "加起来"];
    let lead = case.lead(total).trim_end_matches(['为', '是']);
    if !case.is_counted(total) || !SUMS.iter().any(|w| lead.ends_with(w)) {
        return None;
    }
    let start = case.sentence(total).start;
    let own = |i: usize| {
        case.metric(i).part_of.is_none() && case.metric(i).source == Source::Text && case.alike(total, i)
    };
    // 三类合计725件: how many kinds there are is no part.
    let last = total.checked_sub(1).map_or(total, |last| if case.alike(last, total) { total } else { last });
    let mut parts: Vec<usize> =
        (start..last).rev().take_while(|&i| own(i) && !case.gap(i, i + 1).contains([';', ':'])).collect();
    parts.reverse();
    (parts.len() > 1 && parts[parts.len() - 1] + 1 == last).then_some(parts)
}

/// Whether one list goes on from one part to the next.
fn goes_on(case: &Case, a: usize, b: usize) -> bool {
    let gap = case.gap(a, b);
    let closed = gap.contains(')') && !gap.contains('(');
    !closed && !gap.contains(['。', '\n']) && !["其中", "包括", "分别", "按"].iter().any(|w| gap.contains(w))
}

/// Adds what belongs to a list but was left out because it makes the list too big.
fn extend(case: &Case, total: usize, parts: &mut Vec<usize>) {
    let Some(&last) = parts.last().filter(|_| parts[0] > total) else { return };
    for next in (last + 1..case.metrics().len()).take(REACH) {
        let last = parts[parts.len() - 1];
        let free = case.metric(next).part_of.is_none() && case.metric(next).source == Source::Text;
        if !free || !case.together(last, next) || !goes_on(case, last, next) || !case.alike(total, next) {
            return;
        }
        let joined = case.gap(last, next).starts_with(['、', '和', '及']);
        let (Some(now), Some(then)) =
            (case.sum(parts), case.sum(parts).and_then(|s| s.plus(case.metric(next).value)))
        else {
            return;
        };
        let whole = case.metric(total).value;
        let fits = then.minus(whole).is_some_and(|gap| is_near(gap, whole, 5) || gap.has_one_digit());
        if now == whole || !joined && !fits {
            return;
        }
        parts.push(next);
    }
}

/// Whether a difference is at most so many hundredths of the whole.
fn is_near(gap: Decimal, whole: Decimal, hundredths: i64) -> bool {
    let scaled = (gap.size().shift(2), whole.times(Decimal::whole(hundredths)));
    matches!(scaled, (Some(gap), Some(limit)) if gap <= limit)
}

/// Whether the text claims that these parts are all of the total, so far as the gap lets one believe it.
fn is_claimed(case: &Case, total: usize, parts: &[usize], gap: Decimal) -> bool {
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    // The sum itself may stand behind its parts.
    let (from, to) = if first < total { (first, total) } else { (total, last) };
    let told = case.words(case.place(from).end..case.place(to).end);
    let lead = if first < total || case.metric(first).source == Source::Table {
        "分别"
    } else {
        case.gap(total, first)
    };
    if OVERLAP.iter().any(|w| told.contains(w)) || case.rest(last).starts_with('等') {
        return false;
    }
    let whole = case.metric(total).value;
    let digit = gap.has_one_digit();
    let bracket = lead.contains('(')
        && !lead.contains(STOPS)
        && !lead.contains("其中")
        && parts.iter().all(|&p| !case.lead(p).is_empty());
    let rest = parts.iter().any(|&p| REST.iter().any(|w| case.lead(p).contains(w)));
    let all = ALL.iter().any(|w| lead.contains(w)) || bracket || rest || of_one_set(case, parts);
    if all {
        return is_near(gap, whole, 15) || digit;
    }
    let big = gap.size() >= Decimal::whole(100);
    if parts.len() > 2 {
        return is_near(gap, whole, 5) || digit && (big || is_near(gap, whole, 60));
    }
    let twins = twins(&case.metric(parts[0]).label, &case.metric(parts[1]).label);
    let joined = case.gap(parts[0], parts[1]).starts_with('、');
    let odd = joined && gap.size() >= Decimal::whole(10) && is_near(gap, whole, 60);
    digit && (big || odd)
        || is_near(gap, whole, 1)
        || twins && (is_near(gap, whole, 10) || digit && gap.size() >= Decimal::whole(10))
}

/// Whether the parts are told by words of one set that makes up a whole.
fn of_one_set(case: &Case, parts: &[usize]) -> bool {
    let told: Vec<String> =
        parts.iter().map(|&p| format!("{}{}{}", case.metric(p).label, case.lead(p), case.rest(p))).collect();
    KINDS.iter().any(|set| {
        let kind = |words: &String| set.iter().filter(|kind| words.contains(**kind)).max_by_key(|k| k.len());
        let kinds: Vec<_> = told.iter().filter_map(kind).collect();
        kinds.len() == parts.len() && kinds.iter().any(|kind| *kind != kinds[0])
    })
}

/// Whether two labels are built alike: 现场述法 and 书面述法, 市级 and 省级.
fn twins(a: &str, b: &str) -> bool {
    let long = a.chars().count() == b.chars().count();
    let ends = a.chars().next_back().is_some() && a.chars().next_back() == b.chars().next_back();
    a != b && (ends || long && a.chars().next() == b.chars().next())
}

fn expression(case: &Case, total: usize, parts: &[usize], sum: Decimal) -> String {
    let parts: Vec<String> = parts.iter().map(|&p| case.metric(p).value.to_string()).collect();
    let sign = if sum == case.metric(total).value { "=" } else { "≈" };
    format!("{} {sign} {}", case.metric(total).value, parts.join(" + "))
}

fn slip(case: &Case, total: usize, parts: &[usize], sum: Decimal, gap: Decimal) -> Slip {
    let whole = case.metric(total);
    let told: Vec<String> = parts.iter().map(|&p| case.told(p)).collect();
    let (size, unit) = (gap.size(), whole.unit);
    let message = match case.locale {
        Locale::Zh => {
            let rest = if gap < Decimal::ZERO {
                format!("其余{size}{unit}若另有去向，建议写明。")
            } else {
                "若各项有交叉，建议写明。".to_owned()
            };
            format!("{}＝{sum}{unit}，{}，相差{size}{unit}。{rest}", told.join("＋"), case.told(total))
        }
        Locale::En => {
            let rest = if gap < Decimal::ZERO {
                "If the rest went elsewhere, say where."
            } else {
                "If the parts overlap, say so."
            };
            format!(
                "{} = {sum}{unit}, but the text says {}: {size}{unit} apart. {rest}",
                told.join(" + "),
                case.told(total)
            )
        }
    };
    let mut metrics = vec![total];
    metrics.extend(parts);
    Slip {
        span: Some(whole.span),
        related: case.spans(parts),
        stated: Some(whole.value),
        expected: Some(sum),
        fixes: fixes(case, total, parts, sum, gap),
        message,
        key: format!("{}={}", case.told(total), told.join("+")),
        metrics,
        severity: None,
    }
}

/// The sum in the place of the total; and where one digit of a part would do, that part.
fn fixes(case: &Case, total: usize, parts: &[usize], sum: Decimal, gap: Decimal) -> Vec<Fix> {
    let fix = |i: usize, value: Decimal| {
        let text = amount::rewritten(case.metric(i), value)?;
        Some(Fix { span: case.metric(i).span, text })
    };
    let one_digit = |old: Decimal, new: Decimal| {
        let (old, new) = (old.to_string(), new.to_string());
        old.len() == new.len() && old.bytes().zip(new.bytes()).filter(|(a, b)| a != b).count() == 1
    };
    let mended = parts.iter().filter_map(|&p| {
        let value = case.metric(p).value;
        let new = value.minus(gap)?;
        if one_digit(value, new) { fix(p, new) } else { None }
    });
    fix(total, sum).into_iter().chain(mended.take(3)).collect()
}
