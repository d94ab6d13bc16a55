//! A rate by its name: 收到51件,出庭47件,出庭率92.2%.

use std::sync::LazyLock;

use super::total::run;
use super::whole::{exceeded, wholes};
use super::{Claim, ELSEWHERE, told_words};
use crate::audit::case::{Case, ONE_BY_ONE};
use crate::indicators::MetricKind;
use crate::metric::Scope;
use crate::words::{Stretch, Words, each_word, ends, last_two, places, starts};
use crate::{Decimal, data};

/// A rate of the table: a word of its name; words of what it takes from the whole, the first of them that
/// name; words of the whole.
static RATES: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
    data::rows(data::table!("../../data/rates.tsv")).map(|[word, takes, of, ..]| [word, takes, of]).collect()
});

/// Words of a rate that takes only some of what is counted, or no count at all.
static HEDGES: Words = Words::new(
    "平均 月均 首次 一次 当场 法定 满意 知晓 同比 增长 预计 力争 确保 提前 综合 季度 月份 上月 当月",
);
/// Of those the ones that the figure itself may be told by.
const TIMELY: &str =
    "按时 按期 及时 到期 即时 全程 全流程 审判 执行 刑事 民事 一审 二审 首执 实际 实体 有效 上诉";

/// Words of what another year left over.
static OLD: Words = Words::new("上年 去年 年初 结转");

/// Words of a figure for each head or month.
pub static MEAN: Words = Words::new("人均 平均 户均 年均 月均 中位数");

/// Words of what was done, but too late.
static OVERDUE: Words = Words::new("超时 超期 逾期");

/// A rate by its name.
pub fn claim(case: &Case, rate: usize) -> Option<Claim<'static>> {
    // 回复率低于最低标准90%: what is demanded.
    static FOREIGN: Words = Words::new("由 从 年初 原来 标准 低于 高于");
    let metric = case.metric(rate);
    let lead = case.lead(rate);
    let mut told = [case.label(rate), lead].into_iter();
    let name = own_name(case, rate, told.find_map(|words| Some(&words[..words.rfind('率')?]))?);
    // 超限率由1.2%降至0.9%: a long watch tells it, not the figures beside it.
    let watched = rate.checked_sub(1).map(|left| case.metric(left));
    if watched.is_some_and(|left| left.scope == Scope::Earlier && left.label == metric.label) {
        return None;
    }
    // 食用农产品类、粮食加工品类、肉制品类,抽检不合格率分别为2.07%、1.48%、1.32%: of each kind.
    let run = run(case, rate);
    let kinds = run.start.checked_sub(1).map_or("", |last| case.gap(last, run.start));
    if run.len() > 1
        && ONE_BY_ONE.stand_in(kinds)
        && !kinds.holds("率、")
        && kinds.matches('、').count() + 1 >= run.len()
    {
        return None;
    }
    if FOREIGN.stand_in(lead) || name.ends_with_any("效几概频汇利税比") {
        return None;
    }
    let row = of_rate(name);
    let (words, of) = row.map_or((last_two(name).unwrap_or(name), ""), |[_, words, of]| (words, of));
    // 不合格率 is of those that failed, 合格率 of all but those.
    let failing = says(name, words) & DENIED != 0;
    let (mut parts, mut failed) = (Vec::new(), Vec::new());
    let sentence = case.sentence(rate);
    // Behind a semicolon another thing is told.
    let apart = |i: usize| {
        // 完成率116%,办结89件,完成率82%: the figure between has a rate of its own.
        let rated = case.metrics().get(i + 1).is_some_and(|next| next.kind == MetricKind::Rate);
        case.gap(i - 1, i).has(';') || rated && case.gap(i, i + 1).starts_with(',')
    };
    let last = sentence.end.min(rate + 7);
    let behind = rate + 1..(rate + 1..last).find(|&i| apart(i)).unwrap_or(last);
    // The sentence before where the rate opens its own: …,败诉9件。败诉率11.8%.
    let opens = sentence.start == rate && lead.has('率');
    let from = if opens { case.paragraph(rate).start } else { sentence.start };
    // The nearest before the rate comes first.
    for i in (from.max(rate.saturating_sub(6))..rate).rev().chain(behind) {
        // 人均结案80.5件 is no part of what was heard.
        // 转办的9642件工单按期办结率99.6%: the whole.
        let whole = i + 1 == rate && !case.gap(i, rate).has_any(",;。:、(") && case.gap(i, rate).has('率');
        // 开庭的51件中正职出庭14件: of those that the words behind them tell of.
        let pool = starts(case.rest(i), "中 当中 里");
        let counted = case.is_counted(i) && !whole && !pool && !MEAN.stand_in(case.lead(i));
        let said = if counted { says(&told_words(case, i), words) } else { 0 };
        if said & PLAIN != 0 && !failing {
            parts.push(i);
        }
        // 连同上年末未办结的35件: those of another year did not fail.
        if said & DENIED != 0 && !OLD.stand_in(case.lead(i)) {
            failed.push(i);
        }
    }
    let complement = parts.is_empty() && !failing;
    if parts.is_empty() {
        parts = failed;
    }
    let part = *parts.first()?;
    // 应持证的138人已全部取证,持证率100%: of those alone.
    static ALL: Words = Words::new("全部 均已 应持 应取 案件中");
    let hundred = metric.value == Decimal::whole(100);
    if hundred && ALL.stand_in(&told_words(case, part)) {
        return None;
    }
    let mut wholes = wholes(case, part, rate);
    if complement {
        wholes.retain(|w| !parts.contains(w));
        // 检出不合格4批次,合格率97.8%;抽查猪肉20批次,合格率100%: none of those failed.
        let own = |i: usize| case.alike(i, part) && says(&told_words(case, i), of) & PLAIN != 0;
        if (part + 1..rate).any(own) {
            return None;
        }
    }
    parts.retain(|&p| case.alike(p, part));
    // 处罚卷60宗、许可卷40宗,合格率分别为95%和97.5%: each is of its own.
    let own = |w: usize| w + run.len() == rate;
    if run.len() > 1 && ONE_BY_ONE.stand_in(case.lead(run.start)) && wholes.iter().any(|&w| own(w)) {
        let listed = run.start.saturating_sub(run.len())..run.start;
        wholes.retain(|&w| own(w) || !listed.contains(&w));
        // 不合格的处罚卷3宗、许可卷1宗
        let mut others = part + 1..part + run.len();
        if complement && others.all(|i| i < last && case.gap(i - 1, i).has('、')) {
            parts = vec![part + rate - run.start];
        }
    }
    let named = |w: usize| says(&told_words(case, w), of) & PLAIN != 0;
    // 判决驳回46件,准许撤诉43件,败诉15件: one outcome is no whole of another.
    static OUTCOMES: Words = Words::new("驳回 撤诉 维持 撤销 变更 终止 移送 确认违法 责令");
    // 调解结案1679件 are not all that were heard.
    static SETTLED: Words = Words::new("调解结案 和解结案 调解方式 和解方式");
    wholes.retain(|&w| !SETTLED.stand_in(&told_words(case, w)));
    wholes.retain(|&w| named(w) || !OUTCOMES.stand_in(&told_words(case, w)));
    // 直接纠错374件,其中确认违法70件,…,直接纠错率20%: what the rate is called by is what it takes.
    let own = |i: usize| name.len() > "纠错".len() && told_words(case, i).holds(name);
    wholes.retain(|&w| own(part) || !own(w));
    // 非立案处理72宗 is no whole of 立案率; what stands behind a semicolon is of something else.
    let denied = |w: usize, words: &str| says(&told_words(case, w), words) == DENIED;
    wholes.retain(|&w| !denied(w, of) && (!denied(w, words) || failing || complement));
    // 75项,并联审批率达到82.5%,累计推广成果310项: what no row knows stands before.
    // 节约资金1.8亿元,节资率7.8%(控制价23.5亿元)
    let bracketed = |w: usize| w == rate + 1 && case.gap(rate, w).starts_with('(');
    wholes.retain(|&w| w < rate || row.is_some() || bracketed(w));
    wholes.retain(|&w| w < rate || !(rate..w).any(|i| case.gap(i, i + 1).has(';')));
    // 应出庭39件,出庭39件: only the cases heard are the whole, and they may not be told.
    let all = hundred && name.holds("出庭");
    // 办复建议128件、提案157件: one item of a list need be no whole of another.
    // 应考186人、合格184人: the one came in, the other came of it.
    static CAME: Words =
        Words::new("应 受理 收到 接到 排查 发现 报名 参考 参加 审结 承办 交办 评查 抽查 抽检 开庭 立案 提出");
    let beside = |w: usize| {
        let joined = w.abs_diff(part) == 1 && case.gap(w.min(part), w.max(part)).starts_with('、');
        joined && !(w < part && CAME.stand_in(case.lead(w)))
    };
    let near = wholes.iter().any(|&w| !beside(w) && ((!all && case.together(w, rate)) || named(w)));
    let exceeded = exceeded(case, part, rate).filter(|&w| !complement && named(w));
    // Of what it exceeds, and of nothing bigger that happens to stand before.
    wholes = exceeded.map_or(wholes, |whole| vec![whole]);
    // 处置不合格样品81批次,处置率100%; 逮捕30人,不捕20人,不捕率40%: what they are of is known to nobody.
    let known = row.is_some() || !words.begins_with_any("不未") && !hundred;
    let sure = (near || exceeded.is_some()) && known && !is_hedged(case, rate, part, of);
    Some(Claim { rate, parts, complement, wholes, of, base: "", sure })
}

/// Whether words say that a rate may be of other figures than the part and the whole of these words.
fn is_hedged(case: &Case, rate: usize, part: usize, of: &str) -> bool {
    let told = [case.lead(rate), case.label(rate)];
    let timely =
        |word: &str| told.iter().any(|words| words.holds(word)) && !told_words(case, part).holds(word);
    is_otherwise(case, rate, part)
        || told.iter().any(|words| HEDGES.stand_in(words))
        || ELSEWHERE.stand_in(told[0])
        || TIMELY.split(' ').any(timely)
        // 立案查处59宗,未立案6宗: the whole may be both.
        || case.sentence(rate).any(|i| says(&told_words(case, i), of) == DENIED)
        // 按时结案197件,超时办理3件,结案率100%: all of them are done.
        || case.sentence(rate).any(|i| OVERDUE.stand_in(case.lead(i)))
}

/// Whether words before a rate say that it is reckoned in another way: 如把公共服务事项一并计入,全程网办率为88.4%.
pub fn is_otherwise(case: &Case, rate: usize, part: usize) -> bool {
    static OTHERWISE: Words = Words::new("计入 口径 一并算 扣除 剔除");
    part < rate && OTHERWISE.stand_in(case.gap(part, rate))
}

/// The name of one of the rates told together: 调解率、纠错率分别为38.6%、4.9%.
fn own_name<'a>(case: &Case, rate: usize, names: &'a str) -> &'a str {
    let together = each_word(names, "率、").count();
    let mut first = rate;
    while first > 0
        && rate - first < together
        && starts(case.gap(first - 1, first), "、 和 及")
        && case.alike(first - 1, rate)
    {
        first -= 1;
    }
    if !case.lead(first).ends_with("分别为") {
        return names;
    }
    let mut rest = names;
    for _ in first..rate {
        let Some((_, behind)) = rest.parted("率、") else { return names };
        rest = behind;
    }
    rest.parted("率、").map_or(rest, |(name, _)| name)
}

/// The last characters of a rate's name that say what it takes.
const NAME: usize = 5;

/// The row of the table for a rate of this name.
pub fn of_rate(name: &str) -> Option<[&'static str; 3]> {
    let row = RATES.iter().find(|row| name.ends_with(row[0]));
    // 不合格食品核查处置率 is told by its last words.
    let last = name.char_indices().rev().nth(NAME - 1).map_or(name, |(at, _)| &name[at..]);
    row.or_else(|| RATES.iter().find(|row| says(last, row[0]) != 0)).copied()
}

/// A word is said.
const PLAIN: u8 = 1;
/// A word is said with a denial before it.
const DENIED: u8 = 2;

/// How one of the words is said in a stretch.
fn says(told: &str, words: &str) -> u8 {
    let said = |at| if ends(&told[..at], "不 未 没有 无 非 未能") { DENIED } else { PLAIN };
    places(told, words).fold(0, |all, at| all | said(at))
}
