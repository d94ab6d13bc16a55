//! Parts that do not add up to their total.

mod claim;
mod hand;
mod list;
mod shared;

use crate::Decimal;
use crate::audit::case::Case;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Fix, Group, Rule, Severity, amount, message};
use crate::words::{Stretch, Words};
pub use claim::told_with_shares;
pub use list::List;

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

/// Words of what was done with all that is counted.
const DONE: &str = "整改 已整改 完成整改 均已整改 办结 已办结 销号 已销号 化解 已化解 结案 审结 答复 办复";

fn check(case: &Case, found: &mut Found) {
    let mut lists = list::lists(case);
    shared::lists(case, &mut lists);
    for List { total, parts } in lists {
        let all = [&[total], &*parts].concat();
        let (Some(sum), true) = (case.sum(&parts), case.exact(&all)) else { continue };
        let Some(gap) = sum.minus(case.metric(total).value) else { continue };
        if gap.size() <= amount::slack(case, &all) {
            let sign = if gap == Decimal::ZERO { "=" } else { "≈" };
            let values = joined(&parts, " + ", &|part| case.metric(part).value.to_string());
            let expression = message::fill("$0 $1 $2", &[&case.metric(total).value, &sign, &values]);
            found.holds(&all, expression);
        } else if claim::is_claimed(case, total, &parts, gap)
            && !is_of_part(case, total, &parts, sum)
            && !is_of_other(case, total, &parts, sum)
            && (list::of_one_set(case, &parts) || !is_full_before(case, total, &parts))
            && !is_mixed(case, &parts)
        {
            found.slip(slip(case, all, sum, gap));
        }
    }
}

/// Whether the parts are all of another part: 31件(承办27件,协办4件)…,其中承办甲类11件、乙类16件.
fn is_of_part(case: &Case, total: usize, parts: &[usize], sum: Decimal) -> bool {
    let of_total = |i: usize| case.metric(i).part_of.is_some_and(|id| id.index() == total);
    case.paragraph(total).any(|i| !parts.contains(&i) && of_total(i) && case.metric(i).value == sum)
}

/// Whether the parts are all of another figure before them: 排查纠纷426件,调处成功419件。其中…; 立案46件,结案44件,其中….
fn is_of_other(case: &Case, total: usize, parts: &[usize], sum: Decimal) -> bool {
    let first = parts[0];
    // 立案29件。19件案件中…: what stands in its list's own sentence is the total, if nothing beside it is.
    let beside = |i: usize| {
        let gap = if i < total { case.gap(i, total) } else { "" };
        case.together(i, total) && i < total && !gap.has_any(";(")
    };
    let near = |i: usize| !case.together(total, first) || beside(i);
    let other = |&i: &usize| case.alike(i, total) && case.metric(i).part_of.is_none() && near(i);
    let mut before = (case.paragraph(first).start..first).rev().filter(other).take(3);
    before.any(|i| case.metric(i).value == sum)
}

/// Whether the first parts make up the whole: 420件(简易程序130件,普通程序290件、撤销9件).
fn is_full_before(case: &Case, total: usize, parts: &[usize]) -> bool {
    static OUTCOME: Words = Words::new("撤 销 移送 移交 转 结 终止");
    (2..parts.len()).any(|end| {
        let full = case.sum(&parts[..end]) == Some(case.metric(total).value);
        full && parts[end..].iter().all(|&part| OUTCOME.stand_in(case.lead(part)))
    })
}

/// Whether a list goes on in another unit of cases: 按日处罚5件,移送拘留8起,移送犯罪13件.
fn is_mixed(case: &Case, parts: &[usize]) -> bool {
    const CASES: [&str; 5] = ["件", "起", "宗", "例", "案"];
    let unit = case.metric(parts[0]).unit;
    let other = |i: usize| {
        let metric = case.metric(i);
        metric.unit != unit && CASES.contains(&metric.unit) && metric.part_of.is_none()
    };
    CASES.contains(&unit) && (parts[0]..parts[parts.len() - 1]).any(other)
}

/// Whether a difference is at most so many hundredths of the whole.
fn is_near(gap: Decimal, whole: Decimal, hundredths: i64) -> bool {
    let scaled = (gap.size().shift(2), whole.times(Decimal::whole(hundredths)));
    matches!(scaled, (Some(gap), Some(limit)) if gap <= limit)
}

/// What is to say of each part, in one string.
fn joined(parts: &[usize], sign: &str, word: &dyn Fn(usize) -> String) -> String {
    let mut all = String::new();
    for &part in parts {
        if !all.is_empty() {
            all.push_str(sign);
        }
        all.push_str(&word(part));
    }
    all
}

/// A slip of the total, which stands before its parts in `all`.
fn slip(case: &Case, all: Vec<usize>, sum: Decimal, gap: Decimal) -> Slip {
    let patterns = if gap < Decimal::ZERO {
        [
            "$0＝$1，$2，相差$3。其余$3若另有去向，建议写明。",
            "$0 = $1, but the text says $2: $3 apart. If the rest went elsewhere, say where.",
        ]
    } else {
        [
            "$0＝$1，$2，相差$3。若各项有交叉，建议写明。",
            "$0 = $1, but the text says $2: $3 apart. If the parts overlap, say so.",
        ]
    };
    let sign = message::say(case, ["＋", " + "], &[]);
    let told = |sign: &str| joined(&all[1..], sign, &|part| case.told(part));
    let total = case.told(all[0]);
    let [given, apart] = [sum, gap.size()].map(|value| amount::scaled(case.metric(all[0]), value));
    let message = message::say(case, patterns, &[&told(&sign), &given, &total, &apart]);
    let key = message::fill("$0=$1", &[&total, &told("+")]);
    let mut mended = mended(case, &all[1..], gap);
    let mut slip = message::slip(case, all, Some(sum), message, key);
    slip.fixes.append(&mut mended);
    slip
}

/// The parts of which one digit would do; three at most.
fn mended(case: &Case, parts: &[usize], gap: Decimal) -> Vec<Fix> {
    let mut fixes = Vec::new();
    for &part in parts {
        let old = case.metric(part).value;
        let Some(new) = old.minus(gap) else { continue };
        if amount::one_digit_apart(old, new) && fixes.len() < 3 {
            fixes.extend(message::fix(case, part, new));
        }
    }
    fixes
}
