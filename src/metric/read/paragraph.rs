//! A paragraph: what its figures are to each other, then each by itself.

use std::ops::Range;

use crate::Span;
use crate::indicators::MetricKind;
use crate::metric::cue::TABLE;
use crate::metric::frame::Frame;
use crate::metric::part::{Aside, Figures};
use crate::metric::read::near::{LAST, is_month};
use crate::metric::read::{Figure, Reader};
use crate::metric::scope::scope;
use crate::metric::{Direction, Scope, change};
use crate::order::sort_by;
use crate::quantity::Quantity;
use crate::quantity::unit::UnitKind;
use crate::words::{Stretch, Words, ends, starts};

/// The most words of the table that a row and its heads may hold: longer ones are no rows.
const LONGEST_ROW: usize = 400;
/// The most changes that stand between a figure and the one that it goes on with.
const CHANGES: usize = 40;
/// The most years that a bracket tells of.
const YEARS: usize = 20;

impl Reader<'_, '_> {
    /// Reads a paragraph; `hits` holds what its heads tell, if it is a table's row.
    pub(super) fn paragraph(&mut self, paragraph: &Range<usize>, quantities: &[Quantity], frames: &[Frame]) {
        let heads = self.hits.len();
        TABLE.find(&self.text.folded, paragraph.clone(), &mut self.hits);
        self.titled(paragraph, heads);
        self.shared(frames, heads);
        let directions = self.directions(quantities, frames);
        let scopes: Vec<_> = frames
            .iter()
            .zip(&directions)
            .map(|(frame, direction)| {
                let told = scope(&self.text.folded, frame, self.chapters, self.year, direction.is_some());
                if self.planned && told.0 == Scope::Report { (Scope::Target, told.1) } else { told }
            })
            .collect();
        let aside: Vec<Aside> = (0..frames.len())
            .map(|i| match directions[i] {
                Some(_) => Aside::Always,
                None => self.aside(i, quantities, frames, &scopes),
            })
            .collect();
        let totals = Figures { folded: &self.text.folded, quantities, frames, aside: &aside }.totals();
        let first = self.metrics.len();
        for hit in &self.hits[..heads] {
            self.seen[usize::from(hit.word)] = paragraph.start as u32 + 1;
        }
        // Hits before this one are noted in `seen`; the sentence's metrics begin there.
        let (mut noted, mut opened, mut matters) = (heads, first, false);
        let mut sentence =
            frames.first().map_or(Span::new(0, 0), |frame| self.text.span(frame.sentence.clone()));
        for (i, (quantity, frame)) in quantities.iter().zip(frames).enumerate() {
            let end = frame.name.as_ref().map_or(0, |name| name.end).max(frame.tail.end);
            while let Some(hit) = self.hits.get(noted).filter(|hit| (hit.start as usize) < end) {
                self.seen[usize::from(hit.word)] = hit.end;
                noted += 1;
            }
            if i > 0 && frames[i - 1].sentence != frame.sentence {
                opened = self.metrics.len();
                sentence = self.text.span(frame.sentence.clone());
            }
            if opened == self.metrics.len() {
                let words = self.words(frame.reach..frame.clause.end);
                matters = is_of_matters(words, self.disputed) || self.disputed && quantity.in_table;
            }
            let metrics = opened..self.metrics.len();
            let counted = frame.back.and_then(|back| metrics.end.checked_sub(back));
            let counts = |&m: &usize| self.metrics[m].kind != MetricKind::Change;
            let last = || metrics.clone().rev().take(CHANGES).find(counts);
            let figure = Figure {
                quantity,
                frame,
                direction: directions[i],
                scope: scopes[i].0,
                year: scopes[i].1,
                total: totals[i].map(|total| first + total),
                previous: counted.filter(|m| metrics.contains(m)).or_else(last),
                sentence,
                matters,
            };
            let from = if quantity.in_table { noted.saturating_sub(LONGEST_ROW) } else { heads };
            let hits = from..noted;
            let metric = self.metric(&figure, paragraph.start, hits);
            self.metrics.push(metric);
        }
    }

    /// Whether a figure only stands beside others, for comparison.
    fn aside(
        &self,
        i: usize,
        quantities: &[Quantity],
        frames: &[Frame],
        scopes: &[(Scope, Option<u16>)],
    ) -> Aside {
        let before = self.words(frames[i].before.clone());
        // 三年来受理6204件(2021年1873件、2022年…): years of the whole are its parts.
        let of_years = || {
            let open = frames[i].bracket;
            let total = open
                .and_then(|open| (0..i).rev().take(YEARS).find(|&total| quantities[total].place.end <= open));
            // 652件(含2021年立案的61件)
            let held = || open.is_some_and(|open| starts(&self.text.folded[open..], "(含 (包括 (其中"));
            total.is_some_and(|total| scopes[total].0 == Scope::Since) || held()
        };
        // 登记1264件,上月为1219件: like another year's, only to compare with.
        let of_last_month = || {
            let words = before.without_last("为是的份");
            // 4月为19314件
            ends(words, LAST) || i > 0 && is_month(words.without_first(",;"))
        };
        // 平均每卷2.2个
        if of_last_month() || starts(before, "平均 人均 户均") {
            return Aside::Always;
        }
        match scopes[i] {
            (Scope::Earlier, year) if !of_years() => Aside::Earlier(year),
            _ => Aside::No,
        }
    }

    /// Marks the words that stand in titles of laws: 《行政处罚法》测试2次 tells no penalty.
    fn titled(&mut self, paragraph: &Range<usize>, heads: usize) {
        let titles = &self.text.titles;
        let first = titles.partition_point(|title| title.end <= paragraph.start);
        for title in titles[first..].iter().take_while(|title| title.start < paragraph.end) {
            if !ends(&self.text.folded[title.clone()], "法》 条例》") {
                continue;
            }
            let hits = &mut self.hits[heads..];
            let from = hits.partition_point(|hit| (hit.start as usize) < title.start);
            for hit in hits[from..].iter_mut().take_while(|hit| (hit.start as usize) < title.end) {
                hit.titled = true;
            }
        }
    }

    /// Adds the words that names of a list make with those that they share: 民事援助案件 of 民事、刑事援助案件.
    fn shared(&mut self, frames: &[Frame], heads: usize) {
        let before = self.hits.len();
        for frame in frames {
            let Some((list, name)) = frame.list.as_ref().zip(frame.name.as_ref()) else { continue };
            if name.end < list.shared.start {
                TABLE.find_across(&self.text.folded, name, &list.shared, &mut self.hits);
            }
        }
        if self.hits.len() > before {
            sort_by(&mut self.hits[heads..], |hit| hit.start.into());
        }
    }

    /// Which way each figure went.
    fn directions(&self, quantities: &[Quantity], frames: &[Frame]) -> Vec<Option<Direction>> {
        let mut directions: Vec<Option<Direction>> = Vec::with_capacity(quantities.len());
        for (i, (quantity, frame)) in quantities.iter().zip(frames).enumerate() {
            let (own, clause) = (self.words(frame.before.clone()), self.words(frame.clause.clone()));
            let behind = self.words(frame.after.end..frame.sentence.end);
            let ahead = self.words(frame.reach..frame.clause.start);
            let told = change::direction(quantity, own, ahead, clause, behind);
            // 分别下降40%和37%: one word for two figures.
            let shared = || {
                let before = &quantities[i.checked_sub(1)?];
                // 分别增加7件和15件
                let each = || self.words(frames[i - 1].before.clone()).holds("分别");
                let count = quantity.kind == UnitKind::Count;
                let one = frame.chained && before.kind == quantity.kind && (!count || each());
                directions[i - 1].filter(|_| one)
            };
            let beside = || {
                let last = i.checked_sub(1)?;
                let counts = matches!(quantity.kind, UnitKind::Count | UnitKind::Amount);
                let alike = quantities[last].unit == quantity.unit && directions[last].is_none() && counts;
                let between = self.words(quantities[last].place.end..quantity.place.start);
                change::beside(self.words(frames[last].before.clone()), between).filter(|_| alike)
            };
            directions.push(told.or_else(shared).or_else(beside));
        }
        directions
    }
}

/// Whether the words before the first figure of a sentence divide disputes: 受理的复议案件按事项分:…; in a text that
/// is of nothing but those they need not say so.
fn is_of_matters(words: &str, disputed: bool) -> bool {
    static DISPUTED: Words = Words::new("复议 诉讼 应诉");
    static DIVIDED: Words = Words::new(
        "事项分 事项看 类型看 类型分 领域看 领域分 类别看 类别分 事由看 事由分 申请中 内容看 种类分 类型来看 \
         事项来看 领域来看 类别来看 案由来看",
    );
    DIVIDED.stand_in(words) && (disputed || DISPUTED.stand_in(words))
}
