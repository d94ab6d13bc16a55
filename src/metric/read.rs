//! The stage: quantities in, metrics out, paragraph by paragraph.

mod near;
mod paragraph;
mod row;
mod subject;

use std::iter;
use std::mem;
use std::ops::Range;

use crate::chapter::Chapters;
use crate::identity::Identity;
use crate::indicators::{self, MetricKind};
use crate::metric::cue::{Hit, TABLE};
use crate::metric::frame::{Frame, frames};
use crate::metric::indicator::{self, Around, Marks, Reading};
use crate::metric::{Cue, Direction, Metric, Scope, Source, change, label, stated, total};
use crate::outline::Outline;
use crate::quantity::Quantity;
use crate::quantity::unit::UnitKind;
use crate::text::Text;
use crate::words::{Stretch, Words, ends, starts};
use crate::{Id, Span};

/// A score this close to the best makes the reading uncertain.
const CLOSE: f32 = 1.5;
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
    identity: &Identity,
) -> Vec<Metric<'a>> {
    let year = identity.year;
    let title = identity.title.as_ref().map_or(0..0, |title| text.place(title.span));
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
        planned: is_plan(&text.folded[title.clone()]),
        subject: Vec::new(),
        disputed: false,
        section: None,
        headings: Vec::new(),
    };
    let subject = subject_of(text, title);
    reader.disputed = is_of_disputes(&text.folded[subject.clone()]);
    TABLE.find(&text.folded, subject, &mut reader.subject);
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
    total::below(text, &mut reader.metrics);
    total::divided(text, &mut reader.metrics);
    let stated = stated::metrics(text, outline, chapters, year);
    stated::merged(reader.metrics, stated)
}

/// What the stage knows while it goes through the text.
struct Reader<'r, 'a> {
    text: &'r Text<'a>,
    outline: &'r Outline,
    chapters: &'r Chapters,
    year: Option<u16>,
    /// Whether the whole text is a plan.
    planned: bool,
    metrics: Vec<Metric<'a>>,
    /// The words of the table in this paragraph; those in the heads of a table's columns before them.
    hits: Vec<Hit>,
    /// For each word of the table, where it last ended in the text read so far.
    seen: Vec<u32>,
    marks: Marks,
    /// What the figure looked at may report.
    readings: Vec<Reading>,
    /// The words of the table in what the title says that all of the text is about.
    subject: Vec<Hit>,
    /// Whether that is disputes with the government and nothing else.
    disputed: bool,
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
        let start = frame.of.as_ref().map_or(start, |of| of.start.min(start));
        let own = hits.start + self.hits[hits.clone()].partition_point(|hit| (hit.start as usize) < start);
        let hits = if quantity.in_table { hits } else { own..hits.end };
        let around = Around {
            hits: &self.hits[hits],
            seen: &self.seen,
            paragraph,
            headings: &self.headings,
            subject: &self.subject,
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
        let parts = total.and_then(|total| indicator::related(total, "part"));
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
        self.keep_to_area(&mut readings, figure);
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
            area: indicator.map(indicators::area).or(area),
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

/// Whether a title announces nothing but plans: 2024年工作要点, not 2023年总结和2024年工作计划.
fn is_plan(title: &str) -> bool {
    static ACCOUNT: Words = Words::new("总结 情况 完成 落实 报告 小结");
    let title = title.split('(').next().unwrap_or_default();
    ends(title, "计划 要点 工作安排 方案 任务分解 任务清单 责任清单") && !ACCOUNT.stand_in(title)
}

/// Whether a title is of reviews and lawsuits alone.
fn is_of_disputes(subject: &str) -> bool {
    static DISPUTES: Words = Words::new("复议 应诉 诉讼");
    static OTHER: Words = Words::new("执法 普法 信访 调解 审查");
    DISPUTES.stand_in(subject) && !OTHER.stand_in(subject)
}

/// What a title says behind who reports, where that is one field: 柳溪县司法局2022年行政复议情况.
fn subject_of(text: &Text, title: Range<usize>) -> Range<usize> {
    let words = &text.folded[title.clone()];
    static ALL: Words = Words::new("法治 依法行政 工作总结 工作报告");
    let own = if ALL.stand_in(words) { "" } else { words.behind_any("局委办院镇乡") };
    title.end - own.len()..title.end
}
