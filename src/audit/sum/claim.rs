//! Whether a text claims that some parts are all of a total: its words, and how far off the sum is.

use crate::Decimal;
use crate::audit::amount;
use crate::audit::case::{Case, STOPS};
use crate::audit::sum::{DONE, hand, is_near, list};
use crate::indicators::MetricKind;
use crate::metric::{Source, among};
use crate::words::{Stretch, Words, starts};

/// Words before a list that say that it is all of the total.
static ALL: Words = Words::new("分别 分为 按 看 由 具体为");
/// Words of a part that stands for whatever is left.
static REST: Words = Words::new("其他 其它 其余 剩余 余下 剩下");
/// Those of them that tell it of the total itself.
pub const LEFT: &str = "其余 剩余 余下 剩下 尚余";
/// Words before a list that say that it is not all: 其中人数较多的罪名有….
static SOME: Words = Words::new("较多 最多 居前 主要有 主要是");
/// Words of a list whose parts overlap, or bring in what the total does not count.
static OVERLAP: Words = Words::new(
    "同时 兼具 兼任 有重复 重复计 有交叉 互交叉 在交叉 交叉计 交叉统 既 上年结转 含 另有 均为 均系 均属 均有 女性 妇女 专家论证 风险评估 党员 党纪 学历 岁 以上 加上 连同 补考后 补考合格",
);

/// Whether the text claims that these parts are all of the total, so far as the gap lets one believe it.
pub fn is_claimed(case: &Case, total: usize, parts: &[usize], gap: Decimal) -> bool {
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    // The sum itself may stand behind its parts.
    let (from, to) = if first < total { (first, total) } else { (total, last) };
    // 采砂22起、填湖17起,有的案件兼有两种情形
    static OVERLAPPED: Words = Words::new(
        "兼有 兼涉 合在一处 合办 合并举办 一并举办 有交叉 有重复 有重叠 个问题相同 个相同 同时属于 同属 两类以上 竞合 同时涉及 多种情形 两种情形 同时存在 两种以上 分别计 分别统计 可多选 中抽取 中产生 中选取 中遴选 都算 各计 均计 合计占 合占 共占 分渠道 前三 前两 前五 前列 比较多 占大头",
    );
    // 118人(不含附条件5人): a bracket behind the total speaks of it, one behind a part of that part alone.
    let near = if first < total { case.place(first).end } else { case.place(first).start };
    let listed = outside_brackets(case.words(near..case.place(to).end));
    let opening = case.words(case.place(from).end..near);
    let lacking = (total + 1..first).any(|i| case.metric(i).value == gap.size());
    if OVERLAP.stand_in(if lacking { opening } else { behind_contents(opening) })
        || OVERLAP.stand_in(&listed)
        || starts(case.rest(last), "等 同时")
        || OVERLAPPED.stand_in(said_of_list(case, from, to))
        || SOME.stand_in(opening)
        || first > total && gap < Decimal::ZERO && is_told_otherwise(case, last, gap)
        || first > total && is_left_in_words(case.behind(last))
    {
        return false;
    }
    if told_with_shares(case, parts) {
        return true;
    }
    let whole = case.metric(total).value;
    // 隐患2871条,其中重大隐患3条,督促改正2864条,余下7条: the first is told beside what makes up the whole.
    let left = starts(case.lead(last).trim_start_matches(','), LEFT);
    if parts.len() > 2 && left && case.sum(&parts[1..]) == Some(whole) {
        return false;
    }
    if first > total && names_all(case, total, parts) {
        return is_near(gap, whole, 60);
    }
    let ahead = first < total || case.metric(first).source == Source::Table;
    let lead = if ahead { "分别" } else { case.gap(total, first) };
    // 查出1104条,其中重大隐患8条,整改1089条: what was done is no part beside what was found.
    let done = |part: usize| starts(case.lead(part), DONE) && case.gap(part - 1, part).starts_with(',');
    if lead.holds("其中") && !starts(case.lead(first), DONE) && parts[1..].iter().any(|&p| done(p)) {
        return false;
    }
    // 简易程序1261件、普通程序3946件 of 12207件: only a wrong digit explains that.
    let slipped = hand::hand(case, total, parts).is_some_and(|hand| hand.slipped);
    let kinds = || list::of_one_set(case, parts) && !list::may_be_some(case, parts);
    // 问题97个,其中①当场改正85个;②限期整改7个: who numbers them means all.
    if slipped && case.lead(first).has('①') && is_near(gap, whole, 15) {
        return true;
    }
    let (tens, hundreds) = (gap.size() >= Decimal::whole(10), gap.size() >= Decimal::whole(100));
    // 公开800条,其中文件10条,信息200条,其他信息100条
    let end = case.lead(last).trim_start_matches('、');
    let closed = starts(end, LEFT) || parts.len() > 2 && starts(end, "其他 其它");
    // 律师5名、教师6名 of 7名
    let joined = || {
        let joins = |gap: &str| gap.has('、') && !gap.has_any(",;");
        parts.windows(2).all(|two| joins(case.gap(two[0], two[1])))
    };
    let told = starts(lead.trim_start_matches(','), "其中 包括 (");
    let more = gap > Decimal::ZERO && (tens || joined() || told && is_near(gap, whole, 10));
    if slipped && (hundreds || more || tens && (closed || kinds())) {
        return true;
    }
    let digit = gap.has_one_digit();
    let bracket = lead.has('(')
        && !lead.has_any(STOPS)
        && !lead.holds("其中")
        && parts.iter().all(|&p| !case.lead(p).is_empty());
    let some = gap < Decimal::ZERO && gap.size() < Decimal::whole(10) && lead.holds("其中");
    // 援助486件,其中民事312件、刑事171件: the other three are 行政.
    let may = parts.len() == 2 || !is_near(gap, whole, 1);
    if some && !closed && may && list::may_be_some(case, parts) {
        return false;
    }
    let rest = || parts.iter().any(|&p| REST.stand_in(case.lead(p)));
    // 2.5万个,其中村2.1万个,乡镇1830个: so roughly told, they need not be all.
    let rough =
        amount::step(case.metric(total)) > Decimal::whole(1) && gap < Decimal::ZERO && lead.holds("其中");
    if rough && !is_near(gap, whole, 5) && !(parts.len() > 2 && kinds()) {
        return false;
    }
    if closed && lead.holds("其中") {
        return is_near(gap, whole, 60);
    }
    // 合同90件,其中行政协议20件,采购合同30件: two of a kind need not be all.
    let open = gap < Decimal::ZERO && parts.len() == 2 && lead.holds("其中") && !is_near(gap, whole, 30);
    if bracket || ALL.stand_in(lead) || rest() || !open && list::of_one_set(case, parts) {
        // 16个社区中建成省级2个、市级5个: of some of them.
        let some = || !lead.holds("其中") && among(lead).is_some();
        return is_near(gap, whole, 15) || digit && (rest() || !some());
    }
    if open {
        return false;
    }
    let big = gap.size() >= Decimal::whole(100);
    if parts.len() > 2 {
        // 立案76件,其中农资类33件、畜牧类19件、渔政类15件: a few are often left out.
        let few = gap < Decimal::ZERO && gap.size() < Decimal::whole(10) && lead.holds("其中");
        return is_near(gap, whole, 5) || digit && !few && (big || is_near(gap, whole, 60));
    }
    let twins = twins(case.label(parts[0]), case.label(parts[1]));
    let joined = case.gap(parts[0], parts[1]).starts_with('、');
    let some = gap.size() >= Decimal::whole(10);
    digit && (big || joined && some && is_near(gap, whole, 60))
        || is_near(gap, whole, 1)
        || twins && (is_near(gap, whole, if gap < Decimal::ZERO { 5 } else { 10 }) || digit && some)
}

/// What stands behind words that say what else the total counts: 审结361宗(含上年结转),其中…, whose parts are of both;
/// or behind 含 that opens the list: 2819项权力,含行政处罚1948项….
fn behind_contents(opening: &str) -> &str {
    let list = opening.parted(",含");
    // (含许可20项、处罚30项) is the list itself.
    let bracket = opening.strip_prefix("(含").and_then(|words| words.parted(")"));
    list.or(bracket.filter(|(words, _)| !words.has('、'))).map_or(opening, |(_, behind)| behind)
}

/// Whether the words of the total name each of the parts: 取消、下放、承接事项68项,其中取消27项、下放24项、承接17项; or say
/// how many levels there are: 市县两级制定86件,其中市级24件、县级62件.
fn names_all(case: &Case, total: usize, parts: &[usize]) -> bool {
    let lead = case.lead(total);
    let name = |part: usize| {
        let label = case.label(part);
        label.char_indices().nth(1).map(|(at, c)| &label[..at + c.len_utf8()])
    };
    let named = || parts.iter().all(|&part| name(part).is_some_and(|name| lead.holds(name)));
    let levels = || parts.len() == 2 && parts.iter().all(|&part| case.label(part).ends_with('级'));
    // 进企业、进学校、进社区264场,其中进企业131场、进学校42场: one more name than parts.
    let listed = lead.matches('、').count() + 1;
    listed > 1 && parts.len() > 1 && parts.len() >= listed && named() || lead.holds("两级") && levels()
}

/// Whether the next figure tells what is left in another unit: 电话8341件,邮件137件,短信2条.
fn is_told_otherwise(case: &Case, last: usize, gap: Decimal) -> bool {
    let next = last + 1;
    next < case.metrics().len() && case.together(last, next) && case.metric(next).value == gap.size()
}

/// Whether the words behind a list tell what is left: 其中合同63件、规范性文件2件,余者为一般性文件; 农民合作社占剩下的部分.
fn is_left_in_words(behind: &str) -> bool {
    static HELD: Words = Words::new("占剩下 占其余 占余下 占剩余");
    let clause = behind.without_first("、,").up_to_any(STOPS);
    let left = starts(clause, "余者 其余 余下 剩下 剩余") && !clause.has_digit();
    left || HELD.stand_in(behind.up_to_any(";。"))
}

/// The words of a list and what is said behind it, up to the next list or semicolon.
fn said_of_list<'a>(case: &Case<'a>, from: usize, to: usize) -> &'a str {
    let end = case.place(to).end;
    let last = case.behind(to);
    let stop = last.first_of(";。").unwrap_or(last.len());
    let stop = last[..stop].place_of("其中").unwrap_or(stop);
    case.words(case.place(from).start..end + stop)
}

/// Words without those in brackets behind a part: 市政府88件(含共同被告41件),县政府172件.
fn outside_brackets(words: &str) -> String {
    let mut outside = String::new();
    for (i, piece) in words.split('(').enumerate() {
        let kept = if i == 0 { Some(piece) } else { piece.split_once(')').map(|(_, behind)| behind) };
        // What is not closed again is a list in brackets.
        outside.push_str(kept.unwrap_or(piece));
    }
    outside
}

/// Whether each part has a share behind it, and the shares make a whole: 甲78件,占7%;乙498件,占44%….
pub fn told_with_shares(case: &Case, parts: &[usize]) -> bool {
    let share = |&part: &usize| {
        let rate = case.metrics().get(part + 1).filter(|rate| rate.kind == MetricKind::Rate)?;
        starts(case.gap(part, part + 1), ",占 、占 占 (").then_some(rate.value)
    };
    let shares: Option<Vec<Decimal>> = parts.iter().map(share).collect();
    let sum = shares.and_then(|shares| shares.into_iter().try_fold(Decimal::ZERO, Decimal::plus));
    let off = sum.and_then(|sum| sum.minus(Decimal::whole(100)));
    parts.len() > 2 && off.is_some_and(|off| off.size() <= Decimal::whole(1))
}

/// Whether two labels are built alike: 现场述法 and 书面述法, 市级 and 省级.
fn twins(a: &str, b: &str) -> bool {
    let long = a.chars().count() == b.chars().count();
    let ends = !a.is_empty() && a.chars().next_back() == b.chars().next_back();
    a != b && (ends || long && a.chars().next() == b.chars().next())
}
