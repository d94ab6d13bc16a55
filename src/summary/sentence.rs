//! The sentences that say most: indicators not yet told, by tier and area, for their length; as they stand.

use std::collections::BinaryHeap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::indicators;
use crate::metric::{Metric, Scope};
use crate::order::sort_by;
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

/// What the chosen sentences tell already.
#[derive(Default)]
struct Told<'a> {
    indicators: FxHashSet<&'a str>,
    areas: FxHashMap<&'a str, u32>,
}

/// Chooses at most `count` sentences, in the order of the text.
pub fn sentences(reading: &Reading, count: u32) -> Vec<SummarySentence> {
    let candidates = candidates(reading);
    let mut told = Told::default();
    // What a sentence adds only shrinks while others are chosen, so an estimate that still leads is right.
    let mut heap: BinaryHeap<(u32, std::cmp::Reverse<usize>)> = candidates
        .iter()
        .enumerate()
        .map(|(i, candidate)| (rank(candidate.gain(&told)), std::cmp::Reverse(i)))
        .collect();
    let mut left = BUDGET.saturating_mul(count as usize);
    let mut chosen: Vec<(usize, f32)> = Vec::new();
    while let Some((estimate, std::cmp::Reverse(i))) = heap.pop().filter(|_| chosen.len() < count as usize) {
        let candidate = &candidates[i];
        let gain = candidate.gain(&told);
        if gain <= 0.0 || candidate.characters > left {
            continue;
        }
        if rank(gain) < estimate && heap.peek().is_some_and(|(next, _)| rank(gain) < *next) {
            heap.push((rank(gain), std::cmp::Reverse(i)));
            continue;
        }
        if is_stock(&reading.text.folded[candidate.place.clone()]) {
            continue;
        }
        left -= candidate.characters;
        for (area, indicator) in candidate.indicators() {
            told.indicators.insert(indicator);
            *told.areas.entry(area).or_default() += 1;
        }
        chosen.push((i, gain));
    }
    let most = chosen.iter().map(|(_, gain)| *gain).fold(f32::MIN_POSITIVE, f32::max);
    sort_by(&mut chosen, |&(i, _)| i as u64);
    let quoted = |(i, gain): (usize, f32)| {
        let place = candidates[i].place.clone();
        let score = Decimal::new((gain / most * 100.0).round() as i64, 2).unwrap_or(Decimal::ZERO);
        SummarySentence {
            span: reading.text.span(place.clone()),
            text: reading.text.words(place).into_owned(),
            score,
        }
    };
    chosen.into_iter().map(quoted).collect()
}

/// A gain as a whole number, since floats have no order: the bits of those that are not negative have theirs.
fn rank(gain: f32) -> u32 {
    gain.to_bits()
}

impl<'a> Candidate<'a> {
    /// The indicators of its own figures with their areas.
    fn indicators(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let own = |metric: &&Metric| matches!(metric.scope, Scope::Report | Scope::Since);
        self.metrics.iter().filter(own).filter_map(|metric| Some((metric.area?, metric.indicator?)))
    }

    /// What it adds to what is told, for its length.
    fn gain(&self, told: &Told) -> f32 {
        let mut sum = self.rest;
        let mut here: Vec<&str> = Vec::new();
        for (area, indicator) in self.indicators() {
            if told.indicators.contains(indicator) || here.contains(&indicator) {
                continue;
            }
            // A sentence of a hundred figures is too long to be chosen.
            here.push(indicator);
            let fresh = 1.0 / (1.0 + 0.05 * told.areas.get(area).copied().unwrap_or(0) as f32);
            sum += tier(indicator) * fresh;
        }
        let alone = if self.leans { 0.5 } else { 1.0 };
        alone * sum / (self.characters as f32 + BREATH)
    }
}

fn tier(indicator: &str) -> f32 {
    match indicators::indicator(indicator).map(|indicator| indicator.tier) {
        Some("core") => 1.0,
        Some("common") => 0.85,
        _ => 0.7,
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
