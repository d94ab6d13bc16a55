//! The sentences that say most: indicators not yet told, by tier and area, for their length; as they stand.

use std::collections::BinaryHeap;
use std::ops::Range;

use crate::indicators::{self, AREAS, INDICATORS};
use crate::metric::{Metric, Scope};
use crate::stock;
use crate::summary::SummarySentence;
use crate::{Decimal, Reading};

/// Characters of a sentence, on the average, that the summary may hold.
const BUDGET: usize = 80;
/// Characters of the longest and of the shortest sentence.
const LONGEST: usize = 240;
const SHORTEST: usize = 10;
/// Characters that every sentence costs beside its own: the reader's breath.
const BREATH: f32 = 1.0;

/// First words of sentences that say little by themselves.
const LEANING: &[&str] =
    &["其中", "其余", "其", "此外", "同时", "该", "上述", "这", "另", "前者", "后者", "对此", "为此"];

/// A sentence that may be chosen.
struct Candidate<'a> {
    place: Range<usize>,
    characters: usize,
    metrics: &'a [Metric<'a>],
    /// What it tells beside indicators.
    rest: f32,
    /// Whether its first words lean on the sentence before it.
    leans: bool,
}

/// What the chosen sentences tell already: indicators and areas by their places in the tables.
struct Told {
    indicators: Vec<bool>,
    areas: Vec<u32>,
}

/// Chooses at most `count` sentences, in the order of the text.
pub fn sentences(reading: &Reading, count: u32) -> Vec<SummarySentence> {
    let candidates = candidates(reading);
    let mut told = Told { indicators: vec![false; INDICATORS.len()], areas: vec![0; AREAS.len()] };
    // What a sentence adds only shrinks while others are chosen, so an estimate that still leads is right.
    let mut heap: BinaryHeap<u64> =
        candidates.iter().enumerate().map(|(i, candidate)| estimate(candidate.gain(&told), i)).collect();
    let mut left = BUDGET.saturating_mul(count as usize);
    let mut gains: Vec<f32> = vec![0.0; candidates.len()];
    let mut chosen = 0;
    while let Some(best) = heap.pop().filter(|_| chosen < count) {
        let i = (u32::MAX - best as u32) as usize;
        let candidate = &candidates[i];
        let gain = candidate.gain(&told);
        if gain <= 0.0 || candidate.characters > left {
            continue;
        }
        if heap.peek().is_some_and(|next| estimate(gain, i) < *next) {
            heap.push(estimate(gain, i));
            continue;
        }
        if is_stock(&reading.text.folded[candidate.place.clone()]) {
            continue;
        }
        left -= candidate.characters;
        for (area, indicator) in candidate.indicators() {
            told.indicators[indicator] = true;
            told.areas[area] += 1;
        }
        gains[i] = gain;
        chosen += 1;
    }
    let most = gains.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    let quoted = |(candidate, gain): (Candidate, f32)| SummarySentence {
        span: reading.text.span(candidate.place.clone()),
        text: reading.text.words(candidate.place).into_owned(),
        score: Decimal::new((gain / most * 100.0).ceil() as i64, 2).unwrap_or(Decimal::ZERO),
    };
    candidates.into_iter().zip(gains).filter(|(_, gain)| *gain > 0.0).map(quoted).collect()
}

/// A gain and whose it is as a number: of two that gain the same the first is greater. The bits of floats that are
/// not negative have their order.
fn estimate(gain: f32, candidate: usize) -> u64 {
    u64::from(gain.to_bits()) << 32 | u64::from(u32::MAX - candidate as u32)
}

impl<'a> Candidate<'a> {
    /// The indicators of its own figures, each behind its area.
    fn indicators(&self) -> impl Iterator<Item = (usize, usize)> + use<'a> {
        let own = |metric: &&Metric| matches!(metric.scope, Scope::Report | Scope::Since);
        self.metrics.iter().filter(own).filter_map(|metric| {
            Some((indicators::area_place(metric.area?)?, indicators::place(metric.indicator?)?))
        })
    }

    /// What it adds to what is told, for its length.
    fn gain(&self, told: &Told) -> f32 {
        let mut sum = self.rest;
        let mut here: Vec<usize> = Vec::new();
        for (area, indicator) in self.indicators() {
            // A sentence is too short to hold many.
            if told.indicators[indicator] || here.contains(&indicator) {
                continue;
            }
            here.push(indicator);
            let tier = match INDICATORS[indicator].tier {
                "core" => 1.0,
                "common" => 0.85,
                _ => 0.7,
            };
            sum += tier / (1.0 + 0.05 * told.areas[area] as f32);
        }
        let alone = if self.leans { 0.5 } else { 1.0 };
        alone * sum / (self.characters as f32 + BREATH)
    }
}

/// The sentences of the account that hold a figure, a title or a decision, without their headings.
fn candidates<'a>(reading: &'a Reading) -> Vec<Candidate<'a>> {
    let (text, metrics) = (&reading.text, &reading.metrics[..]);
    let mut candidates = Vec::new();
    let (mut metric, mut title, mut heading, mut paragraph) = (0, 0, 0, 0);
    for sentence in &text.sentences {
        let end = text.span(sentence.clone()).end;
        let first = metric;
        metric += metrics[metric..].iter().take_while(|m| m.span.start < end).count();
        let own = &metrics[first..metric];
        let titles = text.titles[title..].iter().take_while(|t| t.start < sentence.end).count();
        title += titles;
        paragraph += text.paragraphs[paragraph..].iter().take_while(|p| p.end <= sentence.start).count();
        let mut start = sentence.start;
        while let Some(place) = reading.outline.places.get(heading).filter(|place| place.start < sentence.end)
        {
            start = start.max(place.end);
            heading += 1;
        }
        let folded = &text.folded[start.min(sentence.end)..sentence.end];
        let words = folded.trim_start_matches(['。', ':', '.', ' ', '\n']);
        let place = sentence.end - words.len()..sentence.end;
        let characters = words.chars().count();
        let decided =
            || ["印发", "出台", "审议通过", "制定", "修订", "成立"].iter().any(|word| words.contains(word));
        let says = !own.is_empty() || titles > 0 || decided();
        let fits = (SHORTEST..=LONGEST).contains(&characters) && words.ends_with(['。', '!', '”', ')', '?']);
        if !says
            || !fits
            || words.contains('\t')
            || !reading.chapters.account_holds(place.start)
            || goes_on(reading, paragraph, start)
        {
            continue;
        }
        let unnamed = own.iter().filter(|metric| metric.indicator.is_none()).count();
        let rest = 0.05 * unnamed as f32 + 0.1 * titles.min(2) as f32;
        let leans = LEANING.iter().any(|word| words.starts_with(word));
        candidates.push(Candidate { place, characters, metrics: own, rest, leans });
    }
    candidates
}

/// Whether a paragraph's first sentence begins in the one above, as where a page was broken.
fn goes_on(reading: &Reading, paragraph: usize, start: usize) -> bool {
    let (text, outline) = (&reading.text, &reading.outline);
    let Some(above) = paragraph.checked_sub(1).map(|above| text.paragraphs[above].clone()) else {
        return false;
    };
    let words = &text.folded[above.clone()];
    let ended = words.ends_with(['。', '!', '?', ':', ';', '”', ')']) || words.chars().count() < 30;
    let heading = outline.places.binary_search_by_key(&above.start, |place| place.start);
    let alone = heading.is_ok_and(|i| outline.places[i].end == above.end);
    start == text.paragraphs[paragraph].start && !ended && !alone
}

/// Whether a sentence is stock phrases for the better part.
fn is_stock(words: &str) -> bool {
    let stock: usize = stock::phrases(words).iter().map(ExactSizeIterator::len).sum();
    stock * 5 > words.len() * 3
}
