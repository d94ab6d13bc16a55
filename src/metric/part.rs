//! Parts: which figures the text gives as parts of a stated total.
//!
//! Only words make a part: 其中, brackets behind a total, 包括, 分别为, N件案件中, 其余; a table's 合计 is told in `total.rs`.

mod item;
mod list;
mod opener;

use std::ops::Range;

use crate::Decimal;
use crate::metric::frame::Frame;
use crate::metric::label;
use crate::metric::scope::is_wider;
use crate::quantity::Quantity;
use crate::quantity::unit::UnitKind;
use crate::words::{Stretch, Words, ends, starts};

/// A paragraph's quantities with their frames.
pub struct Figures<'a> {
    /// The folded text.
    pub folded: &'a str,
    /// The quantities.
    pub quantities: &'a [Quantity],
    /// The frame of each.
    pub frames: &'a [Frame],
    /// Which of them stand beside the others.
    pub aside: &'a [Aside],
}

/// Whether a figure only stands beside others, for comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// It does not.
    No,
    /// Another year's: a part or a total of its own year's alone.
    Earlier(Option<u16>),
    /// A change, a mean, another month's: never a part or a total.
    Always,
}

/// How far behind a total words may stand that open its parts.
const NEAR: usize = 22;
/// The most bytes of a total's noun before 中.
const NOUN: usize = 18;
/// How many figures back a total may stand that has no opener.
const REACH: usize = 24;
/// How many figures back a total may stand before its opener.
const FARTHEST: usize = 120;

impl Figures<'_> {
    /// For each quantity, the total that it is part of.
    pub fn totals(&self) -> Vec<Option<usize>> {
        let mut totals = vec![None; self.quantities.len()];
        if self.quantities.len() < 2 {
            return totals;
        }
        let openers = self.openers();
        for i in 0..self.quantities.len() {
            if self.counts(i) {
                totals[i] = self
                    .by_bracket(i)
                    .or_else(|| self.by_rest(i, &mut totals))
                    .or_else(|| self.by_examination(i))
                    .or_else(|| self.by_opener(i, &openers, &totals))
                    .or_else(|| self.by_among(i))
                    .or_else(|| self.by_share(i, &totals));
            }
        }
        totals
    }

    /// Whether a figure may be a part or a total.
    fn counts(&self, i: usize) -> bool {
        let counted = matches!(self.quantities[i].kind, UnitKind::Count | UnitKind::Amount);
        counted && self.aside[i] != Aside::Always
    }

    /// Whether it may be so of the report's own year.
    fn countable(&self, i: usize) -> bool {
        self.counts(i) && self.aside[i] == Aside::No
    }

    fn like(&self, i: usize, other: usize) -> bool {
        let [one, two] = [i, other].map(|i| (self.quantities[i].unit, self.aside[i]));
        self.counts(other) && one == two
    }

    fn words(&self, place: Range<usize>) -> &str {
        self.folded.get(place).unwrap_or_default()
    }

    /// The words between a quantity and the one before.
    fn gap(&self, i: usize) -> &str {
        self.words(self.quantities[i - 1].place.end..self.quantities[i].place.start)
    }

    /// The nearest like quantity before a place, and not inside a bracket that is closed by then.
    fn total_before(&self, i: usize, place: usize, from: usize) -> Option<usize> {
        (0..i).rev().take(FARTHEST).take_while(|&t| self.quantities[t].place.start >= from).find(|&t| {
            let total = &self.quantities[t];
            let closed = self.frames[t].bracket.is_some_and(|open| self.words(open..place).has(')'));
            total.place.end <= place && self.like(i, t) && !closed && total.value >= self.quantities[i].value
        })
    }

    /// 410件(民事185件、刑事225件)
    fn by_bracket(&self, i: usize) -> Option<usize> {
        let open = self.frames[i].bracket?;
        let total = (0..i).rev().find(|&t| self.quantities[t].place.end <= open)?;
        let between = self.words(self.quantities[total].place.end..open);
        // 甲区(直办5620件,转办6004件)、乙区(直办3718件: another's bracket.
        let near = !between.has_any("。,;)") && between.chars().count() <= 14;
        // 示范村5个(全省100个): a wider place's are no part.
        let before = self.words(self.frames[i].before.clone());
        let wider = is_wider(before) || starts(before, "不含 不包括 不包含 不计 另有 另 还有 累计");
        (near && !wider && self.like(i, total)).then_some(total)
    }

    /// 19个问题, 整改17个, 其余2个: both are parts.
    fn by_rest(&self, i: usize, totals: &mut [Option<usize>]) -> Option<usize> {
        let before = self.words(self.frames[i].before.clone());
        static REST: Words = Words::new("其余 剩余 余下 另外");
        if !REST.stand_in(before) {
            return None;
        }
        let sibling = (0..i).rev().take(REACH).find(|&s| self.like(i, s))?;
        let listed = self.words(self.quantities[sibling].place.end..self.quantities[i].place.start).has(';');
        if let Some(total) = totals[sibling] {
            return Some(total);
        }
        // 甲521件、乙12件,其余454件; 甲58件,占26%;乙19件;其余38件: no item of the list is the total.
        let mut first = sibling;
        let mut behind = i;
        for item in (0..=sibling).rev().take(REACH).filter(|&item| self.like(i, item)) {
            let gap = self.words(self.quantities[item].place.end..self.quantities[behind].place.start);
            if item < sibling && !gap.starts_with('、') && !(listed && gap.has(';')) {
                break;
            }
            (first, behind) = (item, item);
        }
        let value = |i: usize| self.quantities[i].value;
        // 受理8426件,其中电话7158件。直接答复5391件,其余3035件: of no part that another sentence tells.
        let told = |t: usize| totals[t].is_some() && self.frames[t].reach != self.frames[i].reach;
        let larger =
            |&t: &usize| self.like(i, t) && value(t) > value(sibling) && value(t) >= value(i) && !told(t);
        let mut wholes = (0..first).rev().take(REACH).filter(larger);
        let nearest = wholes.clone().next()?;
        let both = value(sibling).plus(value(i));
        let comes_out = wholes.find(|&t| Some(value(t)) == both);
        // 驳回894件,撤诉438件,败诉197件,其余191件: in a list of many no item is the total of the next.
        let item = |t: usize| {
            t > 0
                && self.frames[t - 1].reach == self.frames[i].reach
                && self.like(i, t - 1)
                && self.gap(t).starts_with(',')
        };
        let total = comes_out
            .or_else(|| self.whole_of(i, first))
            .or(Some(nearest).filter(|&t| !(item(t) && item(t - 1))))?;
        totals[sibling] = Some(total);
        // 清理201件,废止25件,修改14件,其余162件继续有效: what stands before is of it, too, where that makes it whole.
        let others = (total + 1..sibling).filter(|&q| self.like(i, q) && totals[q].is_none());
        let others: Vec<usize> = others.collect();
        let listed = others.iter().chain([&sibling]).map(|&q| value(q));
        if total_of(value(i), listed) == Some(value(total)) {
            for q in others {
                totals[q] = Some(total);
            }
        }
        Some(total)
    }

    /// The total that all like figures between it and the rest make up with it: 110件,部门46件,乡镇31件,公安18件,其余15件.
    fn whole_of(&self, i: usize, first: usize) -> Option<usize> {
        let mut sum = Some(self.quantities[i].value);
        let inside = |t: &usize| self.frames[*t].reach == self.frames[i].reach && self.like(i, *t);
        for t in (0..i).rev().take(REACH).filter(inside) {
            if t < first && sum == Some(self.quantities[t].value) {
                return Some(t);
            }
            sum = sum.and_then(|sum| sum.plus(self.quantities[t].value));
        }
        None
    }

    /// Those who passed and failed are parts of those who sat the examination, without a word.
    fn by_examination(&self, i: usize) -> Option<usize> {
        let frame = &self.frames[i];
        const OUTCOME: &str = "合格 通过 及格";
        static OUTCOMES: Words = Words::new(OUTCOME);
        static EXAMINED: Words = Words::new("考试 抽检 检测 检验 抽查 测试 测验");
        let near = [self.words(frame.before.clone()), self.words(frame.after.clone())];
        let outcome = near.iter().any(|words| OUTCOMES.stand_in(words));
        // 抽检243批次。检出合格样品236批次: of the sentence before, where its own has no more.
        let inside = |t: &usize| self.quantities[*t].place.start >= frame.reach;
        let own = || (0..i).rev().take(REACH).take_while(inside).any(|t| self.like(i, t));
        let from = if own() { frame.reach } else { self.frames[0].sentence.start };
        // Files are judged, too, but those that pass are no part of those that don't.
        let people = ["人", "名", "人次", "批次", "批", "组", "份", "个"].contains(&self.quantities[i].unit);
        let told = || people && EXAMINED.stand_in(self.words(from..frame.before.end));
        if !outcome || !told() {
            return None;
        }
        let total = self.total_before(i, frame.before.start, from)?;
        // The other outcome is a sibling, not the total.
        (0..=total)
            .rev()
            .take(REACH)
            .filter(|&t| self.quantities[t].place.start >= from && self.like(i, t))
            .find(|&t| {
                let frame = &self.frames[t];
                !ends(self.words(frame.before.clone()), OUTCOME)
                    && !OUTCOMES.stand_in(self.words(frame.after.clone()))
            })
    }

    /// 146件文件中,继续有效118件
    fn by_among(&self, i: usize) -> Option<usize> {
        let from = self.frames[i].reach;
        let earlier = (0..i).rev().take(REACH).take_while(|&t| self.quantities[t].place.start >= from);
        let total = earlier.filter(|&t| self.like(i, t)).find(|&t| self.opens_behind(t, i))?;
        // 2100个问题中,98%已整改;分阶段整改的1200个: behind the semicolon stands something else.
        let first = (total + 1..=i).find(|&q| self.like(i, q))?;
        if self.words(self.quantities[total].place.end..self.quantities[first].place.start).has(';') {
            return None;
        }
        // 撤诉58件(含协调后撤回的41件): what the bracket holds is counted with the item before it.
        let item = |&q: &usize| self.like(i, q) && self.frames[q].bracket.is_none();
        let between = (total + 1..i).filter(item).map(|q| self.quantities[q].value);
        let sum = total_of(self.quantities[i].value, between)?;
        let gap = self.gap(i);
        let listed = total + 1 < i && gap.starts_with('、');
        // 1032项事项中:网上可办1019项,占98.7%;全程网办894项,占86.6%: kinds with shares of their own may overlap.
        let shared = || item(&i) && (total + 1..=i).filter(item).all(|q| self.has_share(q));
        (listed || shared() || sum <= self.quantities[total].value).then_some(total)
    }

    /// 优秀3409宗,占自查总数的21.53%;合格12297宗,占77.68%: each item with a share of one total.
    fn by_share(&self, i: usize, totals: &[Option<usize>]) -> Option<usize> {
        let of = if self.has_share(i) { self.gap(i + 1).without_first(",占比") } else { "" };
        if let Some((name, _)) = of.parted("总数").filter(|(name, _)| name.chars().nth(1).is_some()) {
            return (0..i).rev().take(REACH).find(|&t| {
                let frame = &self.frames[t];
                let larger = self.like(i, t) && self.quantities[t].value >= self.quantities[i].value;
                larger && self.words(frame.before.start..frame.after.end).holds(name)
            });
        }
        let last = i.checked_sub(2).filter(|&last| self.like(i, last) && self.has_share(last))?;
        let total = totals[last].filter(|total| i - total <= FARTHEST)?;
        let listed = self.has_share(i) && self.gap(i).begins_with_any(";,") && !self.gap(i).holds("其中");
        let parts = (total + 1..i).filter(|&q| totals[q] == Some(total)).map(|q| self.quantities[q].value);
        let sum = total_of(self.quantities[i].value, parts).filter(|_| listed)?;
        (sum <= self.quantities[total].value).then_some(total)
    }

    /// Whether the words right behind a figure make it a total: 件案件中, 名人员里.
    fn opens_behind(&self, total: usize, i: usize) -> bool {
        let behind = self.words(self.quantities[total].place.end..self.quantities[i].place.start);
        let end = behind.char_indices().nth(NEAR).map_or(behind.len(), |(at, _)| at);
        let near = &behind[..end];
        let near = &near[..near.first_of(",;。:").unwrap_or(near.len())];
        let among = ends(near, "当中 之中 中 里 里边 里面 里头");
        // 146件文件中继续有效118件, 14个社区中创成3个; not 5个项目集中开工, 8家企业中标.
        static TOLD: Words = Words::new("文件中 案件中 事项中 问题中 人员中 中有 中尚有");
        // 其余7件中年内印发5件
        let bare = near
            .strip_prefix('当')
            .unwrap_or(near)
            .strip_prefix('中')
            .is_some_and(|rest| !starts(rest, label::MIDDLE));
        let inside = bare || label::among(near).is_some_and(|at| at <= NOUN);
        (among && !ends(near, "邻里 公里") || TOLD.stand_in(near) || inside) && !near.holds("中心")
    }
}

fn total_of(first: Decimal, mut others: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    others.try_fold(first, Decimal::plus)
}
