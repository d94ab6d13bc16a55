//! Shares that do not follow from the figures that they are of.

use std::sync::LazyLock;

use crate::audit::case::Case;
use crate::audit::ratio::{Fit, fit, share};
use crate::audit::slip::{Found, Slip};
use crate::audit::subset::carried;
use crate::audit::{Fix, Group, Rule, Severity, amount};
use crate::data;
use crate::indicators::MetricKind;
use crate::metric::{Scope, Source};
use crate::order::{pair, sort_by};
use crate::quantity::bound::Bound;
use crate::{Decimal, Id, Locale};

pub const RULE: Rule = Rule {
    code: "rate",
    group: Group::Arithmetic,
    severity: Severity::Error,
    name: ["比率与所列数字不符", "A share that does not follow"],
    why: [
        "比率应等于所列分子除以分母（四舍五入到所写位数）。",
        "A share must be what its two figures give, rounded to the digits shown.",
    ],
    #[cfg(test)]
    proof: include_str!("rate.tsv"),
    check,
};

/// What a rate is of, by a word of its name.
static RATES: LazyLock<Vec<Rate>> = LazyLock::new(|| {
    data::rows(include_str!("../data/rates.tsv"))
        .filter_map(|mut row| {
            let mut words = || Some(row.next()?.split(' ').collect::<Vec<_>>());
            Some(Rate { name: words()?.first()?, parts: words()?, wholes: words()? })
        })
        .collect()
});

/// A rate of the table: a word of its name, words of what it takes from the whole, words of the whole.
struct Rate {
    name: &'static str,
    parts: Vec<&'static str>,
    wholes: Vec<&'static str>,
}

/// Words of a rate that takes only some of what is counted, or no count at all.
const HEDGES: [&str; 19] = [
    "按时", "按期", "及时", "平均", "月均", "首次", "一次", "当场", "法定", "满意", "知晓", "同比", "增长",
    "到期", "预计", "力争", "确保", "提前", "即时",
];
/// Words of a whole that is not the report's own.
const ELSEWHERE: [&str; 7] = ["全市", "全省", "全国", "全州", "全盟", "全系统", "同类"];

/// A share and the figures that the text says it is of.
struct Claim {
    rate: usize,
    parts: Vec<usize>,
    /// Whether the figures named are what is left when the share is taken away: 不合格 for 合格率.
    complement: bool,
    wholes: Vec<usize>,
    /// Whether the words leave no doubt.
    sure: bool,
}

fn check(case: &Case, found: &mut Found) {
    for (rate, metric) in case.metrics().iter().enumerate() {
        let share = metric.kind == MetricKind::Rate && metric.unit == "%" && metric.upper.is_none();
        let own = metric.source != Source::Words && matches!(metric.scope, Scope::Report | Scope::Since);
        if !share || !own {
            continue;
        }
        if let Some(claim) = of_total(case, rate).or_else(|| by_name(case, rate)) {
            judge(case, found, &claim);
        }
    }
}

/// Tries a share against every pair of figures that the words allow.
fn judge(case: &Case, found: &mut Found, claim: &Claim) {
    let written = case.metric(claim.rate);
    let mut pairs: Vec<(usize, usize, Decimal)> = Vec::new();
    for &part in &claim.parts {
        for &whole in &claim.wholes {
            let (own, all) = (case.metric(part).value, case.metric(whole).value);
            let own = if claim.complement { all.minus(own) } else { Some(own) };
            let Some(own) = own.filter(|_| whole != part && all > Decimal::ZERO) else { continue };
            pairs.push((part, whole, own));
        }
    }
    let try_pair = |&(part, whole, own): &(usize, usize, Decimal)| {
        fit(own, case.metric(whole).value, amount::slack([case.metric(part), case.metric(whole)]), written)
    };
    if let Some(&(part, whole, own)) = pairs.iter().find(|pair| try_pair(pair) == Fit::Holds) {
        let expression = format!("{own} ÷ {} = {}%", case.metric(whole).value, written.value);
        found.holds(&[claim.rate, part, whole], expression);
        return;
    }
    if all_together(case, claim, found) {
        return;
    }
    pairs.retain(|&(part, whole, _)| case.exact(&[part, whole]));
    if let Some(&pair) = pairs.iter().find(|pair| try_pair(pair) == Fit::Cut) {
        found.slip(slip(case, claim, pair, true));
    } else if claim.sure && written.bound != Bound::About {
        let off = |&&(_, whole, own): &&(usize, usize, Decimal)| {
            let given = own.shift(2).and_then(|own| own.over(case.metric(whole).value, 4));
            given.and_then(|given| given.minus(written.value)).map(Decimal::size)
        };
        if let Some(&pair) = pairs.iter().min_by_key(off) {
            found.slip(slip(case, claim, pair, false));
        }
    }
}

/// Whether all parts named together give the share: 撤销3件、变更2件 for 纠错率.
fn all_together(case: &Case, claim: &Claim, found: &mut Found) -> bool {
    let sum = case.sum(&claim.parts);
    let (Some(sum), true) = (sum, claim.parts.len() > 1 && !claim.complement) else { return false };
    let written = case.metric(claim.rate);
    let holds = |whole: usize| {
        let all = case.metric(whole).value;
        sum <= all && fit(sum, all, Decimal::ZERO, written) == Fit::Holds
    };
    let Some(&whole) = claim.wholes.iter().find(|&&whole| !claim.parts.contains(&whole) && holds(whole))
    else {
        return false;
    };
    let mut metrics = vec![claim.rate];
    metrics.extend(&claim.parts);
    metrics.push(whole);
    found.holds(&metrics, format!("{sum} ÷ {} = {}%", case.metric(whole).value, written.value));
    true
}

/// Figures that a part may be of: like figures of its paragraph that are no smaller, nearest first.
fn wholes(case: &Case, part: usize, rate: usize) -> Vec<usize> {
    let from = case.paragraph(part).start;
    let end = case.sentence(rate).end;
    let value = case.metric(part).value;
    let mut wholes: Vec<usize> = (from..part).rev().chain(part + 1..end).collect();
    wholes.retain(|&w| case.alike(w, part) && case.metric(w).value >= value && case.is_counted(w));
    if let Some(total) = case.metric(part).part_of.map(Id::index) {
        wholes.retain(|&w| w != total);
        wholes.insert(0, total);
    }
    wholes
}

/// 62件,占审结案件的36.3%: a share of a total.
fn of_total(case: &Case, rate: usize) -> Option<Claim> {
    let lead = case.lead(rate);
    if let Some(claim) = of_figure(case, rate) {
        return Some(claim);
    }
    let bracket = rate > 0 && case.gap(rate - 1, rate).trim() == "(" && case.rest(rate).starts_with(')');
    let of = lead.rfind('占').map(|at| &lead[at + '占'.len_utf8()..]);
    let told = of.is_some() || bracket || ["比例", "比重"].iter().any(|w| lead.contains(w));
    if !told || case.rest(rate).contains("比例的") {
        return None;
    }
    let told = lead.split('占').next().unwrap_or_default();
    let part = part_before(case, rate, told)?;
    let mut wholes = wholes(case, part, rate);
    let base = of.unwrap_or_default().trim_end_matches(['的', '比', '为', '约', '达', '到']);
    let named: Vec<usize> =
        wholes.iter().copied().filter(|&w| shares_word(base, &told_words(case, w))).collect();
    let total = case.metric(part).part_of.is_some();
    let near = wholes.first().is_some_and(|&w| w < part && case.together(w, rate) && base.is_empty());
    let elsewhere = ELSEWHERE.iter().any(|w| lead.contains(w));
    let sure = !elsewhere && (!named.is_empty() || total && is_plain(base) || near && !bracket);
    sort_by(&mut wholes, |w| u64::from(!named.contains(w)));
    Some(Claim { rate, parts: vec![part], complement: false, wholes, sure })
}

/// 7件,占已审结的74件的9.5%: the whole stands between.
fn of_figure(case: &Case, rate: usize) -> Option<Claim> {
    let whole = rate.checked_sub(1).filter(|&whole| case.is_counted(whole) && case.together(whole, rate))?;
    let of = case.lead(whole).contains('占')
        && case.gap(whole, rate).trim_end_matches(['约', '近']).ends_with('的');
    let part =
        whole.checked_sub(1).filter(|&part| of && case.together(part, rate) && case.alike(part, whole))?;
    Some(Claim { rate, parts: vec![part], complement: false, wholes: vec![whole], sure: true })
}

/// Whether the words behind 占 name no whole of their own.
fn is_plain(base: &str) -> bool {
    base.chars().count() < 2 || ["总数", "总量", "全部", "总", "其"].iter().any(|w| base.starts_with(w))
}

/// The figure that a share right behind it is of; in 甲3件、乙2件,分别占60%、40% the one in its place.
fn part_before(case: &Case, rate: usize, told: &str) -> Option<usize> {
    let sentence = case.sentence(rate);
    let is_rate = |i: usize| case.metric(i).kind == MetricKind::Rate;
    let first = (sentence.start..=rate).rev().take_while(|&i| is_rate(i)).last()?;
    let last = (rate..sentence.end).take_while(|&i| is_rate(i)).last()?;
    let count = last - first + 1;
    if count > 1 && case.lead(first).contains("分别") {
        let part = (first.checked_sub(count)?) + (rate - first);
        return Some(part).filter(|&part| part >= sentence.start && case.is_counted(part));
    }
    let mut before = (sentence.start..rate).rev().take(4).filter(|&i| case.is_counted(i));
    // 公安类占60%: the words before 占 name another figure than the last one.
    let own = told
        .trim_start_matches(['约', '共', '仅', '只', '还', '均', '各', '合', '计', '就', '则', '其', '所']);
    let part = if own.is_empty() || own.ends_with("比例") || own.ends_with("比重") {
        before.next()
    } else {
        before.find(|&i| shares_word(own, &told_words(case, i)))
    };
    part.filter(|_| first == rate)
}

/// All words that tell a figure.
fn told_words(case: &Case, i: usize) -> String {
    let metric = case.metric(i);
    let action = metric.action.as_deref().unwrap_or_default();
    format!("{}{}{}{}", case.lead(i), metric.label, action, case.rest(i))
}

/// Whether two stretches of words share two characters in a row that say something.
fn shares_word(a: &str, b: &str) -> bool {
    let chars: Vec<char> = a.chars().filter(|c| c.is_alphabetic()).collect();
    let mut pairs = chars.windows(2).map(|pair| pair.iter().collect::<String>());
    pairs.any(|pair| {
        !["案件", "总数", "全部", "件数", "年度", "事项", "的案"].contains(&pair.as_str())
            && b.contains(&pair)
    })
}

/// 收到51件,出庭47件,出庭率92.2%: a rate by its name.
fn by_name(case: &Case, rate: usize) -> Option<Claim> {
    let metric = case.metric(rate);
    let lead = case.lead(rate);
    let name = [&*metric.label, lead].into_iter().find(|words| words.contains('率'))?;
    let name = &name[..name.rfind('率')?];
    let foreign = ["由", "从", "年初", "原来"].iter().any(|w| lead.contains(w));
    if foreign || name.ends_with(['效', '几', '概', '频', '汇', '利', '税', '比']) {
        return None;
    }
    let known = of_rate(name);
    let start = name.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    let own = [&name[start..]];
    let (words, of): (&[&str], &[&str]) = known.map_or((&own, &[]), |rate| (&rate.parts, &rate.wholes));
    let sentence = case.sentence(rate);
    let tells = |i: usize| {
        let told = told_words(case, i);
        words.iter().any(|w| told.match_indices(w).any(|(at, _)| !denied(&told[..at])))
    };
    let near = |i: &usize| case.is_counted(*i) && rate.abs_diff(*i) <= 6;
    // 不合格率 is of those that failed, 合格率 of all but those.
    let failing = words.iter().any(|w| name.match_indices(w).any(|(at, _)| denied(&name[..at])));
    let mut parts: Vec<usize> =
        sentence.clone().rev().filter(near).filter(|&i| !failing && tells(i)).collect();
    let complement = parts.is_empty() && !failing;
    if parts.is_empty() {
        let fails = |i: usize| {
            let told = told_words(case, i);
            words.iter().any(|w| told.match_indices(w).any(|(at, _)| denied(&told[..at])))
        };
        parts = sentence.clone().rev().filter(near).filter(|&i| fails(i)).collect();
    }
    // The nearest before the rate comes first.
    sort_by(&mut parts, |&i| pair(usize::from(i > rate), rate.abs_diff(i)));
    let part = *parts.first()?;
    let mut wholes = wholes(case, part, rate);
    if complement {
        wholes.retain(|w| !parts.contains(w));
    }
    parts.retain(|&p| case.alike(p, part));
    let named = |w: usize| of.iter().any(|word| told_words(case, w).contains(word));
    // 应出庭39件,出庭39件: only the cases heard are the whole, and they may not be told.
    let all = metric.value == Decimal::whole(100) && name.contains("出庭");
    let near = wholes.iter().any(|&w| (!all && case.together(w, rate)) || named(w));
    let exceeded = exceeded(case, part, rate).filter(|&w| !complement && named(w));
    wholes.extend(exceeded);
    let sure = near || exceeded.is_some();
    let told = told_words(case, part);
    let timely = |w: &str| w.ends_with(['时', '期']) && told.contains(w);
    let hedged = HEDGES.iter().any(|w| (lead.contains(w) || metric.label.contains(w)) && !timely(w));
    let elsewhere = ELSEWHERE.iter().any(|w| lead.contains(w));
    Some(Claim { rate, parts, complement, wholes, sure: sure && !hedged && !elsewhere })
}

/// The figure before a part that should be its whole but is smaller.
fn exceeded(case: &Case, part: usize, rate: usize) -> Option<usize> {
    let before = (case.paragraph(part).start..part).rev().take(3);
    let mut alike =
        before.filter(|&w| case.alike(w, part) && case.is_counted(w) && case.metric(w).part_of.is_none());
    alike
        .next()
        .filter(|&w| !carried(case, part) && part < rate && case.metric(w).value < case.metric(part).value)
}

/// The row of the table for a rate of this name.
fn of_rate(name: &str) -> Option<&'static Rate> {
    let ends = RATES.iter().filter(|rate| name.ends_with(rate.name)).max_by_key(|rate| rate.name.len());
    ends.or_else(|| RATES.iter().find(|rate| name.contains(rate.name)))
}

/// Whether words end in a denial.
fn denied(words: &str) -> bool {
    ["不", "未", "没有", "无", "非", "未能"].iter().any(|w| words.ends_with(w))
}

fn slip(case: &Case, claim: &Claim, (part, whole, own): (usize, usize, Decimal), cut: bool) -> Slip {
    let written = case.metric(claim.rate);
    let given = share(own, case.metric(whole).value, written);
    let percent = given.map_or_else(String::new, |given| format!("{given}%"));
    let (a, b, rate) = (case.told(part), case.told(whole), case.told(claim.rate));
    let sum = if claim.complement { format!("（{b}－{a}）÷{b}") } else { format!("{a}÷{b}") };
    let message = match (case.locale, cut) {
        (Locale::Zh, true) => format!("{sum}四舍五入是{percent}，文中写{rate}，像是截去了尾数。"),
        (Locale::Zh, false) => format!("{sum}＝{percent}，文中写{rate}，两者不符；若另有分母，建议写明。"),
        (Locale::En, true) => {
            format!("{sum} rounds to {percent}, the text says {rate}: its further digits seem cut off.")
        }
        (Locale::En, false) => {
            format!("{sum} = {percent}, but the text says {rate}. If it is of another whole, say which.")
        }
    };
    let fix = given.and_then(|given| amount::rewritten(written, given));
    Slip {
        metrics: vec![claim.rate, part, whole],
        span: Some(written.span),
        related: case.spans(&[part, whole]),
        stated: Some(written.value),
        expected: given,
        fixes: fix.map(|text| Fix { span: written.span, text }).into_iter().collect(),
        message,
        key: format!("{rate}={a}/{b}"),
        severity: cut.then_some(Severity::Note),
    }
}
