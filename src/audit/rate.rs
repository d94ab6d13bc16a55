//! Shares that do not follow from the figures that they are of.

mod digit;
mod name;
mod table;
mod together;
mod total;
mod whole;

use crate::audit::case::Case;
use crate::audit::message;
use crate::audit::ratio::{Fit, fit, share};
use crate::audit::slip::{Found, Slip};
use crate::audit::{Group, Rule, Severity, amount, sum};
use crate::fold::as_read;
use crate::indicators::MetricKind;
use crate::metric::{Metric, Scope, Source};
use crate::quantity::bound::Bound;
use crate::words::{Stretch, Words, any_in, behind_word, ends};
use crate::{Decimal, Id};
use digit::{Told, any_other};
pub use name::MEAN;

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

/// How many figures off the whole of a share may stand.
const AROUND: usize = 40;

/// Words of a whole that is not the report's own.
static ELSEWHERE: Words = Words::new("全市 全省 全国 全州 全盟 全系统 同类");

/// A share and the figures that the text says it is of.
struct Claim<'a> {
    rate: usize,
    parts: Vec<usize>,
    /// Whether the figures named are what is left when the share is taken away: 不合格 for 合格率.
    complement: bool,
    wholes: Vec<usize>,
    /// Words of what such a rate is of; empty where only the text may tell.
    of: &'static str,
    /// How the text itself names the whole, behind 占.
    base: &'a str,
    /// Whether the words leave no doubt.
    sure: bool,
}

/// How a share that does not follow is told.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Of its parts and their whole.
    Plain,
    /// Of what is left of the whole without its part.
    Complement,
    /// With further digits that were cut off.
    Cut,
}

/// Two figures of a claim, and what of the whole the share is then.
#[derive(Clone, Copy)]
struct Pair {
    part: usize,
    whole: usize,
    own: Decimal,
}

fn check(case: &Case, found: &mut Found) {
    table::check(case, found);
    for (rate, metric) in case.metrics().iter().enumerate() {
        let share = metric.kind == MetricKind::Rate && metric.unit == "%" && metric.upper.is_none();
        let own = metric.source != Source::Words && matches!(metric.scope, Scope::Report | Scope::Since);
        if !share || !own || together::check(case, found, rate) {
            continue;
        }
        let claim = total::claim(case, rate).or_else(|| name::claim(case, rate));
        if claim.is_some_and(|claim| judge(case, found, &claim)) {
            continue;
        }
        match digit::told(case, rate) {
            Some(Told::Holds(Pair { part, whole, own })) => {
                holds(case, found, rate, &[part], whole, own);
            }
            Some(Told::Slips(pair)) if !found.tells_of("subset", &[pair.part]) => {
                let cut = fit(pair.own, case.metric(pair.whole).value, Decimal::ZERO, metric) == Fit::Cut;
                let kind = if cut { Kind::Cut } else { Kind::Plain };
                found.slip(slip(case, rate, &[pair.part], pair.whole, pair.own, kind));
            }
            _ => {}
        }
    }
}

/// Tries a share against every pair of figures that the words allow, and all parts together; whether that
/// settles it.
fn judge(case: &Case, found: &mut Found, claim: &Claim) -> bool {
    let written = case.metric(claim.rate);
    let (mut cut, mut nearest) = (None, None);
    for &part in &claim.parts {
        for &whole in &claim.wholes {
            let (part_of, all) = (case.metric(part), case.metric(whole));
            let own = if claim.complement { all.value.minus(part_of.value) } else { Some(part_of.value) };
            let Some(own) = own.filter(|_| whole != part && all.value > Decimal::ZERO) else { continue };
            // 744件,其中普通程序268件、简易程序476件: neither of two that make up a total is the other's whole.
            let total = part_of.part_of.filter(|_| part_of.part_of == all.part_of && claim.base.is_empty());
            if total.is_some_and(|id| own.plus(all.value) == Some(case.metric(id.index()).value)) {
                continue;
            }
            // 6万平方米 of 62301.03平方米 are no 103.84%, however rough they are.
            if written.value > Decimal::whole(100) && own <= all.value {
                continue;
            }
            // 考试两次:上半年…,下半年…,通过率93.7%: no share of so few is near it.
            if is_share_of_none(all.value, written) {
                continue;
            }
            let pair = Pair { part, whole, own };
            match fit(own, all.value, amount::slack(case, &[part, whole]), written) {
                Fit::Holds => return holds(case, found, claim.rate, &[part], whole, own),
                _ if !case.exact(&[part, whole]) => {}
                // 调处511件 of 512件 are never 100%.
                Fit::Cut if share(own, all.value, written) == Some(Decimal::whole(100)) => {
                    return holds(case, found, claim.rate, &[part], whole, own);
                }
                Fit::Cut => cut = cut.or(Some(pair)),
                Fit::Differs if has_share(case, claim, part) => {}
                Fit::Differs => {
                    let given = own.shift(2).and_then(|own| own.over(all.value, 4));
                    let off = given.and_then(|given| given.minus(written.value)).map(Decimal::size);
                    // 占39.6% is of the total that the part is said to be of, whatever would be nearer.
                    let stated = claim.base.is_empty() && part_of.part_of.map(Id::index) == Some(whole);
                    let nearer = |(least, known, _): (Option<Decimal>, bool, Pair)| {
                        stated && !known || stated == known && off < least
                    };
                    if nearest.is_none_or(nearer) {
                        nearest = Some((off, stated, pair));
                    }
                }
            }
        }
    }
    // 撤销3件、变更2件 for 纠错率.
    let listed = if claim.parts.len() > 1 { claim.parts.clone() } else { listed(case, claim.parts[0]) };
    for &whole in claim.wholes.iter().filter(|_| listed.len() > 1 && !claim.complement) {
        // 应出庭120件,正职出庭18件、副职出庭93件: the whole may say what its parts do.
        let parts: Vec<usize> = listed.iter().copied().filter(|&part| part != whole).collect();
        let (Some(sum), all) = (case.sum(&parts), case.metric(whole).value) else { continue };
        if parts.len() > 1 && sum <= all && fit(sum, all, Decimal::ZERO, written) == Fit::Holds {
            return holds(case, found, claim.rate, &parts, whole, sum);
        }
    }
    // 121个:国家级2个,市级119个,占168个的72.0%: the share may be of what the list is the parts of.
    let before = case.sentence(claim.parts[0]).start..claim.parts[0];
    let total = case.metric(claim.parts[0]).part_of.map(Id::index);
    let lists = |part: usize| total == Some(part) || case.gap(part, part + 1).begins_with_any(":(");
    for part in before.filter(|&part| case.alike(part, claim.parts[0]) && lists(part) && !claim.complement) {
        let own = case.metric(part).value;
        let fits = |whole: &usize| {
            let all = case.metric(*whole).value;
            *whole != part && own < all && fit(own, all, Decimal::ZERO, written) == Fit::Holds
        };
        if let Some(&whole) = claim.wholes.iter().find(|whole| fits(whole)) {
            return holds(case, found, claim.rate, &[part], whole, own);
        }
    }
    // Where all parts are told with shares of their sum, the sum is what is wrong.
    if is_of_sum(case, claim.parts[0], written) {
        return true;
    }
    if let Some(pair) = cut {
        found.slip(slip(case, claim.rate, &[pair.part], pair.whole, pair.own, Kind::Cut));
        true
    } else if let Some((.., pair)) = nearest
        .filter(|&(off, _, pair)| claim.sure && !is_about(written, off) && !is_beyond(case, claim.rate, pair))
        .filter(|&(.., pair)| !is_far(case, claim.rate, pair.whole))
    {
        // More than the whole came of it, which has been told.
        let told = found.tells_of("subset", &[pair.part]) && found.tells_of("subset", &[pair.whole]);
        // 受理498人,起诉329人,不起诉83人,不起诉率20.1%: of two together.
        let denied = case.lead(claim.rate).trim_start_matches(',').begins_with_any("不未");
        let mut others = claim.wholes.iter().filter(|&&other| denied || other != pair.whole);
        let of_both = others.any(|&other| {
            let both = pair.own.plus(case.metric(other).value);
            both.is_some_and(|both| fit(pair.own, both, Decimal::ZERO, written) == Fit::Holds)
        });
        if !told && !of_both && !fits_elsewhere(case, claim, pair) && !none_fits(case, found, pair) {
            let kind = if claim.complement { Kind::Complement } else { Kind::Plain };
            found.slip(slip(case, claim.rate, &[pair.part], pair.whole, pair.own, kind));
        }
        true
    } else {
        false
    }
}

/// Whether no number of so few things is such a share of them.
fn is_share_of_none(all: Decimal, written: &Metric) -> bool {
    const FEW: i64 = 4;
    let fits = |part: i64| fit(Decimal::whole(part), all, Decimal::ZERO, written) != Fit::Differs;
    all <= Decimal::whole(FEW) && !(0..=FEW).any(fits)
}

/// Whether a part has its own share already, so that the next one is of others: 提出86件,采纳84件,采纳率97.7%;
/// 对执行活动提出312件,采纳率98.4%.
fn has_share(case: &Case, claim: &Claim, part: usize) -> bool {
    let shared = |&i: &usize| case.metric(i).kind == MetricKind::Rate;
    (part + 1..claim.rate).filter(shared).any(|share| {
        let of = |&whole: &usize| {
            let value = case.metric(whole).value;
            let told = whole != part && whole < share && value > Decimal::ZERO;
            told && fit(case.metric(part).value, value, Decimal::ZERO, case.metric(share)) == Fit::Holds
        };
        claim.wholes.iter().any(of)
    })
}

/// Whether a share is of another figure near by, of what came in or was done: 受理900件,…,调解率18.2%。审结的824件中….
fn fits_elsewhere(case: &Case, claim: &Claim, pair: Pair) -> bool {
    let written = case.metric(claim.rate);
    let hundredths = amount::step(written) <= Decimal::whole(1).shift(-2).unwrap_or(Decimal::ZERO);
    // 调解成功率42%。办结300件: 126 of 300 leave nothing to round.
    let exactly =
        |own: Decimal, all: Decimal| own.shift(2).is_some_and(|own| written.value.times(all) == Some(own));
    let end = case.metrics().len().min(claim.rate + AROUND);
    (claim.rate.saturating_sub(AROUND)..end).any(|i| {
        let all = case.metric(i);
        let whole = all.value > pair.own && case.alike(i, pair.part) && case.exact(&[i]);
        // 118 of 审结118件 is no other whole than that of 审结178件.
        let named = case.metric(pair.whole);
        let apart = !amount::one_digit_apart(all.value, named.value) && all.value != named.value
            || exactly(pair.own, all.value) && all.label != named.label;
        // 调解成功92件,成功率38.17%;办结241件: what stands behind its semicolon may be the whole.
        let behind = || i > claim.rate && hundredths && case.gap(claim.rate, i).has(';');
        let other = (!case.together(i, claim.rate) || behind()) && apart;
        whole
            && other
            && fit(pair.own, all.value, Decimal::ZERO, written) == Fit::Holds
            && (exactly(pair.own, all.value)
                || if claim.of.is_empty() || behind() {
                    hundredths || total::shares_word(claim.base, &told_words(case, i))
                } else {
                    any_in(&told_words(case, i), claim.of)
                })
    })
}

/// Whether a share is of something else altogether: 较大火灾45起,占全部较大火灾的56.25%, where 22万起 stand before. Or the
/// whole has a share itself and it is of what that is of: 60岁以上占11.41%,其中65岁以上占7.82%.
fn is_beyond(case: &Case, rate: usize, pair: Pair) -> bool {
    let (written, whole) = (case.metric(rate), case.metric(pair.whole));
    let times = Decimal::whole(20);
    let far = |a: Option<Decimal>, b: Option<Decimal>| {
        a.zip(b).is_none_or(|(a, b)| a.times(times).is_some_and(|a| a < b))
    };
    let (given, told) = (pair.own.shift(2), written.value.times(whole.value));
    let outer = case.metrics().get(pair.whole + 1).filter(|share| share.unit == "%" && pair.whole + 1 < rate);
    let product = outer.and_then(|outer| pair.own.times(outer.value)?.over(whole.value, 3));
    let of_outer = product.and_then(|product| product.minus(written.value));
    far(given, told) || of_outer.is_some_and(|off| off.size() <= amount::step(written))
}

/// Whether all parts of a whole that have shares have others than they should: 投诉3000件,占投诉的50%;举报2000件,占举报的66.7%.
fn none_fits(case: &Case, found: &Found, pair: Pair) -> bool {
    let total = case.metric(pair.part).part_of;
    let shared = |i: usize| {
        let share = case.metrics().get(i + 1).filter(|share| share.unit == "%")?;
        // 占少数民族执法人员的50%: of another whole.
        let own = case.gap(i, i + 1).without_first(",(");
        let told = case.metric(i).part_of == total && matches!(own, "占" | "占比" | "约占");
        told.then_some((case.metric(i).value, share))
    };
    let all: Vec<(Decimal, &Metric)> = case.paragraph(pair.part).filter_map(shared).collect();
    let fits = |whole: Decimal| {
        all.iter().filter(|(part, share)| fit(*part, whole, Decimal::ZERO, share) == Fit::Holds).count()
    };
    let Some(total) = total.map(Id::index) else { return false };
    let whole = case.metric(total).value;
    // 136件里头,山林的52件,占28.0%;邻里的71件,占38.2%: all are of 186件.
    let slipped = || any_other(whole, &|other| fits(other) == all.len());
    all.len() > 1 && fits(whole) == 0 && (!slipped() || found.tells_of("rate", &[total]))
}

/// Whether so many sentences stand between a share and a whole that its words do not say to be of it.
fn is_far(case: &Case, rate: usize, whole: usize) -> bool {
    const FAR: usize = 3;
    whole < rate && case.gap(whole, rate).matches('。').count() >= FAR
}

/// Whether a share is told as no more than about right: 约20%, and 约19.2% by less than a point.
fn is_about(written: &Metric, off: Option<Decimal>) -> bool {
    let close = off.is_none_or(|off| off < Decimal::whole(1));
    written.bound == Bound::About && (close || written.value.is_whole())
}

/// Whether a share is one of the sum of its part and the siblings that have shares, too.
fn is_of_sum(case: &Case, part: usize, written: &Metric) -> bool {
    let Some(total) = case.metric(part).part_of else { return false };
    let listed: Vec<usize> =
        case.paragraph(part).filter(|&i| case.metric(i).part_of == Some(total)).collect();
    let fits = |sum| fit(case.metric(part).value, sum, Decimal::ZERO, written) == Fit::Holds;
    sum::told_with_shares(case, &listed) && case.sum(&listed).is_some_and(fits)
}

/// The list that ends with a part: 国家级3个、省级16个、市级102个.
fn listed(case: &Case, part: usize) -> Vec<usize> {
    let mut first = part;
    while first > 0 && case.gap(first - 1, first).starts_with('、') && case.alike(first - 1, part) {
        first -= 1;
    }
    (first..=part).collect()
}

fn holds(case: &Case, found: &mut Found, rate: usize, parts: &[usize], whole: usize, own: Decimal) -> bool {
    let figures = [&[rate], parts, &[whole]].concat();
    let values: [&dyn std::fmt::Display; 3] = [&own, &case.metric(whole).value, &case.metric(rate).value];
    found.holds(&figures, message::fill("$0 ÷ $1 = $2%", &values));
    true
}

/// The slip of a share of these parts together.
fn slip(case: &Case, rate: usize, parts: &[usize], whole: usize, own: Decimal, kind: Kind) -> Slip {
    let given = share(own, case.metric(whole).value, case.metric(rate));
    let percent = given.map_or_else(String::new, |given| message::fill("$0%", &[&given]));
    let told: Vec<String> = parts.iter().map(|&part| case.told(part)).collect();
    let (a, b, written) = (told.join("＋"), case.told(whole), case.told(rate));
    let reckoned = match kind {
        Kind::Complement => "（$1－$0）÷$1",
        _ if parts.len() > 1 => "（$0）÷$1",
        _ => "$0÷$1",
    };
    let sum = message::fill(reckoned, &[&a, &b]);
    let patterns = if kind == Kind::Cut {
        [
            "$0四舍五入是$1，文中写$2，像是截去了尾数。",
            "$0 rounds to $1, the text says $2: its further digits seem cut off.",
        ]
    } else {
        [
            "$0＝$1，文中写$2，两者不符；若另有分母，建议写明。",
            "$0 = $1, but the text says $2. If it is of another whole, say which.",
        ]
    };
    let told = message::say(case, patterns, &[&sum, &percent, &written]);
    let key = message::fill("$2=$0/$1", &[&a, &b, &written]);
    let slip = message::slip(case, [&[rate], parts, &[whole]].concat(), given, told, key);
    // 4.4% for 4.347%: shares are often pushed by a unit of their last digit until they make a hundred.
    let last = amount::is_last_digit(given, case.metric(rate));
    Slip { severity: (kind == Kind::Cut || last).then_some(Severity::Note), ..slip }
}

/// All words that tell a figure.
fn told_words(case: &Case, i: usize) -> String {
    let action = case.metric(i).action.as_deref().unwrap_or_default();
    // 28个复工项目中有重点项目9个: what stands before 中有 is another figure's.
    let lead = behind_word(case.lead(i), "中有").unwrap_or_else(|| case.lead(i));
    // 维持、撤销、终止分别为38件、4件、21件: the first has no more words than its own.
    let lead = if ends(lead, "分别为 分别是 分别有 分别 依次为 依次是") { "" } else { lead };
    [lead, case.label(i), &as_read(action), case.rest(i)].concat()
}
