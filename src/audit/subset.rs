//! Parts bigger than their whole; more done than there was to do.

use crate::audit::case::Case;
use crate::audit::change::names_year;
use crate::audit::message::say;
use crate::audit::rate::MEAN;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Group, Rule, Severity, amount};
use crate::indicators::MetricKind;
use crate::metric::{Scope, Source};
use crate::quantity::bound::Bound;
use crate::words::{Stretch, Words, any_in, ends, last_two, places, starts};
use crate::{Decimal, Id};

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
const INTAKE: &str = "开庭 应出庭 通知 应到 应参 到考 实考 参训 评查 收到 受理 接到 接收 收件 排查 发现 查出 认定 查实 参加 报名 参考 应考 抽检 抽查 承办 交办 \
征集 提出 摸排 立案 登记 新收 反馈 到场 应试 派单 组织 报考 送检 抽样 检测 受检 派发 转办 调解 调处";
/// Words of what came of it.
const OUTCOME: &str = "应诉 实到 实际参加 到庭 评出 办结 审结 结案 整改 改好 化解 消除 调处成功 调解成功 成功 合格 通过 过关 及格 采纳 答复 \
办复 回复 销号 解决 达成 取得 出庭";
/// Words of what an earlier year left over, or of figures that are no whole and part.
const CARRIED: &str = "结转 遗留 积案 存量 旧存 陈案 跨年 往年 往期 以前年度 历年受理 历年积 上年未 去年未 上年受理 \
去年受理 上年立案 上年收 去年立 去年收 去年接 去年底 上年底 去年12月 上年12月 年转入 上年度转";

fn check(case: &Case, found: &mut Found) {
    for i in 0..case.metrics().len() {
        let of_total = bigger_than_total(case, i);
        let whole = of_total.or_else(|| more_than_came(case, i));
        if let Some(whole) = whole.filter(|&whole| !found.tells_of("sum", &[i, whole])) {
            // What came in earlier may have been done as well.
            let severity = of_total.is_none().then_some(Severity::Warning);
            found.slip(Slip { severity, ..slip(case, whole, i) });
        }
    }
}

/// The total that a part is bigger than.
fn bigger_than_total(case: &Case, i: usize) -> Option<usize> {
    let part_of = case.metric(i).part_of.map(Id::index);
    // 审理2118件(新收1968件和上年结转150件)案件中,审结1876件: behind the bracket its total counts.
    let closed = |last: usize| case.gap(last, i).has(')') && !case.gap(last, i).has('(');
    let whole =
        |last: usize| if closed(last) { case.metric(last).part_of.map(Id::index) } else { Some(last) };
    let last = || i.checked_sub(1).filter(|&last| case.together(last, i)).and_then(whole);
    // 审结66件,开庭58件,其中出庭61件: the reading looks for a total that is big enough.
    // 达成协议58件,成功率90.6%,其中当场履行61件: of the figure before the rate; not where it says itself of what.
    let again = part_of.is_some_and(|total| case.lead(i).holds(case.label(total)));
    let rated = |last: usize| case.metric(last).kind == MetricKind::Rate && case.together(last, i) && !again;
    let before = i.checked_sub(1).and_then(|last| last.checked_sub(usize::from(rated(last))));
    let beside = before.filter(|&last| {
        let nearer = part_of.is_some_and(|total| total < last);
        // 列为重点帮教对象64名,重点帮教对象中必接必送67名
        let gap = case.gap(i - 1, i);
        let named = gap
            .strip_prefix(',')
            .and_then(|gap| gap.split_once('中'))
            .is_some_and(|(name, _)| name.chars().nth(2).is_some() && case.lead(last).ends_with(name));
        let opened = gap.starts_with(",其中") && case.metric(last).part_of.is_none() || named;
        // 留言3059条,部门1904条,县区1155条,其中咨询1160条、投诉1859条、建言40条: all of the first.
        let whole = part_of.is_some_and(|total| {
            let parts = case.sentence(i).filter(|&j| case.metric(j).part_of.map(Id::index) == Some(total));
            let sum = case.sum(&parts.collect::<Vec<_>>());
            let mut before = case.sentence(i).take_while(|&j| j < i);
            before.any(|j| case.alike(j, i) && sum == Some(case.metric(j).value))
        });
        nearer && !whole && case.together(last, i) && case.alike(last, i) && opened
    });
    let total = beside.or(part_of).or_else(last).or_else(|| named_before(case, i))?;
    // 共办案1368件,人均办案13.68件,其中处罚450件: of no mean.
    if MEAN.stand_in(case.lead(total))
        || !case.is_counted(i)
        || !case.alike(i, total)
        || !is_bigger(case, total, i)
    {
        return None;
    }
    if part_of != Some(total) && total < i && names_year(case.gap(total, i)) {
        return None;
    }
    let opens = || {
        let gap = case.gap(total, i);
        let behind = gap.split(',').next().unwrap_or_default();
        // 将307名工作者吸纳到队伍中,全市共有2783名: whose number nobody is said to be of.
        let plain = !behind.has_any("到入在") && !behind.ends_with("集中");
        // 43件中继续有效99件
        let bare =
            behind.starts_with('中') && !starts(behind, "中心 中小 中学 中队 中介 中医 中央 中层 中级");
        let among = (bare || ends(behind, "中 里") && !ends(behind, "邻里 公里")) && plain;
        let last = gap.behind_any(",(");
        // 法律明白人1284名,能用双语的占了大半,计1482名
        let most = gap.holds("占了") || gap.holds("占大");
        among || most || starts(last, "其中 从中 当中 里面 包括 分为") || !case.together(total, i)
    };
    (part_of.is_some() || opens()).then_some(total).filter(|_| !is_explained(case, i))
}

/// 在册对象317名。对在册对象分级管控,其中电子定位329名: the total of the sentence before that this one names again.
fn named_before(case: &Case, i: usize) -> Option<usize> {
    let own = case.lead(i).starts_with("其中").then(|| case.sentence_of(i))?;
    let (named, _) = own.parted("其中")?;
    let again = |&j: &usize| {
        let label = case.label(j);
        case.alike(j, i) && last_two(label).is_some_and(|last| named.holds(last))
    };
    (case.paragraph(i).start..i).rev().take(4).find(again)
}

/// Whether words right behind a figure say where the surplus comes from: 整改1665处(含复查整改),
/// 结案12起(1起是2019年立案), 办结4239件,其中31件系上年十二月工单.
fn is_explained(case: &Case, i: usize) -> bool {
    static OLD: Words = Words::new("年立案 年受理 年收案 结转 往年 跨年 上年 去年");
    let behind = case.behind(i);
    let part = behind.strip_prefix(",其中").or(behind.strip_prefix(",有"));
    if part.is_some_and(|part| OLD.stand_in(part.up_to_any(",;。"))) {
        return true;
    }
    let bracket = behind.strip_prefix('(').and_then(|inside| inside.split_once(')'));
    bracket.is_some_and(|(inside, _)| OLD.stand_in(inside))
        || starts(behind, "(含 (包括 (包含 (部分 (其中含 (其中包括")
}

/// Whether a figure is bigger than another, and no bound of theirs allows for it.
fn is_bigger(case: &Case, whole: usize, part: usize) -> bool {
    let (whole, part) = (case.metric(whole), case.metric(part));
    let no_more = matches!(whole.bound, Bound::Exact | Bound::Under | Bound::AtMost);
    let no_less = matches!(part.bound, Bound::Exact | Bound::Over | Bound::AtLeast);
    part.value > whole.value && no_more && no_less && whole.upper.is_none() && part.upper.is_none()
}

/// The figure that came in, took part or was found, and that more came of than it is.
fn more_than_came(case: &Case, i: usize) -> Option<usize> {
    // 调解671件,其中邻里243件、物业198件,调解成功674件: parts are no intake.
    let mut before = (case.sentence(i).start..i).rev().filter(|&j| case.metric(j).part_of.is_none()).take(3);
    // 共排查出隐患412处。…上述隐患已完成整改421处。
    let mut above = (case.paragraph(i).start..i).rev().filter(|_| case.lead(i).holds("上述"));
    let intake = before.find(|&j| case.alike(j, i)).or_else(|| above.find(|&j| case.alike(j, i)));
    let intake = intake.or_else(|| listed_before(case, i))?;
    // 2002年…275人;2003年…304人; 抽查卷中优秀36卷、合格41卷; 撤回16件与调解41件合并: one beside the other.
    let gap = case.gap(intake, i);
    if names_year(gap) || starts(gap, "、 与 和 及") {
        return None;
    }
    let own = |figure: usize| {
        let metric = case.metric(figure);
        // 报名291人,实际参加268人,合格286人: the reading looks for a total that is big enough.
        let farther = figure == i && metric.part_of.is_some_and(|total| total.index() < intake);
        let whole = metric.scope == Scope::Report && (metric.part_of.is_none() || farther);
        whole && metric.source == Source::Text && metric.kind == MetricKind::Count
    };
    let told = |i: usize, words: &str, denied: &dyn Fn(&str) -> bool| {
        says(case.lead(i), words, denied) || says(case.rest(i), words, denied)
    };
    let denied = |before: &str| ends(before, "不 予 未 无");
    // 应出庭, 通知负责人出庭: it was to be done.
    let not_yet = |before: &str| denied(before) || ends(before, "应 应当 应出庭") || before.holds("通知");
    // 应参加291人,实际参加268人,合格286人: who came of those asked took the examination.
    let attended = says(case.lead(i), "合格 及格 通过 过关", &denied)
        && says(case.lead(intake), "实到 实际参加", &denied);
    let more = is_bigger(case, intake, i)
        && own(i)
        && own(intake)
        && (told(i, OUTCOME, &not_yet) || handed_over(case, intake, i))
        && case.metric(i).value
            <= case.metric(intake).value.times(Decimal::whole(2)).unwrap_or(Decimal::ZERO)
        && (told(intake, INTAKE, &denied) || passed(case, intake, i) || handed_over(case, intake, i))
        && (attended || !told(intake, OUTCOME, &not_yet));
    // 新收43件,审结45件: what is heard is not only what came in anew.
    let heard = case.lead(intake).holds("新收") && says(case.lead(i), "审结 审执结 结案 办结", &denied);
    (more && !heard && !carried(case, i) && !is_explained(case, i)).then_some(intake)
}

/// 受理纠纷3148件,分为:邻里2711件、其他437件。调解成功3184件: what came in, and was divided by kind, in the sentence before.
fn listed_before(case: &Case, i: usize) -> Option<usize> {
    let bare = case.lead(i).without_first("共均已全年内");
    let opens = case.sentence(i).start == i && OUTCOME.split(' ').any(|word| word == bare);
    let last = i.checked_sub(1).filter(|_| opens)?;
    let total = case.metric(last).part_of.map(Id::index)?;
    let beside = case.gap(last, i).len() <= "。全年共调解成功".len() && case.alike(total, i);
    (beside && case.together(total, last)).then_some(total)
}

/// Whether a figure tells how many passed of those right before it: 农产品372批次,检测合格378批次.
fn passed(case: &Case, intake: usize, i: usize) -> bool {
    let beside = intake + 1 == i && case.gap(intake, i).starts_with(',');
    let grade = ends(case.lead(intake).trim_end_matches('的'), "优秀 优良 良好 合格 及格 达标 通过");
    beside && !grade && ends(case.lead(i), "检测合格 检验合格 抽检合格 检出合格 考试合格")
}

/// Whether a figure tells how many were taken over of those right before it: 移送涉嫌犯罪案件7件,公安机关受理9件.
fn handed_over(case: &Case, intake: usize, i: usize) -> bool {
    static TAKEN: Words = Words::new("机关受理 机关立案 机关已受理 机关已立案");
    let beside = intake + 1 == i && case.gap(intake, i).starts_with(',');
    beside && any_in(case.lead(intake), "移送 移交") && TAKEN.stand_in(case.lead(i))
}

/// Whether the paragraph says that something was left over from before.
pub fn carried(case: &Case, i: usize) -> bool {
    // 无上年结转案件 denies it.
    let denied = |before: &str| {
        let from = before.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
        DENIED.stand_in(&before[from..])
    };
    let (before, own) = (case.paragraph_before(i), case.sentence_of(i));
    // 累计排查90处,整改95处 says nothing of why; 排查90处,累计整改95处 does.
    case.lead(i).holds("累计")
        || LEFT.stand_in(before) && says(before, "结转", &denied)
        || ANY_CARRIED.stand_in(own) && says(own, CARRIED, &denied)
}

static LEFT: Words = Words::new("结转");
static ANY_CARRIED: Words = Words::new(CARRIED);
static DENIED: Words = Words::new("无 没有 未有");

/// Whether one of these words stands in what is told, and nothing before it denies it.
fn says(told: &str, words: &str, denied: &dyn Fn(&str) -> bool) -> bool {
    places(told, words).any(|at| !denied(&told[..at]))
}

fn slip(case: &Case, whole: usize, part: usize) -> Slip {
    let (a, b) = (case.told(part), case.told(whole));
    let (whole, part) = (case.metric(whole), case.metric(part));
    let apart = part.value.minus(whole.value).map_or_else(String::new, |apart| amount::scaled(part, apart));
    Slip {
        metrics: vec![whole.id.index(), part.id.index()],
        span: Some(part.span),
        related: vec![whole.span],
        stated: Some(part.value),
        message: say(case, SAYS, &[&a, &b, &apart]),
        key: a + ">" + &b,
        ..Slip::default()
    }
}

const SAYS: [&str; 2] = [
    "$0多于$1，多出$2；若含上年结转或另有来源，建议写明。",
    "$0 is more than $1, by $2. If some was carried over or came from elsewhere, say so.",
];
