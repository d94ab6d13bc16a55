//! Growth and decline that do not follow from the two figures given.

mod bracket;
mod difference;
mod unit;

use crate::audit::amount::is_last_digit;
use crate::audit::case::{Case, STOPS};
use crate::audit::ratio::{Fit, fit, share};
use crate::audit::slip::{Found, Slip};
use crate::audit::{Group, Rule, Severity, amount, message};
use crate::fold::is_letter;
use crate::metric::{Direction, Scope, Source};
use crate::order::{pair, sort_by};
use crate::quantity::bound::Bound;
use crate::words::{Stretch, Words, ends};
use crate::{Decimal, Id};

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

static MEAN: Words = Words::new("年均 月均 平均");

/// A change and the figures that the text gives for the two times.
#[derive(Clone, Copy)]
struct Pair {
    change: usize,
    new: usize,
    old: usize,
}

fn check(case: &Case, found: &mut Found) {
    for (change, metric) in case.metrics().iter().enumerate() {
        // 年均增长9.9%: of each of several years.
        let mean = MEAN.stand_in(case.lead(change));
        if metric.source == Source::Words
            || metric.scope == Scope::Target
            || mean
            || way(case, change).is_none()
        {
            continue;
        }
        let (mut cut, mut first) = (None, None);
        let mut held = false;
        for pair in pairs(case, change) {
            let fit = tried(case, pair);
            held = fit == Fit::Holds;
            if held {
                let [new, old] = [pair.new, pair.old].map(|i| case.metric(i).value);
                let expression = message::fill("$0 → $1: $2$3", &[&old, &new, &metric.value, &metric.unit]);
                found.holds(&[change, pair.new, pair.old], expression);
                break;
            }
            cut = cut.or((fit == Fit::Cut).then_some(pair));
            first = first.or(Some(pair));
        }
        first = first.filter(|&pair| {
            let rough = metric.bound == Bound::About;
            case.exact(&[pair.new, pair.old]) && (!rough || is_far(case, pair))
        });
        if let Some(pair) = cut.or(first).filter(|pair| !held && !has_change(case, pair)) {
            found.slip(slip(case, pair, cut.is_some()));
        } else if !held {
            difference::check(case, change, found);
        }
    }
}

/// Whether the two figures have their change already, so that the next one is of others: 9846户,上年同期8394户,增长17.3%,
/// 总量达到5.72万户,增长13.6%.
fn has_change(case: &Case, pair: &Pair) -> bool {
    let unit = case.metric(pair.change).unit;
    let mut before = pair.new.max(pair.old) + 1..pair.change;
    before.any(|change| {
        let told = case.metric(change).unit == unit && way(case, change).is_some();
        told && tried(case, Pair { change, ..*pair }) == Fit::Holds
    })
}

/// Whether a rough growth is not even half or more than twice what the two figures give: 由12场到80场,多了近三成.
fn is_far(case: &Case, pair: Pair) -> bool {
    let written = case.metric(pair.change);
    let given = gained(case, pair).and_then(|gained| share(gained, case.metric(pair.old).value, written));
    let half = |a: Decimal, b: Decimal| a.times(Decimal::whole(2)).is_some_and(|twice| twice < b);
    written.unit == "%" && given.is_some_and(|given| half(given, written.value) || half(written.value, given))
}

/// The figures of the two times, likeliest first: the last earlier one and what stands nearest to it.
fn pairs(case: &Case, change: usize) -> Vec<Pair> {
    let metric = case.metric(change);
    let unit = unit::unit(case, change);
    let fits = |i: usize| {
        let other = case.metric(i);
        let kind = match metric.unit {
            "pp" => other.unit == "%",
            "%" | "倍" => other.unit == metric.unit || other.unit != "%" && other.unit != "pp",
            unit => other.unit == unit,
        };
        let counted = unit.is_none_or(|unit| other.unit == unit);
        kind && counted && other.source != Source::Words && way(case, i).is_none()
    };
    let sentence = case.sentence(change);
    let (mut near, mut pairs) = (Vec::new(), Vec::new());
    for i in sentence.start..sentence.end.min(change + 3) {
        // Behind the change only what a bracket or 上年 puts there.
        let gap = if i == change + 1 { case.gap(change, i) } else { "" };
        // 去年同期40起,同比增长30%,二季度为54起: another time's; 增加8宗,主要为采砂17宗: one of its kinds.
        static OTHER: Words = Words::new("其中 主要 季度为 季度的 月为 月份为");
        let next = i == change + 1 && !OTHER.stand_in(gap) && !gap.has(';') && !names_year(gap);
        let placed = i < change || next || case.metric(i).scope == Scope::Earlier;
        if i != change && placed && fits(i) {
            near.push(i);
        }
    }
    // 办理公证2846件。2023年为2517件,今年增幅达到13.1%: the figure of this year stands in the sentence before.
    let own = near.iter().any(|&i| matches!(case.metric(i).scope, Scope::Report | Scope::Since));
    if !own && case.lead(change).starts_with("今年") {
        near.extend(case.paragraph(change).start..sentence.start);
        near.retain(|&i| fits(i));
    }
    let mut push = |new: usize, old: usize| {
        let pair = Pair { change, new, old };
        if is_of(case, &pair) {
            pairs.push(pair);
        }
    };
    for two in near.windows(2).rev() {
        if is_passage(case, two[0], two[1]) {
            push(two[1], two[0]);
        }
    }
    // 案件402件(食品146件、其他256件),比上年335件增长20%: the total's change, not the last part's.
    let total = |i: usize| case.metric(i).part_of.map(Id::index);
    let beside = near.iter().filter(|i| i.abs_diff(change) <= NEAR);
    let totals: Vec<usize> = beside.filter_map(|&i| total(i)).filter(|t| near.contains(t)).collect();
    for &old in near.iter().rev().filter(|&&i| case.metric(i).scope == Scope::Earlier) {
        let mut news = Vec::new();
        for &i in &near {
            // Another change between the two has an older figure of its own.
            let own = i != old
                && (i.abs_diff(change) <= NEAR || totals.contains(&i))
                && case.alike(i, old)
                && matches!(case.metric(i).scope, Scope::Report | Scope::Since);
            if own && is_of_a_size(case.metric(i).value, case.metric(old).value) {
                news.push(i);
            }
        }
        let part = |i: usize| total(i).is_some_and(|total| totals.contains(&total));
        sort_by(&mut news, |&i| pair(usize::from(part(i)) * FAR + i.abs_diff(old), usize::from(i > old)));
        for new in news {
            push(new, old);
        }
    }
    pairs
}

/// How many figures off a change its own may stand.
const NEAR: usize = 6;
/// Farther than any figure of a sentence that is looked at.
const FAR: usize = 1000;

/// Whether neither figure is a twelfth of the other: 平均每天5100件 is no figure of the year.
fn is_of_a_size(a: Decimal, b: Decimal) -> bool {
    let reaches = |a: Decimal, b: Decimal| a.times(Decimal::whole(12)).is_none_or(|most| most >= b);
    reaches(a, b) && reaches(b, a)
}

/// The most characters from 由 to the level that it leads from.
const LONGEST_FROM: usize = 12;

/// 由63件减至24件: one figure becomes the other.
fn is_passage(case: &Case, old: usize, new: usize) -> bool {
    static FROM: Words = Words::new("由 从 自");
    const TO: &str = "到 至 为 成 到今年 到年末 到年底 至今年 至年末 至年底";
    if new != old + 1 || !case.alike(old, new) {
        return false;
    }
    let (gap, lead) = (case.gap(old, new), case.lead(old));
    // 由司法机关办理的案件1503件 comes from somebody, not from a level.
    let from = FROM.last_in(lead).is_some_and(|at| lead[at..].chars().nth(LONGEST_FROM).is_none());
    ends(gap, TO) && !gap.has_any(STOPS) && from
}

/// Which way a figure says that another one went.
fn way(case: &Case, i: usize) -> Option<Direction> {
    let bare = || {
        if i < 2 || !case.together(i, i - 2) || !is_passage(case, i - 2, i - 1) {
            return None;
        }
        let lead = case.lead(i).without_first(",、(");
        match lead.without_last("了约近达") {
            "增加" | "净增" | "增长" | "上升" | "提高" | "多" | "新增" | "扩大" => {
                Some(Direction::Up)
            }
            "减少" | "净减" | "下降" | "降低" | "压减" | "少" | "压缩" | "缩短" | "精简" => {
                Some(Direction::Down)
            }
            _ => None,
        }
    };
    case.metric(i).direction.or_else(bare).or_else(|| is_multiple(case, i).then_some(Direction::Up))
}

/// 是上年的1.5倍: how many times the other figure it is.
fn is_multiple(case: &Case, i: usize) -> bool {
    static OF: Words = Words::new("是上年 为上年 是去年 为去年 是上一年 为上一年 相当于上年 是同期");
    case.metric(i).unit == "倍" && OF.stand_in(case.lead(i))
}

/// Whether words name a year in figures: 2018年新收.
pub fn names_year(words: &str) -> bool {
    words.match_indices('年').any(|(at, _)| words[..at].ends_with_any("0123456789"))
}

/// Words of a change that name nothing of their own.
const BARE: &str = "同比上年去年期较比的为约近增减长加少幅度降升提高了下率多净超出低达到分别个均也相又还仅是即涨跌升幅降幅一计其中再年增现是的扩大压缩减短精简为当于与相环月季今收支";

/// Whether words say no more than that something changed: 受理量与去年同期相比增加.
fn says_nothing(words: &str) -> bool {
    let again = words
        .trim_start_matches(',')
        .split_once('量')
        .map_or(words, |(who, rest)| if who.chars().nth(2).is_none() { rest } else { words });
    again.chars().all(|c| BARE.has(c) || !is_letter(c))
}

/// Whether a change may be about these two: nothing else comes between them, and it names no other
/// year than the earlier one's.
fn is_of(case: &Case, pair: &Pair) -> bool {
    let Pair { change, new, old } = *pair;
    let (from, to) = (old.min(change), old.max(change));
    let gap = case.gap(from, to);
    let chained = unit::unit(case, change).is_some();
    let other = |i: usize| i != new && case.metric(i).direction.is_none() && !case.alike(i, old) && !chained;
    // 新登记1437户,增长32.6%;上年同期新登记1126户
    let named = case.lead(old).strip_prefix("上年同期").or(case.lead(old).strip_prefix("去年同期"));
    let label = case.label(new);
    if old == change + 1
        && gap.starts_with(';')
        && named.is_some_and(|named| !named.is_empty() && named.ends_with(label))
    {
        return true;
    }
    if let Some(own) = bracket::is_own(case, pair) {
        return own;
    }
    if (from + 1..to).any(other) || gap.has(';') {
        return false;
    }
    // 与去年同期(31件)相比减少10件,与上月(38件)相比减少17件: what is compared with is no new figure.
    let beside = change.checked_sub(1).filter(|&last| case.gap(last, change).starts_with(")相比"));
    if beside.is_some_and(|last| last != old) {
        return false;
    }
    static AGAINST: Words = Words::new("与去年 与上年 与上月 比去年 比上年 较去年 较上年");
    if AGAINST.stand_in(case.lead(new)) && case.lead(new).ends_with('(') {
        return false;
    }
    // 去年同期40起,…,环比下降3.7%: of the month or quarter before.
    static YEAR: Words = Words::new("去年 上年 同期");
    if case.lead(change).holds("环比") && YEAR.stand_in(case.lead(old)) {
        return false;
    }
    // 收案95万件;相对应的是,2023年收案101万件,同比下降12%: that year's own change.
    let between = if new < old { case.gap(new, old) } else { "" };
    if between.has(';') || between.holds("对应") {
        return false;
    }
    if gap.has_any(STOPS) && (old > change || !says_nothing(&unit::unnamed(case, change))) {
        return false;
    }
    let base = case.metric(change).base.as_deref().and_then(|year| year.parse::<u16>().ok());
    let year = case.metric(old).year;
    base.is_none() || year.is_none() || base == year
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
    let up =
        given.is_some_and(|given| given >= Decimal::ZERO) == (way(case, pair.change) == Some(Direction::Up));
    // 败诉率由16.4%到12.1%,下降4.3%
    let points = written.unit == "%"
        && case.metric(pair.new).unit == "%"
        && new.minus(old).is_some_and(|gap| gap.size() == written.value);
    let why = match (cut, of_new) {
        _ if points => ["，两率相差应写“个百分点”", ": between two rates stand percentage points"],
        (true, _) => CUT,
        (_, true) => ["，像是以本期为基数算的", ": it seems to be reckoned on the later figure"],
        _ => [""; 2],
    };
    let told = [pair.new, pair.old, pair.change].map(|i| case.told(i));
    let way = if up { WAYS[0] } else { WAYS[1] };
    let mut slip = said(case, [pair.change, pair.new, pair.old], told, given, way, why);
    if given.is_some_and(|given| given <= Decimal::ZERO) {
        slip.fixes.clear();
    }
    Slip { severity: (cut || is_last_digit(given, written)).then_some(Severity::Note), ..slip }
}

const WAYS: [[&str; 2]; 2] = [["增", "rise"], ["减", "fall"]];
const CUT: [&str; 2] = ["，像是截去了尾数", ": its further digits seem cut off"];

/// The slip of a change, first of the figures that it touches: the later level, the earlier one and the change as
/// they are told, what it should be, which way, and why it may be wrong.
fn said(
    case: &Case,
    figures: [usize; 3],
    told: [String; 3],
    given: Option<Decimal>,
    way: [&str; 2],
    why: [&str; 2],
) -> Slip {
    let [new, old, change] = told;
    let amount =
        given.map_or_else(String::new, |given| amount::scaled(case.metric(figures[0]), given.size()));
    let patterns = ["由$1到$0，应为$2$3，文中写$4$5。", "From $1 to $0 is a $2 of $3, the text says $4$5."];
    let [way, why] = [way, why].map(|words| message::say(case, words, &[]));
    let message = message::say(case, patterns, &[&new, &old, &way, &amount, &change, &why]);
    let key = message::fill("$2:$1→$0", &[&new, &old, &change]);
    message::slip(case, figures.to_vec(), given, message, key)
}
