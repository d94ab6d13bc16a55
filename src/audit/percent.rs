//! Shares that cannot be: over 100 % of a whole, or below nought.

use crate::Decimal;
use crate::audit::case::Case;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Group, Rule, Severity, message};
use crate::indicators::MetricKind;
use crate::metric::{Direction, Source};
use crate::words::{Stretch, Words, starts};

pub const RULE: Rule = Rule {
    code: "percent",
    group: Group::Arithmetic,
    severity: Severity::Error,
    name: ["百分比不可能成立", "A share that cannot be"],
    why: [
        "占整体的比例不能超过100%，下降也不能超过100%。",
        "No part is more than all of its whole, and nothing falls by more than all.",
    ],
    #[cfg(test)]
    proof: include_str!("percent.tsv"),
    check,
};

/// Words of shares whose whole is a plan, a measure or another figure, so that they may well be over 100 %.
static OVERFULFILLED: Words = Words::new(
    "完成率 达成率 任务 目标 计划 指标 进度 序时 超额 增长 增速 增幅 上升 提高 相当于 是上年 为上年 较 同比 保值 周转 偿债 拨备 产销",
);

fn check(case: &Case, found: &mut Found) {
    let all = Decimal::whole(100);
    for (i, metric) in case.metrics().iter().enumerate() {
        if metric.unit != "%" || metric.source == Source::Words {
            continue;
        }
        let (low, high) = (metric.value < Decimal::ZERO, metric.value > all);
        let rate = metric.kind == MetricKind::Rate;
        let fallen = high && metric.direction == Some(Direction::Down);
        // 各项占比相加为100.01%: so many shares were rounded.
        static SUMMED: Words = Words::new("相加 合计 之和 总和 加总");
        let rounded = SUMMED.stand_in(case.lead(i)) && metric.value < Decimal::whole(101);
        if rounded {
            continue;
        }
        if fallen || rate && (low && case.label(i).ends_with('率') || high && is_share(case, i)) {
            found.slip(slip(case, i, fallen));
        }
    }
}

/// Whether a figure is a share of a whole.
fn is_share(case: &Case, i: usize) -> bool {
    static SHARE: Words = Words::new("率 比例");
    // 综合利用率有新的提高(设施配套率101.6%): in the bracket something else is told.
    let lead = case.lead(i).rsplit('(').next().unwrap_or_default();
    // 网办率在94.6%的基础上提高6.2个百分点,达到100.8%: the rate is named before.
    let reached = starts(lead, "达到 达 升至 上升到 提高到 提升到 提升至") && lead.chars().nth(4).is_none();
    let named = (i.saturating_sub(2)..i).find(|&j| {
        reached
            && case.together(j, i)
            && case.metric(j).unit == "%"
            && case.metric(j).kind == MetricKind::Rate
    });
    let words = named.map_or(case.label(i), |j| case.lead(j));
    let told = [lead, words, case.rest(i)];
    let any = |words: &Words| told.iter().any(|told| words.stand_in(told));
    let share = lead.has('占') || any(&SHARE);
    let compared = lead.has('比') && !lead.holds("比例") && !lead.holds("占比") && !lead.holds("比重");
    // 隐患整改完成率: no plan's.
    share && !compared && (!any(&OVERFULFILLED) || lead.holds("整改完成率"))
}

fn slip(case: &Case, i: usize, fallen: bool) -> Slip {
    let told = case.told(i);
    let patterns = if fallen {
        ["$0：下降不会超过100%，请核对。", "$0: nothing falls by more than 100 %; please check."]
    } else {
        [
            "$0：占整体的比例应在0到100%之间，请核对。",
            "$0: a share of a whole lies between 0 and 100 %; please check.",
        ]
    };
    message::slip(case, vec![i], None, message::say(case, patterns, &[&told]), told)
}
