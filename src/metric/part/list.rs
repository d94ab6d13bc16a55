//! The list that an opener opens: of which total, and how far it goes.

use std::ops::Range;

use super::opener::{NAMES, Opener};
use super::{Aside, FARTHEST, Figures, REACH, total_of};
use crate::metric::between::OUTCOMES;
use crate::metric::label::{core, is_body};
use crate::words::{Stretch, ends, last_two, starts};

/// The most openers in one another, or in brackets before.
const NESTED: usize = 12;

impl Figures<'_> {
    /// The total that the first part is called like, where the nearest tells what was done:
    /// 派单200件,办结197件。其中热线派单150件.
    fn echoed(&self, i: usize, at: usize, from: usize) -> Option<usize> {
        let name = |t: usize| self.words(core(self.folded, self.frames[t].before.clone()));
        let nearest = self.total_before(i, at, from)?;
        OUTCOMES.at_end(name(nearest))?;
        let own = name(i);
        let last = last_two(own)?;
        let mut before =
            (0..nearest).rev().take(REACH).take_while(|&t| self.quantities[t].place.start >= from);
        before.find(|&t| {
            let larger = self.like(i, t) && self.quantities[t].value >= self.quantities[nearest].value;
            larger && own != name(t) && name(t).ends_with(last)
        })
    }

    /// The total that the words before the opener name again: 县区49件,部门37件。县区报备数分别为….
    fn told_before(&self, i: usize, at: usize, from: usize) -> Option<usize> {
        let words = self.words(from..at);
        let clause = words.behind_any(",;。:");
        let key = &clause[..clause.char_indices().nth(2)?.0];
        (0..i).rev().take(FARTHEST).take_while(|&t| self.quantities[t].place.start >= from).find(|&t| {
            self.like(i, t)
                && self.quantities[t].value >= self.quantities[i].value
                && self.words(self.frames[t].before.clone()).holds(key)
        })
    }

    /// 2922项,其中行政许可154项、行政处罚1978项
    pub(super) fn by_opener(&self, i: usize, openers: &[Opener], totals: &[Option<usize>]) -> Option<usize> {
        let (sentence, place) = (self.frames[i].reach, self.quantities[i].place.start);
        let before = &openers[..openers.partition_point(|opener| opener.at < place)];
        let outer = self.item(i).and_then(|_| self.outer(i, totals));
        if outer.is_some() {
            return outer;
        }
        for last in (0..before.len()).rev().take(NESTED) {
            if before[last].at < sentence {
                break;
            }
            // An opener inside a bracket that is closed again is over.
            let left = || !before[last].nearest && self.is_left(i, &before[last], totals);
            if before[last].until < place || left() {
                continue;
            }
            let total = self.opened(i, &before[..=last], totals);
            // 其中甲类94件,包括一型51件、二型43件;乙类38件: behind the inner list the outer one goes on.
            if total.is_some() || self.item(i).is_none() {
                return total;
            }
        }
        None
    }

    /// Whether the figure before went back to the list around the one that opens here.
    fn is_left(&self, i: usize, opener: &Opener, totals: &[Option<usize>]) -> bool {
        let &Opener { at, total: named, .. } = opener;
        let behind = |q: &usize| self.quantities[*q].place.start > at;
        let total = |q: &usize| self.like(i, *q) && totals[*q].is_some();
        let last = (0..i).rev().take(REACH).take_while(behind).find(total);
        let before = self.quantities[..i].partition_point(|q| q.place.start < at);
        // 4600件(电话4100件)。其中办结2800件: a bracket is no list that this one could be inside of.
        let open = |q: &usize| self.frames[*q].bracket.is_none() || self.frames[i].bracket.is_some();
        let inner = (0..before).rev().take(REACH).filter(open).find(|q| self.like(i, *q));
        last.zip(inner).is_some_and(|(last, inner)| {
            // 按类型分:…: one total may be divided twice.
            totals[last] == totals[inner] && totals[inner].is_some() && totals[inner] != named
        })
    }

    /// The total of the outer list where a semicolon ends the inner one: 民事420件,其中劳动318件(涉薪27件);工伤102件.
    fn outer(&self, i: usize, totals: &[Option<usize>]) -> Option<usize> {
        let last = (0..i).rev().take(REACH).find(|&last| self.like(i, last) && totals[last].is_some())?;
        let inner = totals[last]?;
        let outer = totals[inner].filter(|_| self.frames[last].sentence == self.frames[i].sentence)?;
        let sum = |total: usize| {
            let parts = (total + 1..i).filter(|&q| self.like(i, q) && totals[q] == Some(total));
            total_of(self.quantities[i].value, parts.map(|q| self.quantities[q].value))
        };
        let whole = |total: usize| self.quantities[total].value;
        // Its own list goes on as long as it can be said to come out.
        let inside = sum(inner).is_some_and(|sum| sum == whole(inner));
        let fits = sum(outer).is_some_and(|sum| sum <= whole(outer));
        let listed = self.words(self.quantities[inner].place.end..self.quantities[last].place.start).has(';');
        (fits && !inside && !listed && self.frames[i].bracket.is_none()).then_some(outer)
    }

    /// The total of which the last of these openers makes a figure a part.
    fn opened(&self, i: usize, before: &[Opener], totals: &[Option<usize>]) -> Option<usize> {
        let (sentence, place) = (self.frames[i].reach, self.quantities[i].place.start);
        let &Opener { at, total: named, nearest, .. } = before.last()?;
        // 126件中,部门88件、乡镇38件。按事项分,…: of what the list before is of, not of its item.
        let named = named.map(|total| totals[total].filter(|_| nearest).unwrap_or(total));
        // 受理案件里邻里、物业分别为128件、76件: the words before the names tell the total.
        let referring = before.len().checked_sub(2).and_then(|last| {
            let opener = &before[last];
            let near = at - opener.at <= NAMES;
            opener.total.filter(|_| near && !self.words(opener.at..at).has_any("。;"))
        });
        let named = named.or(referring).filter(|&total| self.like(i, total));
        // 131人,较上年减少22人,其中退休10人: of the change.
        let adjoining = self.quantities[..i].partition_point(|q| q.place.start < at);
        let changed = adjoining
            .checked_sub(1)
            .filter(|&q| self.aside[q] != Aside::No && self.aside[q] != self.aside[i] && adjoining == i);
        if changed.is_some_and(|q| {
            let (change, own) = (&self.quantities[q], &self.quantities[i]);
            change.unit == own.unit && own.value <= change.value && self.words(change.place.end..at) == ","
        }) {
            return None;
        }
        // 17个地市差评工单1249个: how many bodies there are is no part.
        let adjoins =
            self.frames.get(i + 1).is_some_and(|next| next.before.start == self.quantities[i].place.end);
        if adjoins && is_body(self.words(self.frames[i].after.clone())) {
            return None;
        }
        let first = (self.quantities[..=i]).partition_point(|q| q.place.start < at);
        let first = (first..=i).find(|&q| self.like(i, q))?;
        // 其中 that opens a sentence goes on with the one before.
        let opens = at == sentence
            || !(0..first)
                .rev()
                .take(REACH)
                .any(|t| self.quantities[t].place.start >= sentence && self.like(i, t));
        // 清单涵盖642项违法情形,免予处罚5218件: no list of what an earlier sentence counts.
        let between = self.quantities[..first].partition_point(|q| q.place.start < at);
        if opens && at > sentence && named.is_none() && (between..first).any(|q| self.countable(q)) {
            return None;
        }
        let from = if opens { self.frames[0].sentence.start } else { sentence };
        let told = || self.told_before(first, at, from).or_else(|| self.echoed(first, at, from));
        let told = named.is_none().then(told).flatten();
        let total = named.or(told).or_else(|| self.total_before(first, at, from))?;
        if named.is_none() && self.words(at..self.quantities[first].place.start).holds("分别") {
            if let Some(pair) = self.pair(total) {
                return self.in_turn(i, first, total, pair);
            }
            // 其余8个转入次年。示范县和示范项目分别为2个和5个: of no item of a list before.
            if opens && told.is_none() && totals[total].is_some() {
                return None;
            }
        }
        // 调解成功28件;推行新模式,调解、排查分别为23件、35件: of what stands behind the semicolon.
        let between = self.words(self.quantities[total].place.end..at);
        if starts(self.words(at..place), "分别 依次 各为") && named.is_none() && between.has(';') {
            return None;
        }
        // 罚款650万元。查处案件21件,其中…罚款9.7万元: 其中 speaks of the cases.
        let other = |t: usize| self.countable(t) && self.quantities[t].place.end <= at;
        if self.words(at..place).starts_with("其中")
            && named.is_none()
            && self.quantities[total].place.end <= sentence
            && (total + 1..first).any(|t| self.quantities[t].place.start >= sentence && other(t))
        {
            return None;
        }
        // 调解员42人,其中党员29人;挂牌调解室2个: behind the semicolon stands something else.
        let parted = || self.words(at..place).has(';') && named.is_none() && !opens;
        if first == i {
            return Some(total).filter(|_| !parted() && !self.is_of_nearer(i, at, total));
        }
        self.goes_on(i, first..i, total, opens, totals).then_some(total)
    }

    /// The figures beside one that 分别 pairs with names: 会议和常务会议分别为6次和9次.
    fn pair(&self, t: usize) -> Option<Range<usize>> {
        let joined = |q: usize| {
            // 30批355件、27批352件
            let near = q > 0 && q < self.quantities.len() && self.countable(q);
            near && ["", "、", "和", "与", "及"].contains(&self.gap(q))
        };
        let (mut first, mut last) = (t, t);
        while joined(first) {
            first -= 1;
        }
        while joined(last + 1) {
            last += 1;
        }
        let before = self.words(self.frames[first].before.clone());
        (first < last && ends(before, "分别为 分别是 分别有 分别")).then_some(first..last + 1)
    }

    /// The one of a pair's figures that one of the next pair is a part of, 其中新获命名的分别为1个和2个; where the
    /// words do not say that they are, none.
    fn in_turn(&self, i: usize, first: usize, total: usize, pair: Range<usize>) -> Option<usize> {
        let of_them = self.words(self.quantities[total].place.end..self.quantities[first].place.start);
        let own = pair.start + (i - first);
        let fits = of_them.holds("其中") && pair.contains(&own) && self.like(i, own);
        (fits && self.quantities[own].value >= self.quantities[i].value).then_some(own)
    }

    /// Whether a list is of a nearer total in another unit: 800宗、1500人次,办结400宗,其中民事500宗…帮助600人次.
    fn is_of_nearer(&self, i: usize, at: usize, total: usize) -> bool {
        let first = self.quantities[..=i].partition_point(|q| q.place.start < at);
        let unit = self.quantities[first].unit;
        let nearer = (total + 1..first).any(|t| self.quantities[t].unit == unit && self.countable(t));
        unit != self.quantities[i].unit && nearer && !self.frames[i].chained
    }
}
