//! Indicators: which entry of the table a figure reports.
//!
//! The words beside the figure decide. Words further off (the clause, the sentence) count only where
//! the figure's own say nothing; the section's area is a prior, never a filter. Where nothing fits,
//! there is no indicator.

use std::ops::Range;

use crate::indicators::Indicator;
use crate::metric::cue::{Hit, Row, TABLE};
use crate::metric::frame::Frame;
use crate::metric::{Direction, MetricKind};
use crate::quantity::Quantity;
use crate::quantity::unit::UnitKind;

/// What is known around a quantity when its indicator is looked for.
pub struct Around<'a> {
    /// The folded text.
    pub folded: &'a str,
    /// The words of the table in the paragraph up to the end of the sentence, in the text's order.
    pub hits: &'a [Hit],
    /// Where each word of the table was last seen in the section's headings.
    pub headings: &'a [Hit],
    /// The area of the section.
    pub area: Option<&'static str>,
    /// Whether the figure's own words say nothing of what it measures.
    pub bare: bool,
    /// Whether the figure is part of a total: then only its own words count.
    pub part: bool,
}

/// An indicator that may be the one.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The indicator.
    pub indicator: &'static str,
    /// The words that tell it.
    pub cue: Range<usize>,
    /// How well it fits.
    pub score: f32,
}

/// The indicators that a figure may report, the best first.
pub fn readings(
    quantity: &Quantity,
    frame: &Frame,
    kind: MetricKind,
    direction: Option<Direction>,
    around: &Around,
) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    for hit in around.hits {
        let Some(nearness) = nearness(hit, frame, around) else { continue };
        let word = &TABLE.words[usize::from(hit.word)];
        for cue in &word.cues {
            let row = &TABLE.rows[usize::from(cue.row)];
            let clause = || &around.folded[frame.clause.start..frame.tail.end];
            if !cue.others.iter().all(|other| clause().contains(other)) {
                continue;
            }
            let Some(score) = fits(row, quantity, kind, direction) else { continue };
            let Some(context) = context(row, frame, around) else { continue };
            if ruled_out(row, hit, frame, around.folded) {
                continue;
            }
            let prior = if around.area == Some(row.indicator.area) { 1.5 } else { 0.0 };
            let score = score + context + prior + nearness + f32::from(cue.len.min(9));
            let id = row.indicator.id;
            match readings.iter_mut().find(|r| r.indicator == id) {
                Some(known) if known.score >= score => {}
                Some(known) => *known = Reading { indicator: id, cue: hit.place.clone(), score },
                None => readings.push(Reading { indicator: id, cue: hit.place.clone(), score }),
            }
        }
    }
    readings.sort_by(|a, b| b.score.total_cmp(&a.score));
    readings.truncate(3);
    readings
}

/// How much a word's place speaks for it; `None` where it can't tell this figure.
fn nearness(hit: &Hit, frame: &Frame, around: &Around) -> Option<f32> {
    let within = |range: &Range<usize>| range.start <= hit.place.start && hit.place.end <= range.end;
    let distance = |far: usize| -> f32 { (far as f32 / 3.0).min(20.0) * 0.08 };
    if let Some(name) = &frame.name {
        if within(name) {
            return Some(10.0);
        }
        if within(&frame.before) {
            return None;
        }
    }
    if within(&frame.before) {
        return Some(10.0 - distance(frame.before.end - hit.place.end));
    }
    if within(&frame.after) {
        return Some(10.0 - distance(hit.place.start - frame.after.start));
    }
    if around.part && !around.bare {
        return None;
    }
    if within(&frame.clause) {
        return Some(if around.bare { 7.0 } else { 3.0 } - distance(frame.clause.end - hit.place.end));
    }
    if within(&frame.tail) {
        return Some(if around.bare { 5.0 } else { 3.5 } - distance(hit.place.start - frame.tail.start));
    }
    if around.bare && hit.place.end <= frame.clause.start && hit.place.start >= frame.sentence.start {
        return Some(4.0 - distance(frame.clause.start - hit.place.end));
    }
    None
}

/// How well an indicator's unit and kind fit; `None` where they don't.
fn fits(row: &Row, quantity: &Quantity, kind: MetricKind, direction: Option<Direction>) -> Option<f32> {
    let Indicator { kind: wanted, unit, units, .. } = row.indicator;
    let same_kind = match (kind, wanted) {
        (MetricKind::Change, MetricKind::Change) => true,
        (MetricKind::Change, _) => false,
        (MetricKind::Rate, MetricKind::Change) => false,
        (kind, wanted) => kind == *wanted,
    };
    if !same_kind || quantity.kind == UnitKind::Points {
        return None;
    }
    let _ = direction;
    if quantity.unit == *unit {
        return Some(2.0);
    }
    if units.contains(&quantity.unit) {
        return Some(1.5);
    }
    (quantity.unit.is_empty()).then_some(0.0)
}

/// How much the words around speak for a row that needs them; `None` where they are missing.
fn context(row: &Row, frame: &Frame, around: &Around) -> Option<f32> {
    if row.context.is_empty() {
        return Some(1.5);
    }
    let wanted = |hit: &&Hit| row.context.contains(&hit.word);
    let near = around.hits.iter().rev().filter(wanted).map(|hit| {
        if hit.place.start >= frame.sentence.start && hit.place.end <= frame.tail.end {
            let far = frame.clause.end.saturating_sub(hit.place.end);
            3.0 - (far as f32 / 3.0).min(60.0) * 0.02
        } else if hit.place.end <= frame.sentence.start {
            let far = frame.sentence.start - hit.place.end;
            1.8 - (far as f32 / 3.0).min(100.0) * 0.01
        } else {
            0.0
        }
    });
    let best = near.fold(0.0_f32, f32::max);
    if best > 0.0 {
        return Some(best);
    }
    around.headings.iter().any(|hit| row.context.contains(&hit.word)).then_some(0.7)
}

/// Whether words beside the figure rule a row out.
fn ruled_out(row: &Row, hit: &Hit, frame: &Frame, folded: &str) -> bool {
    let beside = &folded[frame.before.start..frame.after.end.max(frame.before.end)];
    let cue = &folded[hit.place.clone()];
    row.nots.iter().any(|not| beside.contains(not) && !cue.contains(not))
}
