//! Parts bigger than their whole; more done than there was to do.

use crate::audit::case::Case;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Group, Rule, Severity};
use crate::indicators::MetricKind;
use crate::metric::{Scope, Source};
use crate::quantity::bound::Bound;
use crate::{Id, Locale};

pub const RULE: Rule = Rule {
    code: "subset",
    group: Group::Arithmetic,
    severity: Severity::Error,
    name: ["部分大于整体", "A part bigger than its whole"],
    why: [
        "部分不能大于整体，办结不能多于收到（无结转时）。",
        "No part is bigger than its whole, and no more is done than came in unless some was carried over.",
    ],
    #[cfg(test)]
    proof: include_str!("subset.tsv"),
    check,
};

/// Words of what came in, took part or was found.
const INTAKE: [&str; 30] = [
    "开庭",
    "应出庭",
    "评查",
    "新登记",
    "收到",
    "受理",
    "接到",
    "接收",
    "收件",
    "排查",
    "发现",
    "参加",
    "报名",
    "参考",
    "应考",
    "抽检",
    "抽查",
    "承办",
    "交办",
    "征集",
    "提出",
    "摸排",
    "立案",
    "登记",
    "新收",
    "反馈",
    "到场",
    "应试",
    "派单",
    "组织",
];
/// Words of what came of it.
const OUTCOME: [&str; 25] = [
    "应诉",
    "到庭",
    "评出",
    "办结",
    "审结",
    "结案",
    "整改",
    "改好",
    "化解",
    "调处成功",
    "调解成功",
    "成功",
    "合格",
    "通过",
    "过关",
    "及格",
    "采纳",
    "答复",
    "办复",
    "回复",
    "销号",
    "解决",
    "达成",
    "取得",
    "出庭",
];
/// Words of what an earlier year left over, or of figures that are no whole and part.
const CARRIED: [&str; 19] = [
    "结转",
    "遗留",
    "积案",
    "存量",
    "旧存",
    "陈案",
    "跨年",
    "往年",
    "往期",
    "以前年度",
    "累计",
    "历年受理",
    "历年积",
    "上年未",
    "去年未",
    "上年受理",
    "去年受理",
    "上年立案",
    "上年收",
];

fn check(case: &Case, found: &mut Found) {
    for i in 0..case.metrics().len() {
        let whole = bigger_than_total(case, i).or_else(|| more_than_came(case, i));
        if let Some(whole) = whole.filter(|&whole| !found.tells_of("sum", &[i, whole])) {
            found.slip(slip(case, whole, i));
        }
    }
}

/// The total that a part is bigger than.
fn bigger_than_total(case: &Case, i: usize) -> Option<usize> {
    let metric = case.metric(i);
    let opens = || {
        let last = i.checked_sub(1).filter(|&last| case.together(last, i) && case.alike(last, i))?;
        let gap = case.gap(last, i);
        let opens = [",其中", "(其中", "其中", ",从中", ",当中", ",里面"];
        let behind = gap.split(',').next().unwrap_or_default();
        let among = behind.ends_with(['中', '里']) && !behind.ends_with("集中");
        let near = among || opens.iter().any(|w| gap.starts_with(w));
        (near && metric.part_of.is_none()).then_some(last)
    };
    let total = metric.part_of.map(Id::index).or_else(opens)?;
    let alike = case.alike(i, total);
    (case.is_counted(i) && alike && metric.value > case.metric(total).value && is_stated(case, total, i))
        .then_some(total)
}

/// Whether both figures say that the first is no smaller than what the second is told to be.
fn is_stated(case: &Case, whole: usize, part: usize) -> bool {
    let (whole, part) = (case.metric(whole), case.metric(part));
    let no_more = matches!(whole.bound, Bound::Exact | Bound::Under | Bound::AtMost);
    let no_less = matches!(part.bound, Bound::Exact | Bound::Over | Bound::AtLeast);
    no_more && no_less && whole.upper.is_none() && part.upper.is_none()
}

/// The figure that came in, took part or was found, and that more came of than it is.
fn more_than_came(case: &Case, i: usize) -> Option<usize> {
    let metric = case.metric(i);
    let own = |i: usize| {
        let metric = case.metric(i);
        metric.source == Source::Text && metric.kind == MetricKind::Count && metric.scope == Scope::Report
    };
    let near = |i: usize, words: &[&str]| {
        let told = [case.lead(i), case.rest(i)];
        let said = |told: &&str, w: &str| {
            told.match_indices(w).any(|(at, _)| !told[..at].ends_with(['不', '予', '未', '无']))
        };
        words.iter().any(|w| told.iter().any(|t| said(t, w)))
    };
    if !own(i) || metric.part_of.is_some() || !near(i, &OUTCOME) {
        return None;
    }
    let intake = (case.sentence(i).start..i).rev().take(3).find(|&j| case.alike(j, i))?;
    let told = near(intake, &INTAKE)
        && !near(intake, &OUTCOME)
        && own(intake)
        && case.metric(intake).part_of.is_none();
    let more = told && metric.value > case.metric(intake).value && is_stated(case, intake, i);
    (more && !carried(case, i)).then_some(intake)
}

/// Whether the paragraph says that something was left over from before.
pub fn carried(case: &Case, i: usize) -> bool {
    // 无上年结转案件 denies it.
    let denied = |before: &str| {
        let from = before.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
        ["无", "没有", "未有"].iter().any(|w| before[from..].contains(w))
    };
    let said = |told: &str, word: &str| told.match_indices(word).any(|(at, _)| !denied(&told[..at]));
    said(case.paragraph_before(i), CARRIED[0]) || CARRIED.iter().any(|word| said(case.sentence_of(i), word))
}

fn slip(case: &Case, whole: usize, part: usize) -> Slip {
    let (a, b) = (case.told(part), case.told(whole));
    let apart = case.metric(part).value.minus(case.metric(whole).value);
    let (apart, unit) = (apart.map_or_else(String::new, |apart| apart.to_string()), case.metric(part).unit);
    let message = match case.locale {
        Locale::Zh => format!("{a}多于{b}，多出{apart}{unit}；若含上年结转或另有来源，建议写明。"),
        Locale::En => {
            format!(
                "{a} is more than {b}, by {apart}{unit}. If some was carried over or came from elsewhere, say so."
            )
        }
    };
    Slip {
        metrics: vec![whole, part],
        span: Some(case.metric(part).span),
        related: case.spans(&[whole]),
        stated: Some(case.metric(part).value),
        message,
        key: format!("{a}>{b}"),
        ..Slip::default()
    }
}
