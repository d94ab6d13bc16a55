//! The figures to show first: core indicators, totals before parts, of as many areas as there are.

use crate::indicators::{self, AREAS, INDICATORS, MetricKind};
use crate::metric::{Metric, Scope, Source};
use crate::{Id, Reading, Span};

/// How many figures are shown first.
const COUNT: usize = 8;

/// Chooses them, in the order of the text.
pub fn headline(reading: &Reading) -> Vec<Id> {
    let mut best = best(reading);
    let mut shown = vec![0_u32; AREAS.len()];
    let mut chosen: Vec<Id> = Vec::with_capacity(COUNT);
    // Of the areas shown least the figure of most worth, of those the first.
    while chosen.len() < COUNT {
        let next = best.iter().enumerate().filter_map(|(i, figure)| {
            let (worth, metric) = (*figure)?;
            let area = metric.area.and_then(indicators::area_place)?;
            Some((shown[area], u32::MAX - worth, metric.id, i, area))
        });
        let Some((_, _, id, indicator, area)) = next.min() else { break };
        best[indicator] = None;
        shown[area] += 1;
        let at = chosen.partition_point(|other| *other < id);
        chosen.insert(at, id);
    }
    chosen
}

/// The figure of most worth of each indicator, in the order of the table.
fn best<'a>(reading: &'a Reading<'a>) -> Vec<Option<(u32, &'a Metric<'a>)>> {
    let mut is_total = vec![false; reading.metrics.len()];
    for total in reading.metrics.iter().filter_map(|metric| metric.part_of) {
        is_total[total.index()] = true;
    }
    let shortcomings = reading.chapters.shortcomings.iter();
    let shortcomings: Vec<Span> =
        shortcomings.map(|chapter| reading.text.span(chapter.place.clone())).collect();
    let mut best: Vec<Option<(u32, &Metric)>> = vec![None; INDICATORS.len()];
    for metric in reading.metrics.iter().filter(|metric| metric.scope == Scope::Report) {
        let Some(indicator) = metric.indicator.and_then(indicators::place) else { continue };
        if metric.kind == MetricKind::Change || among(&shortcomings, metric.span) {
            continue;
        }
        let worth = worth(metric, INDICATORS[indicator].tier, is_total[metric.id.index()]);
        if best[indicator].is_none_or(|(known, _)| known < worth) {
            best[indicator] = Some((worth, metric));
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
