//! Shares that cannot be: over 100 % of a whole, or below nought.

use crate::audit::case::Case;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Group, Rule, Severity};
use crate::indicators::MetricKind;
use crate::metric::{Direction, Metric, Source};
use crate::{Decimal, Locale};

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
const OVERFULFILLED: [&str; 24] = [
    "完成率",
    "达成率",
    "任务",
    "目标",
    "计划",
    "指标",
    "进度",
    "序时",
    "超额",
    "增长",
    "增速",
    "增幅",
    "上升",
    "提高",
    "相当于",
    "是上年",
    "为上年",
    "较",
    "同比",
    "保值",
    "周转",
    "偿债",
    "拨备",
    "产销",
];

fn check(case: &Case, found: &mut Found) {
    for (i, metric) in case.metrics().iter().enumerate() {
        if metric.source == Source::Words || metric.unit != "%" {
            continue;
        }
        let all = Decimal::whole(100);
        let too_much = metric.kind == MetricKind::Rate && metric.value > all && is_share(case, i, metric);
        let too_low = metric.kind == MetricKind::Rate && metric.value < Decimal::ZERO && is_named(metric);
        let fallen = metric.direction == Some(Direction::Down) && metric.value > all;
        if too_much || too_low || fallen {
            found.slip(slip(case, i, fallen));
        }
    }
}

fn is_named(metric: &Metric) -> bool {
    metric.label.ends_with('率')
}

/// Whether a figure is a share of a whole.
fn is_share(case: &Case, i: usize, metric: &Metric) -> bool {
    let lead = case.lead(i);
    let told = [lead, &metric.label, case.rest(i)];
    let share = lead.contains('占') || told.iter().any(|w| w.contains('率') || w.contains("比例"));
    let beyond = told.iter().any(|words| OVERFULFILLED.iter().any(|w| words.contains(w)));
    let compared =
        lead.contains('比') && !lead.contains("比例") && !lead.contains("占比") && !lead.contains("比重");
    share && !beyond && !compared
}

fn slip(case: &Case, i: usize, fallen: bool) -> Slip {
    let told = case.told(i);
    let message = match (case.locale, fallen) {
        (Locale::Zh, true) => format!("{told}：下降不会超过100%，请核对。"),
        (Locale::Zh, false) => format!("{told}：占整体的比例应在0到100%之间，请核对。"),
        (Locale::En, true) => format!("{told}: nothing falls by more than 100 %; please check."),
        (Locale::En, false) => format!("{told}: a share of a whole lies between 0 and 100 %; please check."),
    };
    Slip {
        metrics: vec![i],
        span: Some(case.metric(i).span),
        stated: Some(case.metric(i).value),
        message,
        key: told,
        ..Slip::default()
    }
}
