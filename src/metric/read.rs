//! The stage: quantities in, metrics out, paragraph by paragraph.

mod near;
mod row;
mod subject;

use std::iter;
use std::mem;
use std::ops::Range;

use crate::chapter::Chapters;
use crate::indicators::MetricKind;
use crate::metric::cue::{Hit, TABLE};
use crate::metric::frame::{Frame, frames};
use crate::metric::indicator::{self, Around, Marks, Reading};
use crate::metric::part::Figures;
use crate::metric::scope::scope;
use crate::metric::{Cue, Direction, Metric, Scope, Source, change, label, stated, total};
use crate::order::sort_by;
use crate::outline::Outline;
use crate::quantity::Quantity;
use crate::quantity::unit::UnitKind;
use crate::text::Text;
use crate::words::{Stretch, Words, ends, starts};
use crate::{Id, Span};

/// A score this close to the best makes the reading uncertain.
const CLOSE: f32 = 1.5;
/// The most words of the table that a row and its heads may hold: longer ones are no rows.
const LONGEST_ROW: usize = 400;
/// The most changes that stand between a figure and the one that it goes on with.
const CHANGES: usize = 40;
/// The most years that a bracket tells of.
const YEARS: usize = 20;
/// The most lists in one another.
const NESTED: usize = 8;
/// An area of indicators.
const DISPUTES: &str = "disputes";
/// What a reading must score to be preferred to what the figure before implies.
const SURE: f32 = 14.0;

/// Reads what each quantity measures.
#[must_use]
pub fn metrics<'a>(
    text: &Text<'a>,
    outline: &Outline,
    chapters: &Chapters,
    quantities: &[Quantity],
    year: Option<u16>,
) -> Vec<Metric<'a>> {
    let mut reader = Reader {
        text,
        outline,
        chapters,
        year,
        metrics: Vec::with_capacity(quantities.len()),
        hits: Vec::new(),
        seen: vec![0; TABLE.len()],
        marks: Marks::new(TABLE.len()),
        readings: Vec::new(),
        section: None,
        headings: Vec::new(),
    };
    let mut sentences = text.sentences.iter().peekable();
    let mut rest = quantities;
    for (index, paragraph) in text.paragraphs.iter().enumerate() {
        let count = rest.iter().take_while(|q| q.place.start < paragraph.end).count();
        let (own, later) = rest.split_at(count);
        rest = later;
        let mut all: Vec<Frame> = Vec::with_capacity(count);
        while let Some(sentence) = sentences.next_if(|s| s.start < paragraph.end) {
            let own = &own[all.len()..];
            let count = own.iter().take_while(|q| q.place.start < sentence.end).count();
            frames(&text.folded, sentence, &own[..count], &mut all);
        }
        if own.iter().any(|q| q.in_table) {
            reader.row(index, own, all);
        } else if count > 0 {
            reader.hits.clear();
            reader.paragraph(paragraph, own, &all);
        }
    }
    total::totals(text, &mut reader.metrics);
    total::listed(text, &mut reader.metrics);
    let stated = stated::metrics(text, outline, chapters, year);
    stated::merged(reader.metrics, stated)
}

/// What the stage knows while it goes through the text.
struct Reader<'r, 'a> {
    text: &'r Text<'a>,
    outline: &'r Outline,
    chapters: &'r Chapters,
    year: Option<u16>,
    metrics: Vec<Metric<'a>>,
    /// The words of the table in this paragraph; those in the heads of a table's columns before them.
    hits: Vec<Hit>,
    /// For each word of the table, where it last ended in the text read so far.
    seen: Vec<u32>,
    marks: Marks,
    /// What the figure looked at may report.
    readings: Vec<Reading>,
    /// The section that `headings` is about, and the words of the table in its headings.
    section: Option<usize>,
    headings: Vec<Hit>,
}

/// A quantity and what its neighbours tell of it.
struct Figure<'a> {
    quantity: &'a Quantity,
    frame: &'a Frame,
    direction: Option<Direction>,
    scope: Scope,
    year: Option<u16>,
    /// The metric that it is part of.
    total: Option<usize>,
    /// The last metric of its sentence that tells no change.
    previous: Option<usize>,
    /// Its sentence in the source.
    sentence: Span,
    /// Whether its sentence divides disputes by what they are about.
    matters: bool,
}

impl Figure<'_> {
    fn kind(&self) -> MetricKind {
        match (self.direction, self.quantity.kind) {
            (Some(_), _) | (_, UnitKind::Points) => MetricKind::Change,
            (None, UnitKind::Count) => MetricKind::Count,
            (None, UnitKind::Amount) => MetricKind::Amount,
            (None, UnitKind::Rate) => MetricKind::Rate,
            (None, UnitKind::Duration) => MetricKind::Duration,
        }
    }
}

impl<'a> Reader<'_, 'a> {
    fn words(&self, place: Range<usize>) -> &str {
        &self.text.folded[place]
    }

    /// Reads a paragraph; `hits` holds what its heads tell, if it is a table's row.
    fn paragraph(&mut self, paragraph: &Range<usize>, quantities: &[Quantity], frames: &[Frame]) {
        let heads = self.hits.len();
        TABLE.find(&self.text.folded, paragraph.clone(), &mut self.hits);
        self.titled(paragraph, heads);
        self.shared(frames, heads);
        let directions = self.directions(quantities, frames);
        let scopes: Vec<_> = frames
            .iter()
            .zip(&directions)
            .map(|(frame, direction)| {
                scope(&self.text.folded, frame, self.chapters, self.year, direction.is_some())
            })
            .collect();
        // 三年来受理6204件(2021年1873件、2022年…): years of the whole are its parts.
        let of_years = |i: usize| {
            let open = frames[i].bracket;
            let total = open
                .and_then(|open| (0..i).rev().take(YEARS).find(|&total| quantities[total].place.end <= open));
            // 652件(含2021年立案的61件)
            let held = || open.is_some_and(|open| starts(&self.text.folded[open..], "(含 (包括 (其中"));
            total.is_some_and(|total| scopes[total].0 == Scope::Since) || held()
        };
        // 登记1264件,上月为1219件: like another year's, only to compare with.
        let of_last_month = |i: usize| {
            let words = self.words(frames[i].before.clone()).without_last("为是的份");
            // 4月为19314件
            let month = words
                .without_first(",;")
                .strip_suffix('月')
                .is_some_and(|month| !month.is_empty() && month.without_digits().is_empty());
            ends(words, "上月 上个月 上季度 上一季度") || month && i > 0
        };
        // 平均每卷2.2个
        let mean = |i: usize| starts(self.words(frames[i].before.clone()), "平均 人均 户均");
        let earlier = |i: usize| scopes[i].0 == Scope::Earlier && !of_years(i) || of_last_month(i);
        let aside = |i: usize| directions[i].is_some() || earlier(i) || mean(i);
        let aside: Vec<bool> = (0..frames.len()).map(aside).collect();
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
                matters = is_of_matters(self.words(frame.reach..frame.clause.end));
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

    fn directions(&self, quantities: &[Quantity], frames: &[Frame]) -> Vec<Option<Direction>> {
        let mut directions: Vec<Option<Direction>> = Vec::with_capacity(quantities.len());
        for (i, (quantity, frame)) in quantities.iter().zip(frames).enumerate() {
            let (own, clause) = (self.words(frame.before.clone()), self.words(frame.clause.clone()));
            let behind = self.words(frame.after.end..frame.sentence.end);
            let told = change::direction(quantity, own, clause, behind);
            // 分别下降40%和37%: one word for two figures.
            let shared = || {
                let before = &quantities[i.checked_sub(1)?];
                // 分别增加7件和15件
                let each = || self.words(frames[i - 1].before.clone()).contains("分别");
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

    fn metric(&mut self, figure: &Figure, paragraph: usize, hits: Range<usize>) -> Metric<'a> {
        let Figure { quantity, frame, direction, .. } = *figure;
        let (place, action) = label::local(&self.text.folded, frame);
        let bare = action.is_none() && label::is_relating(self.words(place.clone()));
        let section = self.enter(quantity.place.start);
        let area = section.and_then(|s| self.outline.sections[s].area);
        // Words before the clause speak for bare figures only.
        let clause =
            frame.name.as_ref().map_or(frame.clause.start, |name| name.start.min(frame.clause.start));
        let start = if bare { frame.reach } else { clause.max(frame.reach) };
        let own = hits.start + self.hits[hits.clone()].partition_point(|hit| (hit.start as usize) < start);
        let hits = if quantity.in_table { hits } else { own..hits.end };
        let around = Around {
            hits: &self.hits[hits],
            seen: &self.seen,
            paragraph,
            headings: &self.headings,
            area,
            bare,
            body: !matches!(quantity.unit, "名" | "位" | "人")
                && label::is_body(self.words(frame.after.clone())),
            part: figure.total.is_some(),
        };
        let mut readings = mem::take(&mut self.readings);
        indicator::read(&mut readings, quantity, frame, figure.kind(), &around, &mut self.marks);
        // A part reports what its total does only where the table says so.
        let total = figure.total.and_then(|total| self.metrics[total].indicator);
        let parts = total.and_then(|total| near::related(total, "part"));
        let whole = figure.total.and_then(|total| self.whole(total));
        // 反馈问题71个,整改66个,其余5个列入来年: what is left reports nothing but what stands behind it.
        let rest = starts(self.words(frame.before.clone()).trim_start_matches([',', ';']), "其余 剩余 余下");
        readings.retain(|r| {
            parts != Some("-")
                && (Some(r.indicator) != total || parts.is_some())
                && whole.is_none_or(|whole| near::is_of(whole, r.indicator))
                && (!figure.matters || near::is_of(DISPUTES, r.indicator))
                && (!rest || r.cue.within(&frame.after))
        });
        // 和解293件,占审结总数的29%: a share of the figure before.
        let share = bare || frame.back.is_some() || self.words(place.clone()).starts_with('占');
        let derived = if share { self.derived(figure) } else { self.inherited(figure) };
        let best = readings.first().filter(|r| derived.is_none() || !bare || r.score > SURE);
        let indicator = best.map(|r| r.indicator).or(derived);
        let (label, action, subject) = self.named(place, action, figure, bare);
        let span = self.text.span(quantity.place.clone());
        let metric = Metric {
            id: Id::new('m', self.metrics.len()),
            span,
            text: span.of(self.text.source),
            source: if quantity.in_table { Source::Table } else { Source::Text },
            value: quantity.value,
            upper: quantity.upper,
            unit: quantity.unit,
            kind: figure.kind(),
            direction,
            base: direction.and_then(|_| change::base(self.words(frame.reach..frame.clause.end))),
            bound: quantity.bound,
            label,
            action,
            subject,
            indicator,
            alternatives: readings
                .iter()
                .map(|r| r.indicator)
                .filter(|id| Some(*id) != indicator)
                .take(2)
                .collect(),
            certain: readings.get(1).is_none_or(|next| readings[0].score - next.score > CLOSE),
            cue: best.map(|reading| self.cue(reading)),
            area: indicator.and_then(|id| id.split('.').next()).or(area),
            part_of: figure.total.map(|total| Id::new('m', total)),
            year: figure.year,
            scope: figure.scope,
            section: section.map(|s| self.outline.sections[s].id),
            sentence: figure.sentence,
        };
        self.readings = readings;
        metric
    }

    /// What the nearest total reports that a figure is part of, itself among them.
    fn whole(&self, of: usize) -> Option<&'static str> {
        let total = |&of: &usize| self.metrics[of].part_of.map(Id::index);
        let mut totals = iter::successors(Some(of), total).take(NESTED);
        totals.find_map(|of| self.metrics[of].indicator)
    }

    /// The section of a place, which no section before the last one holds; notes the words of the table in the
    /// headings over it.
    fn enter(&mut self, place: usize) -> Option<usize> {
        let mut section = self.section;
        while self.outline.places.get(section.map_or(0, |i| i + 1)).is_some_and(|next| next.start <= place) {
            section = Some(section.map_or(0, |i| i + 1));
        }
        if self.section == section {
            return section;
        }
        self.section = section;
        self.headings.clear();
        let mut at = section;
        while let Some(i) = at {
            TABLE.find(&self.text.folded, self.outline.places[i].clone(), &mut self.headings);
            at = self.outline.parents[i];
        }
        section
    }

    fn cue(&self, reading: &Reading) -> Cue<'a> {
        Cue { text: self.text.words(reading.cue.place()), span: self.text.span(reading.cue.place()) }
    }
}

/// Whether the words before the first figure of a sentence divide disputes: 受理的复议案件按事项分:….
fn is_of_matters(words: &str) -> bool {
    static DISPUTED: Words = Words::new("复议 诉讼 应诉");
    static DIVIDED: Words = Words::new(
        "事项分 事项看 类型看 类型分 领域看 领域分 类别看 类别分 事由看 事由分 申请中 内容看 种类分",
    );
    DIVIDED.stand_in(words) && DISPUTED.stand_in(words)
}
