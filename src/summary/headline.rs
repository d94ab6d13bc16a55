//! The figures to show first: core indicators, totals before parts, of as many areas as there are.

use crate::indicators::{AREAS, INDICATORS, MetricKind};
use crate::metric::{Metric, Scope, Source};
use crate::summary::Told;
use crate::{Id, Reading, Span};

/// How many figures are shown first.
const COUNT: usize = 8;

/// A figure that may be shown: what it is worth, itself, its area.
type Figure<'a> = (u32, &'a Metric<'a>, usize);

/// Chooses them, in the order of the text.
pub fn headline(reading: &Reading, told: &[Option<Told>]) -> Vec<Id> {
    let mut best = best(reading, told);
    let mut shown = vec![0_u32; AREAS.len()];
    let mut chosen: Vec<Id> = Vec::with_capacity(COUNT);
    while chosen.len() < COUNT {
        // Of the areas shown least the figure of most worth, of those the first.
        let mut next: Option<(u32, u32, Id, usize)> = None;
        for (i, figure) in best.iter().enumerate() {
            let Some((worth, metric, area)) = *figure else { continue };
            let key = (shown[area], u32::MAX - worth, metric.id, i);
            if next.is_none_or(|next| key < next) {
                next = Some(key);
            }
        }
        let Some((_, _, id, indicator)) = next else { break };
        let figure = best[indicator].take();
        shown[figure.map_or(0, |(.., area)| area)] += 1;
        let at = chosen.partition_point(|other| *other < id);
        chosen.insert(at, id);
    }
    chosen
}

/// The figure of most worth of each indicator, in the order of the table.
fn best<'a>(reading: &'a Reading<'a>, told: &[Option<Told>]) -> Vec<Option<Figure<'a>>> {
    let mut is_total = vec![false; reading.metrics.len()];
    for total in reading.metrics.iter().filter_map(|metric| metric.part_of) {
        is_total[total.index()] = true;
    }
    let mut shortcomings: Vec<Span> = Vec::new();
    for chapter in &reading.chapters.shortcomings {
        shortcomings.push(reading.text.span(chapter.place.clone()));
    }
    let mut best: Vec<Option<Figure>> = vec![None; INDICATORS.len()];
    for (metric, told) in reading.metrics.iter().zip(told) {
        let Some(Told { indicator, area }) = told else { continue };
        let own = metric.scope == Scope::Report && metric.kind != MetricKind::Change;
        if !own || among(&shortcomings, metric.span) {
            continue;
        }
        let worth = worth(metric, INDICATORS[*indicator].tier, is_total[metric.id.index()]);
        if best[*indicator].is_none_or(|(known, ..)| known < worth) {
            best[*indicator] = Some((worth, metric, *area));
        }
    }
    best
}

/// Whether a place stands in one of these, which are in order.
fn among(spans: &[Span], place: Span) -> bool {
    let next = spans.partition_point(|span| span.start <= place.start);
    next.checked_sub(1).is_some_and(|i| spans[i].holds(place))
}

/// How much a figure tells on its own.
fn worth(metric: &Metric, tier: &str, total: bool) -> u32 {
    let tier = match tier {
        "core" => 8,
        "common" => 4,
        _ => 0,
    };
    let whole = if metric.part_of.is_none() { 2 } else { 0 };
    let plain = u32::from(metric.source == Source::Text) + u32::from(metric.certain);
    let count = u32::from(matches!(metric.kind, MetricKind::Count | MetricKind::Amount));
    tier + whole + plain + count + u32::from(total)
}
