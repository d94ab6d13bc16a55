//! The totals of the text and the lists of their parts.

use super::{hand, is_near};
use crate::audit::amount;
use crate::audit::case::{Case, REACH};
use crate::metric::{Scope, Source};
use crate::words::{Stretch, Words, ends, starts};
use crate::{Decimal, Id, data};

/// Sets of words that make up a whole between them.
fn kinds() -> impl Iterator<Item = &'static str> {
    data::lines(data::table!("../../data/kinds.tsv"))
}

/// A total and a list of its parts.
pub struct List {
    pub total: usize,
    pub parts: Vec<usize>,
}

/// The totals of the text with their lists of parts.
pub fn lists(case: &Case) -> Vec<List> {
    let mut told: Vec<Vec<usize>> = vec![Vec::new(); case.metrics().len()];
    for (i, metric) in case.metrics().iter().enumerate() {
        let total = metric.part_of.map(Id::index);
        if let Some(total) = total.filter(|&total| case.alike(total, i)) {
            told[total].push(i);
        }
    }
    let mut lists = Vec::new();
    for (total, parts) in told.into_iter().enumerate() {
        // A table's column, or items of which each has a line.
        let apart = |&part: &usize| {
            let column = case.metric(part).source == Source::Table && part < total;
            column || total < part && case.gap(total, part).holds(":\n")
        };
        let (lines, mut parts): (Vec<usize>, Vec<usize>) = parts.into_iter().partition(apart);
        if !lines.is_empty() {
            lists.push(List { total, parts: lines });
            continue;
        }
        for find in [opened, unopened, summed, settled, hand::left] {
            if parts.is_empty() {
                parts = find(case, total);
            }
        }
        if parts.len() > 1 && case.sum(&parts) == Some(case.metric(total).value) {
            lists.push(List { total, parts });
            continue;
        }
        // A total may be divided twice: by kind and by place.
        for list in parts.chunk_by(|&a, &b| goes_on(case, a, b)) {
            let mut parts = list.to_vec();
            hand::cut(case, total, &mut parts);
            // 土地类25件,其他9件。其中公开17件,依申请公开28件: the last item is no total of the next sentence.
            if case.together(total, parts[0]) || case.metric(total).part_of.is_none() {
                extend(case, total, &mut parts);
                hand::complete(case, total, &mut parts);
            }
            if !is_cut_short(case, total, &parts) {
                lists.push(List { total, parts });
            }
        }
    }
    lists.retain(|list| list.parts.len() > 1 && is_nearest(case, list));
    lists
}

/// Whether a list goes on behind what fits its total: 550件。从区域看,甲县203件,乙县147件,…: of nothing that is told.
fn is_cut_short(case: &Case, total: usize, parts: &[usize]) -> bool {
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    let item = |i: usize| case.gap(i - 1, i).starts_with(',') && case.gap(i - 1, i).chars().count() <= ITEM;
    let more =
        (last + 1..case.sentence(last).end).take_while(|&i| is_free(case, total, i) && item(i)).count();
    let divided = first > total && case.gap(total, first).has('看');
    divided && more > 1 && parts[1..].iter().all(|&part| item(part))
}

/// The most characters before an item of such a list.
const ITEM: usize = 8;

/// Whether no other figure that could be the total stands between the total and its list.
fn is_nearest(case: &Case, list: &List) -> bool {
    let first = list.parts[0];
    let smaller = |i: usize| case.metric(i).value < case.metric(first).value;
    case.metric(first).source == Source::Table
        || case.together(list.total, first)
        || (list.total + 1..first).all(|i| {
            !case.alike(i, first)
                || smaller(i)
                || case.metric(i).part_of.is_some()
                || case.together(i, list.total)
        })
}

/// Whether a figure may be a part of this total, though no words say so.
pub fn is_free(case: &Case, total: usize, i: usize) -> bool {
    let metric = case.metric(i);
    metric.part_of.is_none() && metric.source == Source::Text && case.alike(total, i)
}

/// The first part of a list that a wrong digit has made bigger than its total.
fn opened(case: &Case, total: usize) -> Vec<usize> {
    if !case.is_counted(total) || is_paired(case, total) {
        return Vec::new();
    }
    for next in (total + 1..case.metrics().len()).take(3) {
        // 4836件,比上年的4474件增长8.1%,其中…: a change tells of the total.
        // 57件,已全部答复,其中…: so does what is told in words.
        let told = case.metric(next).source == Source::Words;
        if told || case.metric(next).direction.is_some() || case.metric(next).scope == Scope::Earlier {
            continue;
        }
        // 事项413项…。清理32项,其中取消33项: the reading looks for a total that is big enough.
        let farther = case.metric(next).part_of.is_some_and(|other| other.index() < total)
            && case.metric(next).value > case.metric(total).value
            && case.metric(next).source == Source::Text
            && case.alike(total, next);
        let free = is_free(case, total, next) || farther;
        let gap = if free { case.gap(next - 1, next) } else { "" };
        // 58件。其中初次来访71件; 612件。从渠道看,主动排查885件: the next sentence divides the last figure of this one.
        let divides = total + 1 == next
            && gap.split_once('。').is_some_and(|(noun, behind)| {
                noun.chars().nth(ITEM).is_none()
                    && (starts(behind, "其中") || starts(behind, "从 按") && behind.has_any("看分"))
            });
        let gap = if case.together(total, next) || divides { gap } else { "" };
        let opens = divides && gap.chars().count() <= 24
            || starts(gap, "( ,其中 其中 ,包括 包括 ,分别 分为 ,分为") && gap.chars().count() <= 16
            || starts(gap.behind_any(","), "其中 包括 分别 分为") && gap.chars().count() <= 16
            || EACH_OPENS.stand_in(gap) && gap.chars().count() <= 24
            || starts(gap, ",从 ,按") && gap.has_any("看分") && gap.chars().count() <= 24;
        return if opens { vec![next] } else { Vec::new() };
    }
    Vec::new()
}

/// Whether a figure is one of those that 分别 pairs with names: 会议和常务会议分别为6次和9次.
fn is_paired(case: &Case, i: usize) -> bool {
    let mut first = i;
    while first > i.saturating_sub(REACH)
        && ["", "、", "和", "与", "及"].contains(&case.gap(first - 1, first))
    {
        first -= 1;
    }
    first < i && ends(case.lead(first), "分别为 分别是 分别有 分别")
}

/// Words that open a list right behind its total.
static EACH_OPENS: Words = Words::new("分别为 分别是 各为 依次为 依次是");

/// 88件,一审52件,二审24件,再审10件: a list that tells kinds of one set, or that a colon opens.
fn unopened(case: &Case, total: usize) -> Vec<usize> {
    let mut parts = Vec::new();
    // 新收5406件,办结5423件,尚有297件在办: what is left may be older.
    if !case.is_counted(total) || !is_free(case, total, total) || case.lead(total).holds("新收") {
        return parts;
    }
    for i in total + 1..case.sentence(total).end {
        // 2417件,分布在9个领域:市场监管836件: how many kinds there are is none of them.
        let kinds = i == total + 1 && matches!(case.metric(i).unit, "个" | "类" | "种" | "大类");
        if kinds && i + 1 < case.sentence(total).end && case.gap(i, i + 1).has(':') {
            continue;
        }
        let own = is_free(case, total, i) && case.metric(i).scope == case.metric(total).scope;
        // 申请59195宗,予以许可58223宗;行政强制1655宗: behind the semicolon stands something else.
        let apart =
            parts.len() == 1 && case.gap(total, parts[0]).starts_with(',') && case.gap(i - 1, i).has(';');
        if !own || apart || case.gap(i - 1, i).has('。') {
            break;
        }
        parts.push(i);
    }
    let lead = if parts.len() > 1 { case.gap(parts[0] - 1, parts[0]) } else { "" };
    let long = lead.chars().count();
    // 抽取案卷128卷,评出优秀26卷、合格95卷、不合格7卷: every file has its grade.
    let last = parts.last().map_or("", |&last| case.lead(last));
    let graded = last.ends_with("不合格") && case.lead(parts[0]).has('优');
    // …,垃圾分类58件,除此之外没有其他案由
    static NO_OTHER: Words = Words::new("没有其他 没有其它 无其他 无其它 再无");
    let all = || parts.len() > 2 && NO_OTHER.stand_in(case.behind(parts[parts.len() - 1]));
    let opens = lead.has(':') || lead.starts_with(",由") || lead.ends_with("分别为") || graded || all();
    let plain = || {
        long <= 10
            && lead.begins_with_any(",(")
            && of_one_set(case, &parts)
            && parts.iter().all(|&part| may_be_part(case, total, &parts, part))
            && !told_alone(case, total)
            && !is_listed(case, total)
    };
    if opens && parts.len() > 2 && long <= 24 || plain() { parts } else { Vec::new() }
}

/// Whether a part is no bigger than the total, or one wrong digit makes it so.
fn may_be_part(case: &Case, total: usize, parts: &[usize], part: usize) -> bool {
    let (own, whole) = (case.metric(part).value, case.metric(total).value);
    let sum = case.sum(parts);
    let wanted = || whole.minus(sum?.minus(own)?);
    let slipped = |is: Option<Decimal>, was| is.is_some_and(|is| amount::one_digit_apart(is, was));
    // 制定规章1件,修改2件,废止1件 are no parts of the first.
    let long = whole >= Decimal::whole(10);
    own <= whole || long && (slipped(wanted(), own) || slipped(sum, whole))
}

/// Whether a figure is itself of a kind that the list may go on with: the last word of a list is not the
/// next thing counted.
fn told_alone(case: &Case, i: usize) -> bool {
    let lead = case.lead(i);
    // 投诉举报类12件,行政处罚类5件: one more item of the list.
    lead.ends_with('类') || kinds().any(|kinds| ends(lead, kinds))
}

/// Whether a figure goes on with a list of its like: 办结40件,撤回申请15件,撤销5件.
fn is_listed(case: &Case, i: usize) -> bool {
    let told = kinds().any(|kinds| kinds.split(' ').any(|kind| case.lead(i).holds(kind)));
    let before = i.checked_sub(1).filter(|&last| case.together(last, i) && case.alike(last, i));
    told && before.is_some_and(|last| case.gap(last, i).starts_with(','))
}

/// 45卷和60卷,总计115卷: the sum stands behind its parts.
fn summed(case: &Case, total: usize) -> Vec<usize> {
    let mut parts = Vec::new();
    let lead = case.lead(total).without_last("为是");
    let close = ends(lead, "合计 总计 共计 总共 相加 加起来");
    // 新收、旧存合计927件 names its parts, which may stand anywhere.
    let named = close && lead.has_any("、和与");
    if named || !(close || sums_what(lead)) || !case.is_counted(total) {
        return parts;
    }
    let start = case.sentence(total).start;
    // 三类合计725件: how many kinds there are is no part.
    let last = if total > 0 && !case.alike(total - 1, total) { total - 1 } else { total };
    for i in (start..last).rev() {
        let gap = case.gap(i, i + 1);
        let listed = close || i + 1 == last || gap.begins_with_any("、和");
        if !is_free(case, total, i) || gap.has_any(";:") || !listed {
            break;
        }
        parts.insert(0, i);
    }
    parts
}

/// 纳入清理的187件。…拟保留112件,…;拟修改21件,…;拟废止54件: what becomes of documents that were gone through.
fn settled(case: &Case, total: usize) -> Vec<usize> {
    static CLEANED: Words = Words::new("清理");
    if !case.is_counted(total) || !is_free(case, total, total) || !CLEANED.stand_in(case.lead(total)) {
        return Vec::new();
    }
    let behind = total + 1..case.paragraph(total).end;
    let settled = |&i: &usize| is_free(case, total, i) && case.metric(i).scope == case.metric(total).scope;
    let mut parts: Vec<usize> =
        behind.filter(|&i| case.alike(total, i)).take_while(settled).take(REACH).collect();
    let end = parts.iter().position(|&part| !may_be_part(case, total, &parts, part));
    parts.truncate(end.unwrap_or(parts.len()));
    let ends = |word: &str| parts.iter().any(|&part| case.lead(part).holds(word));
    let all = parts.len() > 2 && ends("废止") && (ends("保留") || ends("有效"));
    if all && of_one_set(case, &parts) { parts } else { Vec::new() }
}

/// Whether words add up what stands before them and tell what it is: 合计作出行政处罚; not what was done with it: 合计办结.
fn sums_what(lead: &str) -> bool {
    let what = lead.strip_prefix("合计").or(lead.strip_prefix("共计")).or(lead.strip_prefix("总计"));
    what.is_some_and(|what| !what.is_empty() && !starts(what.without_first("已均"), super::DONE))
}

/// Whether one list goes on from one part to the next.
pub fn goes_on(case: &Case, a: usize, b: usize) -> bool {
    static OTHER: Words = Words::new("其中 包括 分别");
    let gap = case.gap(a, b);
    let closed = gap.has(')') && !gap.has('(');
    // 按地区分, but 未按规定路线39件 is an item.
    let divided = gap.split_once('按').is_some_and(|(_, by)| by.has_any("分看计"));
    !closed && !gap.has_any("。\n") && !OTHER.stand_in(gap) && !divided
}

/// Adds what belongs to a list but was left out because it makes the list too big.
fn extend(case: &Case, total: usize, parts: &mut Vec<usize>) {
    let whole = case.metric(total).value;
    // 包括甲31件,乙22件: there a comma joins as well.
    let lead = if parts[0] > total { case.gap(parts[0] - 1, parts[0]) } else { "" };
    let joints: &[char] = if lead.holds("包括") || lead.holds("分为") {
        &['、', '和', '及', ',']
    } else {
        &['、', '和', '及']
    };
    let mut last = parts[parts.len() - 1];
    let end = if parts[0] > total { case.metrics().len() } else { 0 };
    for next in (last + 1..end).take(REACH) {
        // 承办16件,已经解决14件: what was done with a part is none itself.
        let done = starts(case.gap(last, next), ",已 ,均已 ,正在");
        if !is_free(case, total, next) || !case.together(last, next) || !goes_on(case, last, next) || done {
            return;
        }
        let Some(now) = case.sum(parts).filter(|&now| now != whole) else { return };
        let Some(then) = now.plus(case.metric(next).value) else { return };
        let fits = |gap: Decimal| is_near(gap, whole, 5) || gap.has_one_digit();
        let gap = case.gap(last, next);
        // 民政类612件,医保类6884件
        let kinds = [last, next].iter().all(|&i| case.label(i).ends_with('类'));
        // What is too big already goes on behind 、 alone.
        let joined = gap.starts_with(joints) && (now < whole || !gap.starts_with(','))
            || kinds && gap.starts_with(',');
        // 一审10件、二审2件;审结12件: behind the semicolon stands something else.
        let over = gap.has(';') && !case.gap(parts[0], last).has(';');
        if over || !joined && !then.minus(whole).is_some_and(fits) {
            return;
        }
        parts.push(next);
        last = next;
    }
}

/// Whether the parts are told by words of one set that makes up a whole.
pub fn of_one_set(case: &Case, parts: &[usize]) -> bool {
    set_of(case, parts).is_some()
}

/// Whether 其中 may name only some of the kinds that the parts are of: 调委会218个,其中村196个、乡镇14个.
pub fn may_be_some(case: &Case, parts: &[usize]) -> bool {
    // 刑事228件,民事261件,行政17件: no kind is left that might be another.
    let told = |word: &str| parts.iter().any(|&part| case.lead(part).holds(word));
    set_of(case, parts).is_some_and(|set| set.strip_prefix("- ").is_some_and(|set| !set.split(' ').all(told)))
}

/// The first set of which every part is told by a word.
fn set_of(case: &Case, parts: &[usize]) -> Option<&'static str> {
    let mut told = Vec::new();
    for &part in parts {
        told.push([case.label(part), case.lead(part), case.rest(part)].concat());
    }
    kinds().find(|set| {
        let (mut first, mut several) = ("", false);
        for words in &told {
            let mut kind = "";
            for word in set.split(' ') {
                if word.len() >= kind.len() && words.holds(word) {
                    kind = word;
                }
            }
            if kind.is_empty() {
                return false;
            }
            several |= !first.is_empty() && kind != first;
            first = kind;
        }
        several
    })
}
