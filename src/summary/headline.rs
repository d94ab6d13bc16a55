//! The figures to show first: core indicators, totals before parts, of as many areas as there are.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::indicators::{self, AREAS, MetricKind};
use crate::metric::{Metric, Scope, Source};
use crate::order::{pair, sort_by};
use crate::{Id, Reading, Span};

/// How many figures are shown first.
const COUNT: usize = 8;

/// Chooses them, in the order of the text.
pub fn headline(reading: &Reading) -> Vec<Id> {
    let totals: FxHashSet<Id> = reading.metrics.iter().filter_map(|metric| metric.part_of).collect();
    let shortcomings = reading.chapters.shortcomings.iter();
    let shortcomings: Vec<Span> =
        shortcomings.map(|chapter| reading.text.span(chapter.place.clone())).collect();
    // The best figure of each indicator, by area.
    let mut best: FxHashMap<&str, FxHashMap<&str, (u32, &Metric)>> = FxHashMap::default();
    for metric in reading.metrics.iter().filter(|metric| metric.scope == Scope::Report) {
        let (Some(area), Some(indicator)) = (metric.area, metric.indicator) else { continue };
        if metric.kind == MetricKind::Change || among(&shortcomings, metric.span) {
            continue;
        }
        let worth = worth(metric, indicator, totals.contains(&metric.id));
        let known = best.entry(area).or_default().entry(indicator).or_insert((worth, metric));
        if known.0 < worth {
            *known = (worth, metric);
        }
    }
    let mut by_area: Vec<Vec<(u32, &Metric)>> = AREAS
        .iter()
        .filter_map(|area| best.remove(area.id))
        .map(|indicators| {
            let mut figures: Vec<_> = indicators.into_values().collect();
            sort_by(&mut figures, rank);
            figures
        })
        .collect();
    // One of each area, the best first, then the next of each.
    let mut chosen = Vec::with_capacity(COUNT);
    while chosen.len() < COUNT {
        let mut round: Vec<_> =
            by_area.iter_mut().filter(|figures| !figures.is_empty()).map(|f| f.remove(0)).collect();
        if round.is_empty() {
            break;
        }
        sort_by(&mut round, rank);
        chosen.extend(round.into_iter().map(|(_, metric)| metric.id).take(COUNT - chosen.len()));
    }
    sort_by(&mut chosen, |id| id.index() as u64);
    chosen
}

/// The best first, then in the order of the text.
fn rank(&(worth, metric): &(u32, &Metric)) -> u64 {
    pair((u32::MAX - worth) as usize, metric.id.index())
}

/// Whether a place stands in one of these, which are in order.
fn among(spans: &[Span], place: Span) -> bool {
    let next = spans.partition_point(|span| span.start <= place.start);
    next.checked_sub(1).is_some_and(|i| spans[i].holds(place))
}

/// How much a figure tells on its own.
fn worth(metric: &Metric, indicator: &str, total: bool) -> u32 {
    let tier = match indicators::indicator(indicator).map(|indicator| indicator.tier) {
        Some("core") => 8,
        Some("common") => 4,
        _ => 0,
    };
    let whole = if metric.part_of.is_none() { 2 } else { 0 };
    let plain = u32::from(metric.source == Source::Text) + u32::from(metric.certain);
    let count = u32::from(matches!(metric.kind, MetricKind::Count | MetricKind::Amount));
    tier + whole + plain + count + u32::from(total)
}
