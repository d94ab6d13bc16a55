//! The case: what was read, and the words around each figure as the rules ask for them.

use std::borrow::Cow;
use std::ops::Range;

use crate::audit::amount;
use crate::fold::as_read;
use crate::indicators::MetricKind;
use crate::metric::{Metric, Source};
use crate::outline::Outline;
use crate::quantity::leading_year;
use crate::words::{Stretch, Words};
use crate::{Decimal, Locale, Reading, Span};

/// How many figures back or ahead a rule looks at most: longer lists are no sentences.
pub const REACH: usize = 40;

/// Bytes around a figure that a rule looks at: longer sentences are tables run flat.
const AROUND: usize = 2400;

/// What was read, seen from its figures.
pub struct Case<'a> {
    /// What was read.
    pub reading: &'a Reading<'a>,
    /// The language of messages.
    pub locale: Locale,
    /// Where each figure stands in the folded text.
    places: Vec<Range<usize>>,
    /// Where each figure's sentence stands in the folded text.
    sentences: Vec<Range<usize>>,
    /// Where each figure's paragraph begins in the folded text.
    paragraphs: Vec<usize>,
    /// The label of each figure, as it is read.
    labels: Vec<Cow<'a, str>>,
    /// The words before each figure, as [`Case::lead`] gives them.
    leads: Vec<&'a str>,
}

/// Words that pair figures with what stands before them.
pub static ONE_BY_ONE: Words = Words::new("分别 依次 各占");

/// Characters that end a clause.
pub const STOPS: &str = ",;:。!?\t\n";

impl<'a> Case<'a> {
    /// Sees a reading from its figures.
    pub fn new(reading: &'a Reading<'a>, locale: Locale) -> Self {
        let text = &reading.text;
        let places: Vec<_> = reading.metrics.iter().map(|metric| text.place(metric.span)).collect();
        let mut sentences: Vec<Range<usize>> = Vec::with_capacity(places.len());
        for (i, metric) in reading.metrics.iter().enumerate() {
            let same = i.checked_sub(1).filter(|&last| reading.metrics[last].sentence == metric.sentence);
            sentences.push(same.map_or_else(|| text.place(metric.sentence), |last| sentences[last].clone()));
        }
        let mut paragraphs = text.paragraphs.iter().peekable();
        let mut start = 0;
        let paragraph = |place: &Range<usize>| {
            while let Some(next) = paragraphs.next_if(|next| next.start <= place.start) {
                start = next.start;
            }
            start
        };
        let paragraphs = places.iter().map(paragraph).collect();
        let mut last = 0;
        let lead = |(place, sentence): (&Range<usize>, &Range<usize>)| {
            let start = sentence.start.max(last).min(place.start);
            last = place.end;
            let words = text.folded.get(start..place.start).unwrap_or_default();
            words.behind_any(STOPS)
        };
        let leads = places.iter().zip(&sentences).map(lead).collect();
        let labels = reading.metrics.iter().map(|metric| as_read(&metric.label)).collect();
        Self { reading, locale, places, sentences, paragraphs, labels, leads }
    }

    /// The figures.
    pub fn metrics(&self) -> &'a [Metric<'a>] {
        &self.reading.metrics
    }

    /// A figure.
    pub fn metric(&self, i: usize) -> &'a Metric<'a> {
        &self.reading.metrics[i]
    }

    /// What a figure measures, in words as they are read.
    pub fn label(&self, i: usize) -> &str {
        &self.labels[i]
    }

    /// The headings.
    pub fn outline(&self) -> &'a Outline {
        &self.reading.outline
    }

    /// The folded text.
    pub fn folded(&self) -> &'a str {
        &self.reading.text.folded
    }

    /// Words of the folded text.
    pub fn words(&self, place: Range<usize>) -> &'a str {
        self.reading.text.folded.get(place).unwrap_or_default()
    }

    /// Where a figure stands in the folded text.
    pub fn place(&self, i: usize) -> Range<usize> {
        self.places[i].clone()
    }

    /// The words between two figures.
    pub fn gap(&self, i: usize, j: usize) -> &'a str {
        self.words(self.places[i].end..self.places[j].start)
    }

    /// Whether two figures stand in one sentence.
    pub fn together(&self, i: usize, j: usize) -> bool {
        self.metric(i).sentence == self.metric(j).sentence
    }

    /// The figures of the same sentence, not farther than a rule looks.
    pub fn sentence(&self, i: usize) -> Range<usize> {
        self.near(i, |j| self.together(i, j))
    }

    /// The figures of the same paragraph, not farther than a rule looks.
    pub fn paragraph(&self, i: usize) -> Range<usize> {
        self.near(i, |j| self.paragraphs[i] == self.paragraphs[j])
    }

    fn near(&self, i: usize, holds: impl Fn(usize) -> bool) -> Range<usize> {
        let before = (0..i).rev().take(REACH).take_while(|&j| holds(j)).count();
        let behind = (i + 1..self.places.len()).take(REACH).take_while(|&j| holds(j)).count();
        i - before..i + behind + 1
    }

    /// The words of the sentence before a figure, as far as its clause and no other figure go.
    pub fn lead(&self, i: usize) -> &'a str {
        self.leads[i]
    }

    /// Whether two places stand in paragraphs that open with years of their own: 2005年,受理63件.
    pub fn in_other_years(&self, a: usize, b: usize) -> bool {
        let opening = |at: usize| {
            let paragraphs = &self.reading.text.paragraphs;
            let own = paragraphs.get(paragraphs.partition_point(|paragraph| paragraph.end <= at))?;
            leading_year(self.words(own.clone())).map(|(year, _)| year)
        };
        opening(a).zip(opening(b)).is_some_and(|(a, b)| a != b)
    }

    /// The words of the figure's paragraph before it.
    pub fn paragraph_before(&self, i: usize) -> &'a str {
        self.near_words(i, self.paragraphs[i]..self.places[i].start)
    }

    /// The words behind a figure, to the next stop or figure.
    pub fn rest(&self, i: usize) -> &'a str {
        let next = self.places.get(i + 1).map_or(self.reading.text.folded.len(), |next| next.start);
        let words = self.words(self.places[i].end..next);
        words.up_to_any(",;:。!?\t\n、()")
    }

    /// The words of the sentence of a figure.
    pub fn sentence_of(&self, i: usize) -> &'a str {
        self.near_words(i, self.sentences[i].clone())
    }

    /// The figures beside one in its sentence of which this holds, itself among them.
    pub fn run(&self, i: usize, is: impl Fn(usize) -> bool) -> Range<usize> {
        let sentence = self.sentence(i);
        let before = (sentence.start..i).rev().take_while(|&j| is(j)).count();
        let behind = (i + 1..sentence.end).take_while(|&j| is(j)).count();
        i - before..i + 1 + behind
    }

    /// The words of its sentence behind a figure.
    pub fn behind(&self, i: usize) -> &'a str {
        self.near_words(i, self.places[i].end..self.sentences[i].end)
    }

    /// Words around a figure, no more of them than a sentence or a paragraph has.
    fn near_words(&self, i: usize, place: Range<usize>) -> &'a str {
        let folded = &self.reading.text.folded;
        let from = folded.floor_char_boundary(self.places[i].start.saturating_sub(AROUND));
        let to = folded.floor_char_boundary(folded.len().min(self.places[i].end + AROUND));
        self.words(place.start.max(from)..place.end.min(to))
    }

    /// The sum of figures; `None` where it grows out of range.
    pub fn sum(&self, figures: &[usize]) -> Option<Decimal> {
        figures.iter().try_fold(Decimal::ZERO, |sum, &i| sum.plus(self.metric(i).value))
    }

    /// Whether a figure counts things or money, in figures.
    pub fn is_counted(&self, i: usize) -> bool {
        let metric = self.metric(i);
        matches!(metric.kind, MetricKind::Count | MetricKind::Amount) && metric.source != Source::Words
    }

    /// Whether two figures count the same kind of thing: one unit, both counted.
    pub fn alike(&self, i: usize, j: usize) -> bool {
        let (a, b) = (self.metric(i), self.metric(j));
        a.unit == b.unit && a.kind == b.kind && a.source != Source::Words && b.source != Source::Words
    }

    /// Whether all figures say their values without 约, 余, 超 and the like.
    pub fn exact(&self, figures: &[usize]) -> bool {
        figures.iter().all(|&i| amount::is_exact(self.metric(i)))
    }

    /// A figure as it is told of: its words and what it measures.
    pub fn told(&self, i: usize) -> String {
        let metric = self.metric(i);
        let words: String = metric.text.chars().filter(|c| !c.is_whitespace()).collect();
        if self.words(self.place(i).end..self.place(i).end + metric.label.len()) == metric.label {
            return words + &metric.label;
        }
        format!("{}{words}", metric.label)
    }

    /// The spans of figures.
    pub fn spans(&self, figures: &[usize]) -> Vec<Span> {
        figures.iter().map(|&i| self.metric(i).span).collect()
    }
}
