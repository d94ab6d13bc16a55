//! A share of a total: 62件,占审结案件的36.3%.

use std::ops::Range;

use super::whole::{exceeded, wholes};
use super::{Claim, ELSEWHERE, told_words};
use crate::Id;
use crate::audit::case::{Case, ONE_BY_ONE};
use crate::fold::is_letter;
use crate::indicators::MetricKind;
use crate::words::{Stretch, Words, any_first, ends, last_two, starts};

/// Pairs of characters that say nothing of their own.
const COMMON: &str = "只有 仅有 办理 案件 总数 全部 件数 年度 事项 的案";

/// A share of a total.
pub fn claim<'a>(case: &Case<'a>, rate: usize) -> Option<Claim<'a>> {
    static SHARES: Words = Words::new("比例 比重");
    let figure = of_figure(case, rate);
    if figure.is_some() {
        return figure;
    }
    // 同比分别上升4.1%、10.8%(6.7%): one more growth.
    let last = rate.checked_sub(1).map(|last| case.metric(last));
    if last.is_some_and(|last| last.kind == MetricKind::Change) && case.gap(rate - 1, rate) == "(" {
        return None;
    }
    // 甲3件、乙2件,分别占60%、40%: what stands before the first of them is said of all.
    let Range { start: first, end } = run(case, rate);
    let lead = case.lead(if ONE_BY_ONE.stand_in(case.lead(first)) { first } else { rate });
    // 占受理案件数比例最高,达82.8%: the clause before says of what.
    let reached = lead.trim_start_matches(',').without_first("高达到为是").is_empty();
    let before = if reached && rate > 0 { case.gap(rate - 1, rate).trim_matches(',') } else { "" };
    let lead = if before.has('占') { before.behind_any("。;") } else { lead };
    let behind = case.words(case.place(rate).end..case.folded().len());
    let bracket = rate > 0 && case.gap(rate - 1, rate).trim() == "(" && behind.starts_with(')');
    // 中级131人、高级15人,中级以上占28.2%: of both.
    if lead.holds("以上") || lead.holds("以下") {
        return None;
    }
    let of = lead.rfind('占').map(|at| &lead[at + '占'.len_utf8()..]);
    if of.is_none() && !bracket && !SHARES.stand_in(lead) || case.rest(rate).holds("比例的") {
        return None;
    }
    let part = part_before(case, rate, lead.split('占').next().unwrap_or_default())?;
    // 134项便民事项入驻“最多跑一次”比例达99.68%: no mark parts what the share is named by from the figure.
    if of.is_none() && !bracket && part + 1 == rate && !case.gap(part, rate).has(',') {
        return None;
    }
    let mut all = wholes(case, part, rate);
    // 征地318件占28.1%;城建204件占18.0%: no item's share is of another item.
    let listed = first.saturating_sub(end - first)..first;
    let beside = |w: usize| end - first > 1 && listed.contains(&w) && listed.contains(&part);
    // 撤诉540件,其中主动撤诉470件;驳回260件,占13.0%: of no part of something else.
    let inner = |w: usize| case.metric(w).part_of.is_some_and(|total| total.index() < w && w < part);
    let own = case.metric(part).part_of.map(Id::index);
    let foreign = |w: usize| {
        of.is_none_or(str::is_empty)
            && own != Some(w)
            && inner(w)
            && part > 0
            && case.gap(part - 1, part).starts_with(';')
    };
    // 占比依次是54.2%、90.1%
    let base = of.unwrap_or_default().without_first("比依次分别");
    let base =
        if base.without_first("达到").is_empty() { reckoned(case, rate).unwrap_or(base) } else { base };
    let base = base.without_last("的比为约达到");
    let named = |w: usize| !base.is_empty() && shares_word(base, &told_words(case, w));
    // 占收到申请总数的19.1% names every item that counts what was received.
    let apart = |w: usize| named(w) && !shares_word(base, &told_words(case, part));
    all.retain(|&w| (apart(w) || !is_sibling(case, w, part)) && !beside(w) && !foreign(w));
    // 占该县败诉案件的46.4%: of a whole that the text may give no figure for.
    let elsewhere = ELSEWHERE.stand_in(lead) || base.starts_with('该') && !base.starts_with("该类");
    let near = all.first().is_some_and(|&w| w < part && case.together(w, rate) && base.is_empty());
    // What the words behind 占 name comes first.
    let (mut wholes, mut others) = (Vec::new(), Vec::new());
    for w in all {
        if named(w) { &mut wholes } else { &mut others }.push(w);
    }
    if wholes.is_empty() {
        wholes.extend(exceeded(case, part, rate).filter(|&w| named(w) && !is_sibling(case, w, part)));
    }
    let total = case.metric(part).part_of.is_some();
    let told = !wholes.is_empty() || total && is_plain(base) || near && !bracket;
    // 占审结数的11.29%, where 审结 stands before: of what came in it is not said to be.
    let key = base.without_last("数量总");
    let key = key.strip_suffix("案件").unwrap_or(key).trim_end_matches('的');
    let told_by = |w: usize| key.chars().nth(1).is_some() && told_words(case, w).holds(key);
    if !wholes.iter().any(|&w| told_by(w)) {
        wholes.append(&mut others);
    }
    // 甲400件、乙200件,合计占比85%: the share of all that is listed.
    let summed = starts(lead.trim_start_matches(','), "合计 合占 共占 总占 三者 两者");
    let sure =
        told && !elsewhere && !summed && wholes.first().is_some_and(|&w| !is_of_other(case, part, w, base));
    Some(Claim { rate, parts: vec![part], complement: false, wholes, of: "", base, sure })
}

/// 按审结数计算,撤回占比达到38.2%: what the clause before reckons by.
fn reckoned<'a>(case: &Case<'a>, rate: usize) -> Option<&'a str> {
    let before = case.gap(rate.checked_sub(1)?, rate).behind_any("。;");
    let by = before.parted("按")?.1.parted("计算")?.0;
    (!by.has(',')).then(|| by.trim_end_matches('数'))
}

/// Characters that may stand before what a whole is called: 占全部.
const MOST_AHEAD: usize = 3;

/// Whether the words behind 占 name something else than this whole: 线索500起,…占有效举报的76%;
/// 27个领域,…占案件总数的71%; 其中较大火灾9起,占较大火灾的60%.
fn is_of_other(case: &Case, part: usize, whole: usize, base: &str) -> bool {
    const NARROWER: &str = "有效 生效 实体 实名 重复 初次 应 可";
    let narrower = any_first(base, NARROWER).is_some_and(|end| !told_words(case, whole).holds(&base[..end]));
    let cases = base.holds("案件") && !["件", "起", "宗", "例", "案"].contains(&case.metric(whole).unit);
    let own = base.chars().nth(1).is_some() && case.label(part).ends_with(base);
    // 占少数民族执法人员的50%, where only 执法人员 are told: what narrows the whole stands in no words of it.
    let told = told_words(case, whole);
    let ahead = base.chars().take_while(|&c| !told.has(c)).count();
    let narrower = narrower || ahead > MOST_AHEAD && base.chars().nth(ahead + 1).is_some();
    narrower || cases || own && !told_words(case, whole).holds(base)
}

/// Whether another figure has a share of its own, as an item of one list with the part has; its growth may stand between.
fn is_sibling(case: &Case, other: usize, part: usize) -> bool {
    let share = (other + 1..case.metrics().len()).find(|&i| case.metric(i).kind != MetricKind::Change);
    let share = share.filter(|&share| case.metric(share).kind == MetricKind::Rate);
    let told = |share: usize| {
        let gap = case.gap(share - 1, share).without_first(",、(");
        starts(gap, "占 约占 约 仅占 总占 各占")
    };
    case.metric(part).part_of.map(Id::index) != Some(other) && share.is_some_and(told)
}

/// 7件,占已审结的74件的9.5%: the whole stands between.
fn of_figure(case: &Case, rate: usize) -> Option<Claim<'static>> {
    let (part, whole) = (rate.checked_sub(2)?, rate - 1);
    let fits = case.is_counted(whole)
        && case.together(part, rate)
        && case.alike(part, whole)
        && case.gap(whole, rate).without_last("约近").ends_with('的')
        && case.lead(whole).has('占')
        && !ends(case.lead(whole).split('占').next().unwrap_or_default(), "共 合");
    fits.then(|| Claim {
        rate,
        parts: vec![part],
        complement: false,
        wholes: vec![whole],
        of: "",
        base: "",
        sure: true,
    })
}

/// Whether the words behind 占 name no whole of their own.
fn is_plain(base: &str) -> bool {
    base.chars().nth(1).is_none() || starts(base, "总数 总量 全部 总 其")
}

/// The figure that a share right behind it is of; in 甲3件、乙2件,分别占60%、40% the one in its place.
fn part_before(case: &Case, rate: usize, told: &str) -> Option<usize> {
    let sentence = case.sentence(rate);
    let Range { start: first, end } = run(case, rate);
    if end - first > 1 && ONE_BY_ONE.stand_in(case.lead(first)) {
        let part = rate.checked_sub(end - first)?;
        return Some(part).filter(|&part| part >= sentence.start && case.is_counted(part));
    }
    if first != rate {
        return None;
    }
    // 公安类占60%: the words before 占 name another figure than the last one.
    let own = told.trim_start_matches([
        '、', '(', '约', '共', '仅', '只', '还', '均', '各', '合', '计', '就', '则', '其', '所',
    ]);
    let last = own.is_empty() || own.ends_with("比例") || own.ends_with("比重");
    // 联合抽查18批次、911户,联合抽查户数占比38.2%: of what the words count.
    let counted = |i: usize| {
        let number = own.find('数').and_then(|at| own[..at].chars().next_back());
        let things = number.filter(|c| "户家人件宗起".has(*c));
        things.is_none_or(|c| case.metric(i).unit.has(c) || c == '人' && case.metric(i).unit == "名")
    };
    let named = |i: &usize| shares_word(own, &told_words(case, *i));
    let fits = |i: &usize| case.is_counted(*i) && counted(*i) && (last || named(i));
    // 涉外公证2650件、涉港澳台公证227件;涉外公证占27.26%: the one that is called just so.
    let name = own.strip_suffix("案件").unwrap_or(own);
    let called = |i: &usize| name.len() > "公证".len() && case.lead(*i).ends_with(name);
    let mut before = (sentence.start..rate).rev().take(4);
    let before = before.clone().find(|i| fits(i) && called(i)).or_else(|| before.find(fits));
    // 自愿撤回21件。按审结数计算,协调撤回占比38.2%: of the sentence before, where it is named again.
    let word = last_two(own).unwrap_or_default();
    let again = |i: &usize| !word.is_empty() && told_words(case, *i).holds(word);
    let above = || (case.paragraph(rate).start..rate).rev().take(4).find(|i| fits(i) && again(i));
    before.or_else(|| above().filter(|_| sentence.start == rate && !last))
}

/// The shares that stand beside a share, itself among them.
pub fn run(case: &Case, rate: usize) -> Range<usize> {
    case.run(rate, |i| case.metric(i).kind == MetricKind::Rate)
}

/// Whether two stretches of words share two characters in a row that say something.
pub fn shares_word(a: &str, b: &str) -> bool {
    let mut last = None;
    for c in a.chars().filter(|&c| is_letter(c)) {
        let told = |last| !has_pair(COMMON, last, c) && has_pair(b, last, c);
        if last.replace(c).is_some_and(told) {
            return true;
        }
    }
    false
}

fn has_pair(words: &str, one: char, two: char) -> bool {
    let mut last = None;
    words.chars().any(|c| last.replace(c) == Some(one) && c == two)
}
