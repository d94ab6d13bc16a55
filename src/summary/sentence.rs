//! The sentences that say most: indicators not yet told, by tier and area, for their length; as they stand.

use std::collections::BinaryHeap;
use std::ops::Range;

use crate::indicators::{AREAS, INDICATORS};
use crate::metric::Scope;
use crate::stock;
use crate::summary::{SummarySentence, Told};
use crate::words::{Stretch, Words, any_first, part};
use crate::{Decimal, Reading};

/// Characters of a sentence, on the average, that the summary may hold.
const BUDGET: usize = 80;
/// Characters of the longest and of the shortest sentence.
const LONGEST: usize = 240;
const SHORTEST: usize = 10;
/// Characters that every sentence costs beside its own: the reader's breath.
const BREATH: f32 = 1.0;

/// First words of sentences that say little by themselves.
const LEANING: &str = "其中 其余 其 此外 同时 该 上述 这 另 前者 后者 对此 为此";

/// Words of a decision.
static DECIDED: Words = Words::new("印发 出台 审议通过 制定 修订 成立");

/// A sentence that may be chosen.
struct Candidate {
    place: Range<usize>,
    characters: usize,
    /// The indicators of its own figures, each behind its area.
    indicators: Vec<(usize, usize)>,
    /// What it tells beside indicators.
    rest: f32,
    /// Whether its first words lean on the sentence before it.
    leans: bool,
    /// What it adds to those that were chosen before.
    gain: f32,
    chosen: bool,
}

/// What the chosen sentences tell already: indicators and areas by their places in the tables.
struct Known {
    indicators: Vec<bool>,
    areas: Vec<u32>,
}

/// Chooses at most `count` sentences, in the order of the text.
pub fn sentences(reading: &Reading, told: &[Option<Told>], count: usize) -> Vec<SummarySentence> {
    let mut candidates = candidates(reading, told);
    let mut known = Known { indicators: vec![false; INDICATORS.len()], areas: vec![0; AREAS.len()] };
    // What a sentence adds only shrinks while others are chosen, so an estimate that still leads is right.
    let mut heap = BinaryHeap::new();
    for (i, candidate) in candidates.iter_mut().enumerate() {
        heap.push(candidate.weigh(&known, i));
    }
    let (mut left, mut most, mut chosen) = (BUDGET.saturating_mul(count), f32::MIN_POSITIVE, 0);
    while let Some(best) = heap.pop().filter(|_| chosen < count) {
        let i = (u32::MAX - best as u32) as usize;
        let candidate = &mut candidates[i];
        let estimate = candidate.weigh(&known, i);
        if candidate.gain <= 0.0 || candidate.characters > left {
            continue;
        }
        if heap.peek().is_some_and(|next| estimate < *next) {
            heap.push(estimate);
            continue;
        }
        if is_stock(part(&reading.text.folded, &candidate.place)) {
            continue;
        }
        left -= candidate.characters;
        for &(area, indicator) in &candidate.indicators {
            known.indicators[indicator] = true;
            known.areas[area] += 1;
        }
        candidate.chosen = true;
        most = most.max(candidate.gain);
        chosen += 1;
    }
    let mut sentences = Vec::new();
    for Candidate { place, gain, .. } in candidates.into_iter().filter(|candidate| candidate.chosen) {
        sentences.push(SummarySentence {
            span: reading.text.span(place.clone()),
            text: reading.text.words(place).into_owned(),
            score: Decimal::new((gain / most * 100.0).ceil() as i64, 2).unwrap_or(Decimal::ZERO),
        });
    }
    sentences
}

impl Candidate {
    /// Notes what it adds to what is known, for its length, and gives that as a number with its own: of two that
    /// gain the same the first is greater. The bits of floats that are not negative have their order.
    fn weigh(&mut self, known: &Known, number: usize) -> u64 {
        let mut sum = self.rest;
        for (i, &(area, indicator)) in self.indicators.iter().enumerate() {
            // A sentence is too short to hold many.
            let told = self.indicators[..i].iter().any(|(_, before)| *before == indicator);
            if told || known.indicators[indicator] {
                continue;
            }
            let tier = match INDICATORS[indicator].tier {
                "core" => 1.0,
                "common" => 0.85,
                _ => 0.7,
            };
            sum += tier / (1.0 + 0.05 * known.areas[area] as f32);
        }
        let alone = if self.leans { 0.5 } else { 1.0 };
        self.gain = alone * sum / (self.characters as f32 + BREATH);
        u64::from(self.gain.to_bits()) << 32 | u64::from(u32::MAX - number as u32)
    }
}

/// The sentences of the account that hold a figure, a title or a decision, without their headings.
fn candidates(reading: &Reading, told: &[Option<Told>]) -> Vec<Candidate> {
    let (text, metrics, places) = (&reading.text, &reading.metrics, &reading.outline.places);
    let mut candidates = Vec::new();
    let (mut metric, mut title, mut heading, mut paragraph) = (0, 0, 0, 0);
    for sentence in text.sentences.iter().flat_map(|sentence| stretches(&text.folded, sentence)) {
        let end = text.span(sentence.clone()).end;
        let own = metric;
        while metrics.get(metric).is_some_and(|metric| metric.span.start < end) {
            metric += 1;
        }
        let own = own..metric;
        let titles = title;
        while text.titles.get(title).is_some_and(|title| title.start < sentence.end) {
            title += 1;
        }
        let titles = title - titles;
        while text.paragraphs.get(paragraph).is_some_and(|paragraph| paragraph.end <= sentence.start) {
            paragraph += 1;
        }
        let mut start = sentence.start;
        while let Some(place) = places.get(heading).filter(|place| place.start < sentence.end) {
            start = start.max(place.end);
            heading += 1;
        }
        let folded = &text.folded[start.min(sentence.end)..sentence.end];
        let words = folded.without_first("。:. \n");
        let place = sentence.end - words.len()..sentence.end;
        if !words.ends_with_any("。!”)?;") || !reading.chapters.account_holds(place.start) {
            continue;
        }
        let characters = words.chars().count();
        if !(SHORTEST..=LONGEST).contains(&characters)
            || words.has('\t')
            || goes_on(reading, paragraph, start)
            || own.is_empty() && titles == 0 && !DECIDED.stand_in(words)
        {
            continue;
        }
        let mut indicators = Vec::new();
        let mut rest = 0.0;
        for (metric, told) in metrics[own.clone()].iter().zip(&told[own]) {
            match told {
                Some(Told { indicator, area }) if matches!(metric.scope, Scope::Report | Scope::Since) => {
                    indicators.push((*area, *indicator));
                }
                Some(_) => {}
                None => rest += 1.0,
            }
        }
        let rest = 0.05 * rest + 0.1 * titles.min(2) as f32;
        let leans = any_first(words, LEANING).is_some();
        candidates.push(Candidate { place, characters, indicators, rest, leans, gain: 0.0, chosen: false });
    }
    candidates
}

/// A sentence, or what semicolons part of one that is too long.
fn stretches(folded: &str, sentence: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let words = &folded[sentence.clone()];
    let long = words.chars().nth(LONGEST).is_some();
    let mut end = sentence.start;
    words.split_inclusive(move |c| long && c == ';').map(move |words| {
        end += words.len();
        end - words.len()..end
    })
}

/// Whether a paragraph's first sentence begins in the one above, as where a page was broken.
fn goes_on(reading: &Reading, paragraph: usize, start: usize) -> bool {
    let (text, outline) = (&reading.text, &reading.outline);
    if paragraph == 0 || start != text.paragraphs[paragraph].start {
        return false;
    }
    let above = &text.paragraphs[paragraph - 1];
    let words = part(&text.folded, above);
    let ended = words.ends_with_any("。!?:;”)") || words.chars().nth(29).is_none();
    let alone = outline.begins(above.start).is_some_and(|i| outline.places[i].end == above.end);
    !ended && !alone
}

/// Whether a sentence is stock phrases for the better part.
fn is_stock(words: &str) -> bool {
    let mut stock = 0;
    for phrase in stock::phrases(words) {
        stock += phrase.len();
    }
    stock * 5 > words.len() * 3
}
