//! Growth and decline that do not follow from the two figures given.

use crate::audit::case::{Case, STOPS};
use crate::audit::ratio::{Fit, fit, share};
use crate::audit::slip::{Found, Slip};
use crate::audit::{Fix, Group, Rule, Severity, amount};
use crate::metric::{Direction, Scope, Source};
use crate::order::{pair, sort_by};
use crate::quantity::bound::Bound;
use crate::{Decimal, Locale};

pub const RULE: Rule = Rule {
    code: "change",
    group: Group::Arithmetic,
    severity: Severity::Error,
    name: ["增减幅与两期数字不符", "A change that does not follow"],
    why: [
        "增减幅应等于两期之差除以上期。",
        "A growth or fall must be the difference of its two figures, over the earlier one.",
    ],
    #[cfg(test)]
    proof: include_str!("change.tsv"),
    check,
};

/// A change and the figures that the text gives for the two times.
#[derive(Clone, Copy)]
struct Pair {
    change: usize,
    new: usize,
    old: usize,
}

fn check(case: &Case, found: &mut Found) {
    for (change, metric) in case.metrics().iter().enumerate() {
        if way(case, change).is_none() || metric.source == Source::Words || metric.scope == Scope::Target {
            continue;
        }
        let pairs = pairs(case, change);
        let fits: Vec<Fit> = pairs.iter().map(|&pair| tried(case, pair)).collect();
        let at = |wanted: Fit| fits.iter().position(|fit| *fit == wanted).map(|i| pairs[i]);
        if let Some(pair) = at(Fit::Holds) {
            let figures = [pair.new, pair.old].map(|i| case.metric(i).value);
            let expression = format!("{} → {}: {}{}", figures[1], figures[0], metric.value, metric.unit);
            found.holds(&[change, pair.new, pair.old], expression);
        } else if let Some(pair) = at(Fit::Cut) {
            found.slip(slip(case, pair, true));
        } else if let Some(&pair) = pairs.first()
            && case.exact(&[pair.new, pair.old])
            && metric.bound != Bound::About
        {
            found.slip(slip(case, pair, false));
        }
    }
}

/// The figures of the two times, likeliest first: the last earlier one and what stands nearest to it.
fn pairs(case: &Case, change: usize) -> Vec<Pair> {
    let metric = case.metric(change);
    let points = metric.unit == "pp";
    let share = metric.unit == "%" || metric.unit == "倍";
    let fits = |i: usize| {
        let other = case.metric(i);
        let kind = if points {
            other.unit == "%"
        } else {
            share && other.unit != "%" && other.unit != "pp" || other.unit == metric.unit
        };
        way(case, i).is_none() && other.source != Source::Words && kind
    };
    let sentence = case.sentence(change);
    // Behind the change only what a bracket or 上年 puts there.
    let ahead = (change + 1..sentence.end)
        .take(2)
        .filter(|&i| i == change + 1 || case.metric(i).scope == Scope::Earlier);
    let near: Vec<usize> =
        sentence.clone().take_while(|&i| i < change).chain(ahead).filter(|&i| fits(i)).collect();
    let reached = near.windows(2).filter(|pair| is_passage(case, pair[0], pair[1]));
    let mut pairs: Vec<Pair> =
        reached.map(|pair| Pair { change, new: pair[1], old: pair[0] }).rev().collect();
    let olds = near.iter().rev().copied().filter(|&i| case.metric(i).scope == Scope::Earlier);
    for old in olds {
        // Another change between the two has an older figure of its own.
        let own = |i: usize| {
            let (from, to) = if i < change { (i, change) } else { (change, i) };
            i != old
                && case.alike(i, old)
                && matches!(case.metric(i).scope, Scope::Report | Scope::Since)
                && to - from <= 6
        };
        // 平均每天5100件 is no figure of the year.
        let alike = |i: usize| {
            let (a, b) = (case.metric(i).value, case.metric(old).value);
            a.times(Decimal::whole(12)).is_none_or(|most| most >= b)
                && b.times(Decimal::whole(12)).is_none_or(|most| most >= a)
        };
        let own = |i: usize| own(i) && alike(i);
        let mut news: Vec<usize> = near.iter().copied().filter(|&i| own(i)).collect();
        sort_by(&mut news, |&i| pair(i.abs_diff(old), usize::from(i > old)));
        pairs.extend(news.into_iter().map(|new| Pair { change, new, old }));
    }
    let told = |pair: &Pair| is_of(case, pair);
    pairs.retain(told);
    pairs
}

/// 由63件减至24件: one figure becomes the other.
fn is_passage(case: &Case, old: usize, new: usize) -> bool {
    let (lead, gap) = (case.lead(old), case.gap(old, new));
    let from = ["由", "从", "自"].iter().any(|w| lead.contains(w));
    let to = ["到", "至", "为", "成", "到今年", "到年末", "到年底", "至今年", "至年末", "至年底"];
    let to = to.iter().any(|w| gap.ends_with(w));
    new == old + 1 && from && to && !gap.contains(STOPS) && case.alike(old, new)
}

/// Which way a figure says that another one went.
fn way(case: &Case, i: usize) -> Option<Direction> {
    let metric = case.metric(i);
    let bare = || {
        let lead =
            case.lead(i).trim_start_matches([',', '、', '(']).trim_end_matches(['了', '约', '近', '达']);
        let passed = i > 1 && case.together(i, i - 2) && is_passage(case, i - 2, i - 1);
        match lead {
            _ if !passed => None,
            "增加" | "净增" | "增长" | "上升" | "提高" | "多" | "新增" | "扩大" => {
                Some(Direction::Up)
            }
            "减少" | "净减" | "下降" | "降低" | "压减" | "少" | "压缩" | "缩短" | "精简" => {
                Some(Direction::Down)
            }
            _ => None,
        }
    };
    metric.direction.or_else(bare).or_else(|| is_multiple(case, i).then_some(Direction::Up))
}

/// 是上年的1.5倍: how many times the other figure it is.
fn is_multiple(case: &Case, i: usize) -> bool {
    let of = ["是上年", "为上年", "是去年", "为去年", "是上一年", "为上一年", "相当于上年", "是同期"];
    case.metric(i).unit == "倍" && of.iter().any(|w| case.lead(i).contains(w))
}

/// Words of a change that name nothing of their own.
const BARE: &str = "同比上年去年期较比的为约近增减长加少幅度降升提高了下率多净超出低达到分别个均也相又还仅是即涨跌升幅降幅一计其中再年增现是的扩大压缩减短精简为当于";

/// Whether a change may be about these two: nothing else comes between them, and it names no other
/// year than the earlier one's.
fn is_of(case: &Case, pair: &Pair) -> bool {
    let Pair { change, new, old } = *pair;
    let gap = if old < change { case.gap(old, change) } else { case.gap(change, old) };
    let other = |i: usize| i != new && case.metric(i).direction.is_none() && !case.alike(i, old);
    let between = if old < change { old + 1..change } else { change + 1..old };
    let joined = !gap.contains(STOPS);
    let bare =
        case.lead(change).chars().all(|c| BARE.contains(c) || c.is_ascii_digit() || !c.is_alphanumeric());
    if between.into_iter().any(other) || gap.contains(';') || !joined && (old > change || !bare) {
        return false;
    }
    let against = case.metric(pair.change).base.as_deref();
    let year = against.and_then(|year| year.parse::<u16>().ok());
    let old = case.metric(pair.old).year;
    year.is_none() || old.is_none() || year == old
}

/// The difference of the two figures in the direction told.
fn gained(case: &Case, pair: Pair) -> Option<Decimal> {
    let (new, old) = (case.metric(pair.new).value, case.metric(pair.old).value);
    match way(case, pair.change)? {
        Direction::Up => new.minus(old),
        Direction::Down => old.minus(new),
    }
}

fn tried(case: &Case, pair: Pair) -> Fit {
    let (change, new, old) = (case.metric(pair.change), case.metric(pair.new), case.metric(pair.old));
    let Some(gained) = gained(case, pair) else { return Fit::Holds };
    let slack = amount::slack(case, &[pair.new, pair.old]);
    match change.unit {
        "%" => fit(gained, old.value, slack, change),
        "倍" => {
            let times = |part: Decimal| {
                let off = part.over(old.value, 6).and_then(|times| times.minus(change.value));
                off.is_none_or(|off| off.size() <= amount::step(change))
            };
            let multiple = is_multiple(case, pair.change);
            if !multiple && times(gained) || times(new.value) { Fit::Holds } else { Fit::Differs }
        }
        _ => {
            let steps = slack.plus(amount::step(change)).unwrap_or(slack);
            let off = gained.minus(change.value).unwrap_or(Decimal::ZERO);
            let holds = match change.bound {
                Bound::Exact => off.size() <= steps,
                Bound::About => true,
                Bound::Over | Bound::AtLeast => off >= Decimal::ZERO,
                Bound::Under | Bound::AtMost => off <= Decimal::ZERO,
            };
            if holds { Fit::Holds } else { Fit::Differs }
        }
    }
}

fn slip(case: &Case, pair: Pair, cut: bool) -> Slip {
    let written = case.metric(pair.change);
    let (new, old) = (case.metric(pair.new).value, case.metric(pair.old).value);
    let gained = gained(case, pair);
    let given = match written.unit {
        "%" => gained.and_then(|gained| share(gained, old, written)),
        "倍" if is_multiple(case, pair.change) => new.over(old, 1),
        "倍" => gained.and_then(|gained| gained.over(old, 1)),
        _ => gained,
    };
    let of_new = written.unit == "%"
        && gained.is_some_and(|gained| {
            new > Decimal::ZERO && fit(gained, new, Decimal::ZERO, written) == Fit::Holds
        });
    let (a, b, told) = (case.told(pair.new), case.told(pair.old), case.told(pair.change));
    let amount = given.map_or_else(String::new, |given| format!("{}{}", given.size(), written.unit));
    let up =
        given.is_some_and(|given| given >= Decimal::ZERO) == (way(case, pair.change) == Some(Direction::Up));
    let message = match case.locale {
        Locale::Zh => {
            let way = if up { "增" } else { "减" };
            let why = match (cut, of_new) {
                (true, _) => "，像是截去了尾数",
                (_, true) => "，像是以本期为基数算的",
                _ => "",
            };
            format!("由{b}到{a}，应为{way}{amount}，文中写{told}{why}。")
        }
        Locale::En => {
            let way = if up { "a rise" } else { "a fall" };
            let why = match (cut, of_new) {
                (true, _) => ": its further digits seem cut off",
                (_, true) => ": it seems to be reckoned on the later figure",
                _ => "",
            };
            format!("From {b} to {a} is {way} of {amount}, the text says {told}{why}.")
        }
    };
    let same_way = given.is_some_and(|given| given > Decimal::ZERO);
    let fix = given.filter(|_| same_way).and_then(|given| amount::rewritten(written, given));
    Slip {
        metrics: vec![pair.change, pair.new, pair.old],
        span: Some(written.span),
        related: case.spans(&[pair.new, pair.old]),
        stated: Some(written.value),
        expected: given,
        fixes: fix.map(|text| Fix { span: written.span, text }).into_iter().collect(),
        message,
        key: format!("{told}:{b}→{a}"),
        severity: cut.then_some(Severity::Note),
    }
}
