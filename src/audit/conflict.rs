//! One thing counted twice, with different results.

use crate::Decimal;
use crate::audit::case::Case;
use crate::audit::change::names_year;
use crate::audit::message::say;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Fix, Group, Rule, Severity, amount};
use crate::fold::is_letter;
use crate::indicators::MetricKind;
use crate::metric::{Metric, Scope, Source};
use crate::order::{pair, sort_by};
use crate::words::{Keys, Stretch, Words, ends, starts};

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

/// Bytes between a rate and those of the kinds below it.
const KIND: usize = 600;

/// How many figures below a heading may be those that it tells.
const FIRST: usize = 3;
/// How many figures of one thing are tried against each other.
const MOST: usize = 12;

/// Words of the whole place, which a standing number is of.
static ALL_OF: Words =
    Words::new("全县 全区 全市 全镇 全乡 全街道 全局 辖区 全部 现有 共有 在册 全系统 全委");
/// Words that make a count one of several of its kind.
const SEVERAL: &str = "新增 其中 上半年 下半年 季度 又 另 再 首批 第一 第二 第三 一期 二期 月份 分别 每 \
人均 平均 首次 以上";
static SEVERAL_WORDS: Words = Words::new(SEVERAL);

fn check(case: &Case, found: &mut Found) {
    headings(case, found);
    let (things, values) = things(case);
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for figures in &things {
        for (at, &i) in figures.iter().enumerate() {
            for &j in &figures[at + 1..] {
                // 收到申请412件, and later 全年收到的436件申请: said again, whatever the slip.
                let again = || case.metric(i).indicator.is_some() && is_of_all(case, j);
                if likeness(&values[i], &values[j]).is_some() || again() {
                    pairs.push((i, j));
                }
            }
        }
    }
    sort_by(&mut pairs, |&(i, j)| pair(i, j));
    pairs.dedup();
    for (i, j) in pairs {
        let swapped = likeness(&values[i], &values[j]) == Some(Likeness::Swapped);
        if conflict(case, i, j, swapped) && !found.tells_of("conflict", &[i, j]) {
            found.slip(slip(case, i, j));
        }
    }
}

/// Headings that tell a figure, and the first of its unit under them: (二)推出66条举措; 出台措施63条.
fn headings(case: &Case, found: &mut Found) {
    let counts =
        |i: usize| case.is_counted(i) && case.exact(&[i]) && case.metric(i).value >= Decimal::whole(10);
    let mut at = 0;
    for (place, &end) in case.outline().places.iter().zip(&case.outline().ends) {
        while at < case.metrics().len() && case.place(at).start < place.start {
            at += 1;
        }
        if at == case.metrics().len() || case.place(at).end > place.end || !counts(at) {
            continue;
        }
        let (told, mut tried) = (case.metric(at), 0);
        for i in at + 1..case.metrics().len() {
            let other = case.metric(i);
            if case.place(i).end > end || tried == FIRST || other.value == told.value {
                break;
            }
            if case.place(i).start < place.end || !case.alike(i, at) {
                continue;
            }
            tried += 1;
            let own = counts(i) && other.part_of.is_none() && other.scope == told.scope;
            if own
                && close(told, other)
                && likeness(&told.value.to_string(), &other.value.to_string()).is_some()
            {
                found.slip(slip(case, at, i));
                break;
            }
        }
    }
}

/// The figures that may be found again by their unit with two characters in a row of their own words, the first
/// few of each. And the digits of all.
fn things(case: &Case) -> (Vec<Vec<usize>>, Vec<String>) {
    let mut units: Vec<&str> = Vec::new();
    let (mut cores, mut things) = (Keys::default(), Vec::<Vec<usize>>::new());
    let mut values: Vec<String> = vec![String::new(); case.metrics().len()];
    let mut totals = vec![false; case.metrics().len()];
    for total in case.metrics().iter().filter_map(|metric| metric.part_of) {
        totals[total.index()] = true;
    }
    for (i, metric) in case.metrics().iter().enumerate() {
        // Of a table's figures only the totals are told again.
        if !is_told(case, i, metric) || metric.source == Source::Table && !totals[i] {
            continue;
        }
        values[i] = metric.value.to_string();
        // 执业律师1127人, 1172名执业律师
        let own = if matches!(metric.unit, "名" | "位") { "人" } else { metric.unit };
        let unit = units.iter().position(|&unit| unit == own).unwrap_or_else(|| {
            units.push(own);
            units.len() - 1
        });
        let mut last = None;
        let action = metric.action.as_deref().unwrap_or_default();
        // 2021年法律援助案件为655件,2022年为738件: what the year was told of.
        let years = metric.label.starts_with(|c: char| c.is_ascii_digit());
        let subject = metric.subject.as_deref().filter(|_| years).unwrap_or_default();
        for c in action.chars().chain(metric.label.chars()).chain(subject.chars()) {
            if let Some(last) = last.replace(c) {
                let core = (unit as u64) << 42 | u64::from(last) << 21 | u64::from(c);
                let number = cores.add(core);
                if number == things.len() {
                    things.push(Vec::new());
                }
                let figures = &mut things[number];
                if figures.len() < MOST && figures.last() != Some(&i) {
                    figures.push(i);
                }
            }
        }
    }
    (things, values)
}

/// Whether a figure counts something of the report's own that another place may count again.
fn is_told(case: &Case, i: usize, metric: &Metric) -> bool {
    let told = matches!(metric.kind, MetricKind::Count | MetricKind::Amount | MetricKind::Rate);
    let counted = told && metric.source != Source::Words && metric.value != Decimal::whole(100);
    let own = metric.scope == Scope::Report && amount::is_exact(metric) && metric.value >= Decimal::whole(5);
    // 市局(24件)、区局(22件): a list of bodies.
    let bare = case.lead(i).ends_with('(');
    // 上半年办理法律援助案件1248件, over a text of that time.
    let titled = case.reading.text.paragraphs.first().is_some_and(|first| case.place(i).end <= first.end);
    // 主动公开信息1870条,其中承接的146项赋权事项的指南全部上网: no part of what is counted there.
    let lead = case.lead(i);
    let lead = if metric.part_of.is_none() { lead.trim_start_matches("其中") } else { lead };
    let several = SEVERAL_WORDS.stand_in(lead) && !titled || starts(case.rest(i), SEVERAL);
    counted && own && !bare && !several
}

/// Whether two figures, whose digits are alike, tell the same thing, and not the same.
fn conflict(case: &Case, i: usize, j: usize, swapped: bool) -> bool {
    let (a, b) = (case.metric(i), case.metric(j));
    let other_year = a.year.zip(b.year).is_some_and(|(a, b)| a != b)
        || case.in_other_years(case.place(i).start, case.place(j).start) && !names_year(case.lead(j));
    // A part is told apart by its total's words, and never has them to itself.
    let same = a.indicator.is_some() && a.indicator == b.indicator;
    let part =
        a.part_of.is_some() != b.part_of.is_some() && a.label != b.label && !(same && is_of_all(case, j));
    let scale = amount::step(a).max(amount::step(b));
    let near = a.value.minus(b.value).is_none_or(|gap| gap.size() <= scale);
    // 合格率98.7%。其中蔬菜合格率97.8%: a kind's.
    let between = case.words(case.place(i).end..case.place(j).start);
    let kind = a.unit == "%" && between.len() < KIND && between.holds("其中");
    // 投诉总量21万件, 服务类投诉24万件
    let kinds = case.label(i).has('类') != case.label(j).has('类');
    if case.together(i, j) || other_year || part || near || kind || kinds {
        return false;
    }
    let apart = a.indicator.is_some() && b.indicator.is_some() && !same;
    let long = a.value >= Decimal::whole(100);
    let likely = if swapped {
        close(a, b) || !apart
    } else {
        !apart && (long || same || all_of(case, i)) && close(a, b)
    };
    if !likely {
        return false;
    }
    let shared = shared(&told(case, i), &told(case, j));
    if swapped {
        // 发现问题463个, and then 对照本次反馈的436个问题: said again whatever it is said of.
        let again = is_of_all(case, j) && shared >= 2;
        let said = same || again || shared >= 2 && !apart || shared >= 4;
        // 处罚12件, and among the shortcomings 今年办结的21件处罚案件: said again of all of them.
        if is_of_all(case, j) && shared >= 4 && !apart {
            return true;
        }
        return shared >= 6 && !apart || a.text.len() > "12件".len() && said && close(a, b);
    }
    // 立案47起, and among the shortcomings 全年立案的46起案件里: said again of all of them.
    let again = same
        && is_of_all(case, j)
        && (shared >= 4 || shared >= 2 && !case.reading.chapters.account_holds(case.place(j).start));
    // 全区15个镇街里,…
    let [one, two] = [a, b].map(|metric| metric.label.trim_end_matches(['里', '中']));
    let equal = one.ends_with(two) || two.ends_with(one);
    let standing = all_of(case, i) && all_of(case, j);
    let alike = same && long && (shared >= 4 || equal && (standing || likely && all_of(case, j)))
        || shared >= 6 && (same || long)
        || standing && (equal || same) && shared >= 2;
    again || alike && !are_apart(&a.label, &b.label)
}

/// Whether two labels are alike but for words of their own inside: 涉知识产权一审案件, 涉环境资源保护一审案件.
fn are_apart(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.chars(), b.chars());
    let (mut own, mut other) = (a.as_str(), b.as_str());
    while a.next().is_some_and(|c| b.next() == Some(c)) {
        (own, other) = (a.as_str(), b.as_str());
    }
    let (mut a, mut b) = (own.chars(), other.chars());
    while a.next_back().is_some_and(|c| b.next_back() == Some(c)) {
        (own, other) = (a.as_str(), b.as_str());
    }
    own.len() > "产权".len() && other.len() > "产权".len() && !own.has_any(other)
}

/// How a slip of the hand may have made one value of the other.
#[derive(PartialEq)]
enum Likeness {
    /// Two digits have changed places.
    Swapped,
    /// One digit differs.
    OneDigit,
}

fn likeness(a: &str, b: &str) -> Option<Likeness> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return None;
    }
    let first = (0..a.len()).find(|&i| a[i] != b[i])?;
    let last = (0..a.len()).rfind(|&i| a[i] != b[i])?;
    if first == last {
        return Some(Likeness::OneDigit);
    }
    let inside = first + 1..last;
    let swapped = a[first] == b[last] && a[last] == b[first] && a[inside.clone()] == b[inside];
    swapped.then_some(Likeness::Swapped)
}

/// Whether the smaller of two values is three quarters of the other at least.
fn close(a: &Metric, b: &Metric) -> bool {
    let (low, high) = (a.value.min(b.value), a.value.max(b.value));
    low.times(Decimal::whole(4))
        .is_some_and(|low| high.times(Decimal::whole(3)).is_some_and(|high| high <= low))
}

fn all_of(case: &Case, i: usize) -> bool {
    ALL_OF.stand_in(case.lead(i)) || ALL_OF.stand_in(case.label(i))
}

/// Whether a figure is all of which the words behind it tell something.
fn is_of_all(case: &Case, i: usize) -> bool {
    static YEAR: Words = Words::new("全年 今年 本年 年内 一年来 本次 此次 上述");
    // 全年败诉的9件案件集中在征拆领域
    let lead = case.lead(i);
    YEAR.stand_in(lead) && (ends(case.rest(i), "中 里 当中") || lead.ends_with('的'))
}

/// The words of a figure: what stands before it in its clause, and behind it.
fn told(case: &Case, i: usize) -> Vec<char> {
    let metric = case.metric(i);
    let subject = metric.subject.as_deref().unwrap_or_default();
    let words = [subject, case.label(i), "|", case.lead(i), "|", case.rest(i)].concat();
    words.chars().take(60).collect()
}

/// The longest stretch of characters that two stretches of words share.
fn shared(a: &[char], b: &[char]) -> usize {
    let mut row = vec![0; b.len() + 1];
    let mut best = 0;
    for &x in a {
        let (mut before, letter) = (0, is_letter(x));
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
    let (first, second) = (case.metric(i), case.metric(j));
    let mut fixes = Vec::new();
    for (at, with) in [(second, first), (first, second)] {
        fixes.extend(amount::rewritten(at, with.value).map(|text| Fix { span: at.span, text }));
    }
    Slip {
        metrics: vec![i, j],
        span: Some(second.span),
        related: vec![first.span],
        stated: Some(second.value),
        expected: Some(first.value),
        fixes,
        message: say(case, SAYS, &[&a, &b]),
        key: a + "≠" + &b,
        severity: None,
    }
}

const SAYS: [&str; 2] = [
    "前文写$0，此处写$1；若是同一事项，两处应一致，若口径不同，建议写明。",
    "Earlier the text says $0, here $1. If they are one thing they must agree; if not, say how they differ.",
];
