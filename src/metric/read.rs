//! The stage: quantities in, metrics out, paragraph by paragraph.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::Id;
use crate::data;
use crate::indicators;
use crate::metric::cue::{Hit, TABLE};
use crate::metric::frame::{Frame, frames};
use crate::metric::indicator::{Around, Reading, readings};
use crate::metric::part::Figures;
use crate::metric::scope::{Plans, scope};
use crate::metric::{Cue, Direction, Metric, MetricKind, Scope, Source, change, label, table};
use crate::outline::Outline;
use crate::quantity::Quantity;
use crate::quantity::unit::UnitKind;
use crate::text::Text;

/// A score this close to the best makes the reading uncertain.
const CLOSE: f32 = 1.5;

/// What a share or a growth of a figure reports, by the figure's indicator.
static SHARES: LazyLock<HashMap<(&str, &str), &'static str>> = LazyLock::new(|| {
    data::rows(include_str!("../data/shares.tsv"))
        .filter_map(|mut row| Some(((row.next()?, row.next()?), row.next()?)))
        .collect()
});

/// Reads what each quantity measures.
#[must_use]
pub fn metrics(text: &Text, outline: &Outline, quantities: &[Quantity], year: Option<u16>) -> Vec<Metric> {
    let plans = Plans::new(&text.folded, &text.paragraphs, outline, year);
    let mut reader = Reader {
        text,
        outline,
        plans,
        year,
        metrics: Vec::with_capacity(quantities.len()),
        hits: Vec::new(),
    };
    let mut sentences = text.sentences.iter().peekable();
    let mut rest = quantities;
    for (index, paragraph) in text.paragraphs.iter().enumerate() {
        let count = rest.iter().take_while(|q| q.place.start < paragraph.end).count();
        let (own, later) = rest.split_at(count);
        rest = later;
        let mut frames: Vec<Frame> = Vec::with_capacity(own.len());
        while let Some(sentence) = sentences.next_if(|s| s.start < paragraph.end) {
            let from = frames.len();
            let count = own[from..].iter().take_while(|q| q.place.start < sentence.end).count();
            frames.extend(self::frames(&text.folded, sentence, &own[from..from + count]));
        }
        if own.iter().any(|q| q.in_table) {
            let mut own = own.to_vec();
            let heads = reader.heads(index, &mut own, &mut frames);
            reader.paragraph(paragraph, &own, &frames, &heads);
        } else if !own.is_empty() {
            reader.paragraph(paragraph, own, &frames, &[]);
        }
    }
    reader.metrics
}

struct Reader<'a> {
    text: &'a Text<'a>,
    outline: &'a Outline,
    plans: Plans,
    year: Option<u16>,
    metrics: Vec<Metric>,
    /// The words of the table in this paragraph.
    hits: Vec<Hit>,
}

impl Reader<'_> {
    fn words(&self, place: Range<usize>) -> &str {
        &self.text.folded[place]
    }

    /// Names the cells of a table's row by their heads; gives back the heads.
    fn heads(
        &self,
        paragraph: usize,
        quantities: &mut [Quantity],
        frames: &mut [Frame],
    ) -> Vec<Range<usize>> {
        let mut all = Vec::new();
        for (quantity, frame) in quantities.iter_mut().zip(frames).filter(|(q, _)| q.in_table) {
            let heads = table::heads(self.text, paragraph, &quantity.place);
            table::measure(self.text, quantity, &heads);
            frame.name = heads.column.clone().or(heads.row.clone());
            all.extend([heads.column, heads.row, heads.caption].into_iter().flatten());
        }
        all.sort_by_key(|head| head.start);
        all.dedup();
        all
    }

    fn paragraph(
        &mut self,
        paragraph: &Range<usize>,
        quantities: &[Quantity],
        frames: &[Frame],
        heads: &[Range<usize>],
    ) {
        self.hits.clear();
        for head in heads {
            TABLE.find(&self.text.folded, head.clone(), &mut self.hits);
        }
        TABLE.find(&self.text.folded, paragraph.clone(), &mut self.hits);
        let mut directions: Vec<Option<Direction>> =
            quantities.iter().zip(frames).map(|(q, f)| self.direction(q, f)).collect();
        for i in 1..quantities.len() {
            // 分别下降40%和37%: one word for two figures.
            if frames[i].chained && directions[i].is_none() && quantities[i].kind == quantities[i - 1].kind {
                directions[i] = directions[i - 1].filter(|_| quantities[i].kind != UnitKind::Count);
            }
        }
        let scopes: Vec<(Scope, Option<u16>)> = frames
            .iter()
            .zip(&directions)
            .map(|(f, d)| scope(&self.text.folded, f, &self.plans, self.year, d.is_some()))
            .collect();
        let aside: Vec<bool> =
            directions.iter().zip(&scopes).map(|(d, s)| d.is_some() || s.0 == Scope::Earlier).collect();
        let figures = Figures { folded: &self.text.folded, quantities, frames, aside: &aside };
        let totals = figures.totals();
        let first = self.metrics.len();
        for (i, quantity) in quantities.iter().enumerate() {
            let total = totals[i].map(|t| first + t);
            self.metric(quantity, &frames[i], directions[i], scopes[i], total, first);
        }
    }

    fn direction(&self, quantity: &Quantity, frame: &Frame) -> Option<Direction> {
        change::direction(quantity, self.words(frame.before.clone()), self.words(frame.clause.clone()))
    }

    fn metric(
        &mut self,
        quantity: &Quantity,
        frame: &Frame,
        direction: Option<Direction>,
        (scope, year): (Scope, Option<u16>),
        total: Option<usize>,
        first: usize,
    ) {
        let kind = match (direction, quantity.kind) {
            (Some(_), _) | (_, UnitKind::Points) => MetricKind::Change,
            (None, UnitKind::Count) => MetricKind::Count,
            (None, UnitKind::Amount) => MetricKind::Amount,
            (None, UnitKind::Rate) => MetricKind::Rate,
            (None, UnitKind::Duration) => MetricKind::Duration,
        };
        let (place, action) = label::local(&self.text.folded, frame);
        let bare = label::is_relating(self.words(place.clone())) && action.is_none();
        let section = self.outline.at(quantity.place.start);
        let area = section.and_then(|s| self.outline.sections[s].area);
        let readings = self.readings(quantity, frame, kind, direction, bare, total.is_some(), section, area);
        let previous = (first..self.metrics.len()).rev().find(|&m| {
            let metric = &self.metrics[m];
            metric.sentence == self.text.span(frame.sentence.clone()) && metric.kind != MetricKind::Change
        });
        let derived = if bare { self.derived(quantity, kind, previous) } else { None };
        let best = readings.first().filter(|r| derived.is_none() || r.score > 14.0);
        let indicator = best.map(|r| r.indicator).or(derived);
        let certain = match readings.as_slice() {
            [best, next, ..] => best.score - next.score > CLOSE,
            _ => true,
        };
        let (label, action, subject) = self.named(place, action, total.or(previous), bare);
        let span = self.text.span(quantity.place.clone());
        self.metrics.push(Metric {
            id: Id::new('m', self.metrics.len()),
            span,
            text: span.of(self.text.source).to_owned(),
            source: if quantity.in_table { Source::Table } else { Source::Text },
            value: quantity.value,
            upper: quantity.upper,
            unit: quantity.unit.to_owned(),
            kind,
            direction,
            base: direction.and_then(|_| change::base(self.words(frame.sentence.start..frame.clause.end))),
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
            certain,
            cue: best.map(|r| self.cue(r)),
            area: indicator.and_then(|id| id.split('.').next()).or(area),
            part_of: total.map(|t| Id::new('m', t)),
            year,
            scope,
            section: section.map(|s| self.outline.sections[s].id),
            sentence: self.text.span(frame.sentence.clone()),
        });
    }

    #[allow(clippy::too_many_arguments)]
    fn readings(
        &self,
        quantity: &Quantity,
        frame: &Frame,
        kind: MetricKind,
        direction: Option<Direction>,
        bare: bool,
        part: bool,
        section: Option<usize>,
        area: Option<&'static str>,
    ) -> Vec<Reading> {
        let mut headings = Vec::new();
        let mut at = section;
        while let Some(i) = at {
            TABLE.find(&self.text.folded, self.outline.places[i].clone(), &mut headings);
            at = self.outline.parents[i];
        }
        let around =
            Around { folded: &self.text.folded, hits: &self.hits, headings: &headings, area, bare, part };
        readings(quantity, frame, kind, direction, &around)
    }

    /// What a figure reports whose own words only relate it to another one.
    fn derived(
        &self,
        quantity: &Quantity,
        kind: MetricKind,
        previous: Option<usize>,
    ) -> Option<&'static str> {
        let previous = &self.metrics[previous?];
        let of = |relation| SHARES.get(&(previous.indicator?, relation)).copied();
        match kind {
            MetricKind::Rate => of("share"),
            MetricKind::Change => of("growth"),
            _ if previous.unit == quantity.unit => previous.indicator,
            _ => None,
        }
        .filter(|id| indicators::indicator(id).is_some())
    }

    fn cue(&self, reading: &Reading) -> Cue {
        Cue { text: self.text.words(reading.cue.clone()), span: self.text.span(reading.cue.clone()) }
    }

    /// Label, action and subject: words of the text that stand on their own.
    fn named(
        &self,
        place: Range<usize>,
        action: Option<Range<usize>>,
        other: Option<usize>,
        bare: bool,
    ) -> (String, Option<String>, Option<String>) {
        let own = self.text.words(place);
        let action = action.map(|a| self.text.words(a)).filter(|a| !a.is_empty());
        let carried = other.map(|m| &self.metrics[m]);
        let carried = carried.map(|m| {
            shortened(m.subject.as_ref().filter(|_| m.label.chars().count() < 4).unwrap_or(&m.label))
        });
        if own.is_empty() {
            return (carried.unwrap_or_default(), action, None);
        }
        let thin = bare || own.chars().count() <= 4 && action.is_none() || own.ends_with('率');
        let subject = carried.filter(|subject| thin && !own.contains(subject.as_str()));
        (own, action, subject)
    }
}

/// The most characters of a subject.
const LONGEST_SUBJECT: usize = 11;

fn shortened(words: &str) -> String {
    let count = words.chars().count();
    words.chars().skip(count.saturating_sub(LONGEST_SUBJECT)).collect()
}
