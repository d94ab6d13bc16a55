//! Parts: which figures the text gives as parts of a stated total.
//!
//! Only words make a part: 其中, brackets behind a total, 包括, 分别为, N件案件中, 其余.

use std::ops::Range;

use crate::Decimal;
use crate::metric::frame::Frame;
use crate::quantity::Quantity;
use crate::quantity::unit::UnitKind;

/// A paragraph's quantities with their frames.
pub struct Figures<'a> {
    /// The folded text.
    pub folded: &'a str,
    /// The quantities.
    pub quantities: &'a [Quantity],
    /// The frame of each.
    pub frames: &'a [Frame],
    /// Whether each tells a change or another year's figure: never a part or a total.
    pub aside: &'a [bool],
}

/// Words that open a list of parts, behind the total.
const OPENERS: &[&str] =
    &["其中", "包括", "分别为", "分为", "分别是", "包含", "主要有", "其中:", "具体为", "由", "含", "涵盖"];

/// Words behind a total that open a list of its parts: 146件文件中.
const AMONG: &[&str] = &["当中", "之中", "中,", "中有", "里,", "中"];

impl Figures<'_> {
    /// For each quantity, the total that it is part of.
    pub fn totals(&self) -> Vec<Option<usize>> {
        let mut totals = vec![None; self.quantities.len()];
        for i in 0..self.quantities.len() {
            if self.countable(i) {
                totals[i] = self
                    .by_bracket(i)
                    .or_else(|| self.by_rest(i, &mut totals))
                    .or_else(|| self.by_examination(i))
                    .or_else(|| self.by_opener(i, &totals))
                    .or_else(|| self.by_among(i));
            }
        }
        totals
    }

    fn countable(&self, i: usize) -> bool {
        !self.aside[i] && matches!(self.quantities[i].kind, UnitKind::Count | UnitKind::Amount)
    }

    fn like(&self, i: usize, other: usize) -> bool {
        self.countable(other) && self.quantities[i].unit == self.quantities[other].unit
    }

    fn words(&self, place: Range<usize>) -> &str {
        self.folded.get(place).unwrap_or_default()
    }

    /// The nearest like quantity before a place, and not inside a bracket that is closed by then.
    fn total_before(&self, i: usize, place: usize, from: usize) -> Option<usize> {
        (0..i).rev().take_while(|&t| self.quantities[t].place.start >= from).find(|&t| {
            let total = &self.quantities[t];
            let closed = self.frames[t].bracket.is_some_and(|open| self.words(open..place).contains(')'));
            total.place.end <= place && self.like(i, t) && !closed && total.value >= self.quantities[i].value
        })
    }

    /// 410件(民事185件、刑事225件)
    fn by_bracket(&self, i: usize) -> Option<usize> {
        let open = self.frames[i].bracket?;
        let total = (0..i).rev().find(|&t| self.quantities[t].place.end <= open)?;
        let between = self.words(self.quantities[total].place.end..open);
        let near = !between.contains(['。', ',', ';']) && between.chars().count() <= 14;
        (near && self.like(i, total)).then_some(total)
    }

    /// 19个问题, 整改17个, 其余2个: both are parts.
    fn by_rest(&self, i: usize, totals: &mut [Option<usize>]) -> Option<usize> {
        let before = self.words(self.frames[i].before.clone());
        if !["其余", "剩余", "余下", "另外"].iter().any(|w| before.contains(w)) {
            return None;
        }
        let sibling = (0..i).rev().find(|&s| self.like(i, s))?;
        if let Some(total) = totals[sibling] {
            return Some(total);
        }
        let total = (0..sibling)
            .rev()
            .find(|&t| self.like(i, t) && self.quantities[t].value > self.quantities[sibling].value)?;
        totals[sibling] = Some(total);
        Some(total)
    }

    /// Those who passed and failed are parts of those who sat the examination, without a word.
    fn by_examination(&self, i: usize) -> Option<usize> {
        let frame = &self.frames[i];
        let near = [self.words(frame.before.clone()), self.words(frame.after.clone())];
        let outcome = ["合格", "不合格", "通过"].iter().any(|w| near.iter().any(|words| words.contains(w)));
        let from = frame.sentence.start;
        let examined = ["考试", "抽检", "检测", "检验", "抽查"];
        let told = examined.iter().any(|w| self.words(from..frame.before.end).contains(w));
        if !outcome || !told {
            return None;
        }
        let total = self.total_before(i, frame.before.start, from)?;
        // The other outcome is a sibling, not the total.
        (0..=total).rev().filter(|&t| self.quantities[t].place.start >= from && self.like(i, t)).find(|&t| {
            let frame = &self.frames[t];
            !["合格", "通过"].iter().any(|w| {
                self.words(frame.before.clone()).ends_with(w) || self.words(frame.after.clone()).contains(w)
            })
        })
    }

    /// 2922项,其中行政许可154项、行政处罚1978项
    fn by_opener(&self, i: usize, totals: &[Option<usize>]) -> Option<usize> {
        let frame = &self.frames[i];
        let paragraph = self.frames.first().map_or(0, |f| f.sentence.start);
        let sentence = self.words(frame.sentence.start..self.quantities[i].place.start);
        let (at, word) = OPENERS
            .iter()
            .filter_map(|w| sentence.rfind(w).map(|at| (frame.sentence.start + at, *w)))
            .filter(|&(at, w)| self.opens(at, w, i))
            .max_by_key(|&(at, w)| (at, w.len()))?;
        // An opener inside a bracket that is closed again is over.
        if self.words(at..self.quantities[i].place.start).matches(')').count()
            > self.words(at..self.quantities[i].place.start).matches('(').count()
        {
            return None;
        }
        let first = (0..=i).find(|&q| self.quantities[q].place.start > at && self.like(i, q))?;
        let from = if at == frame.sentence.start { paragraph } else { frame.sentence.start };
        let total = self.total_before(first, at, from)?;
        if first == i {
            return Some(total);
        }
        let goes_on = (first..i).all(|q| !self.like(i, q) || totals[q].is_some());
        let listed = (first..i).filter(|&q| totals[q] == Some(total)).map(|q| self.quantities[q].value);
        let sum = total_of(self.quantities[i].value, listed)?;
        let gap = self.words(self.quantities[i - 1].place.end..self.quantities[i].place.start);
        let close = gap.starts_with('、') || gap.starts_with("和");
        let fits = sum <= self.quantities[total].value;
        (goes_on && (close || fits && !word.is_empty() && !gap.contains(';'))).then_some(total)
    }

    /// 由 and 含 open a list only right before figures; the others anywhere behind a total.
    fn opens(&self, at: usize, word: &str, i: usize) -> bool {
        match word {
            "由" | "含" => false,
            "包括" | "包含" | "涵盖" | "主要有" => {
                let behind = self.words(at..self.quantities[i].place.start);
                !behind.contains('。')
            }
            _ => true,
        }
    }

    /// 146件文件中,继续有效118件
    fn by_among(&self, i: usize) -> Option<usize> {
        let from = self.frames[i].sentence.start;
        let total = (0..i)
            .rev()
            .filter(|&t| self.quantities[t].place.start >= from && self.like(i, t))
            .find(|&t| {
                let behind = self.words(self.quantities[t].place.end..self.quantities[i].place.start);
                let near: String = behind.chars().take(14).collect();
                let stop = near.find([',', ';', '。']).unwrap_or(near.len());
                let own = &near[..stop];
                AMONG.iter().any(|w| {
                    own.ends_with(w.trim_end_matches(',')) || own.contains("中有") || own.contains("中尚有")
                }) && !own.contains("中心")
            })?;
        let between = (total + 1..i).filter(|&q| self.like(i, q)).map(|q| self.quantities[q].value);
        let sum = total_of(Decimal::ZERO, between)?;
        let fits = sum.plus(self.quantities[i].value)? <= self.quantities[total].value;
        fits.then_some(total)
    }
}

fn total_of(first: Decimal, mut others: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    others.try_fold(first, Decimal::plus)
}
