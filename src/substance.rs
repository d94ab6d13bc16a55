//! How much a text says: its figures, its shortcomings, its stock phrases, its empty sentences.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Serialize;

use crate::data;
use crate::words::Trie;
use crate::{Decimal, Reading};

/// How much a text says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Substance {
    /// Figures to a thousand characters.
    pub figures_per_thousand: Decimal,
    /// The share of the characters that tells shortcomings and their causes, 0 to 1.
    pub shortcomings_share: Decimal,
    /// The share of the characters in stock phrases, 0 to 1.
    pub boilerplate_share: Decimal,
    /// Sentences without figure, title, act or place.
    pub empty_sentences: u32,
}

/// Bytes between the beginning of a stock phrase and its end, at most.
const GAP: usize = 120;

/// The stock phrases: their beginnings by number, and the ends that may follow each.
struct Phrases {
    beginnings: Trie,
    ends: Vec<Vec<&'static str>>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut words: Vec<&str> = Vec::new();
    let mut ends: Vec<Vec<&str>> = Vec::new();
    for mut row in data::rows(include_str!("data/stock_phrases.tsv")) {
        let (Some(word), Some(end)) = (row.next(), row.next()) else { continue };
        // The rows are sorted, so those of one beginning follow each other.
        if words.last() != Some(&word) {
            words.push(word);
            ends.push(Vec::new());
        }
        ends.last_mut().expect("a word was pushed").push(end);
    }
    Phrases { beginnings: Trie::new(words.iter().map(|word| word.chars()).zip(0..)), ends }
});

/// Words of somebody who did one thing, and of somewhere.
static CONCRETE: LazyLock<Trie> = LazyLock::new(|| {
    Trie::new(data::lines(include_str!("data/concrete_words.tsv")).map(str::chars).zip(0..))
});

/// Where a sentence holds stock phrases, in order, none touching another.
pub(crate) fn stock(sentence: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    PHRASES.beginnings.find(sentence, |start, end, number| {
        let reach = &sentence[end..sentence.floor_char_boundary(end + GAP)];
        let ends = PHRASES.ends[usize::from(number)].iter();
        let last = ends.filter_map(|word| {
            if *word == "-" { Some(end) } else { reach.find(word).map(|at| end + at + word.len()) }
        });
        let Some(end) = last.max() else { return };
        match found.last_mut().filter(|last| start <= last.end) {
            Some(last) => last.end = last.end.max(end),
            None => found.push(start..end),
        }
    });
    found
}

/// Measures how much the text says.
#[must_use]
pub fn substance(reading: &Reading) -> Substance {
    let text = &reading.text;
    let all = text.characters;
    let shortcomings = &reading.chapters.shortcomings;
    let shortcomings =
        shortcomings.iter().map(|chapter| text.characters_in(chapter.place.clone()) as usize).sum();
    let (mut stocked, mut empty) = (0, 0);
    let mut metrics = reading.metrics.iter().peekable();
    let mut titles = text.titles.iter().peekable();
    for sentence in &text.sentences {
        let end = text.span(sentence.clone()).end;
        let mut told = false;
        while metrics.next_if(|metric| metric.span.start < end).is_some() {
            told = true;
        }
        while titles.next_if(|title| title.start < sentence.end).is_some() {
            told = true;
        }
        let words = &text.folded[sentence.clone()];
        stocked += stock(words).iter().map(|place| words[place.clone()].chars().count()).sum::<usize>();
        empty += u32::from(!told && is_sentence(words) && !is_concrete(words));
    }
    let share = |part: usize, digits| {
        Decimal::whole(part as i64).over(Decimal::whole(all.into()), digits).unwrap_or(Decimal::ZERO)
    };
    Substance {
        figures_per_thousand: share(reading.metrics.len() * 1000, 1),
        shortcomings_share: share(shortcomings, 3),
        boilerplate_share: share(stocked, 3),
        empty_sentences: empty,
    }
}

/// Headings, names and dates end with no stop.
fn is_sentence(words: &str) -> bool {
    words.ends_with(['。', '!', '?', ';', '”'])
}

fn is_concrete(words: &str) -> bool {
    let mut concrete = false;
    CONCRETE.find(words, |_, _, _| concrete = true);
    concrete
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stock_phrases_are_words_or_a_beginning_and_an_end() {
        let words = "坚持以新思想为指导,扎实推进改革,为发展提供有力法治保障。";
        let found: Vec<_> = stock(words).into_iter().map(|place| &words[place]).collect();
        assert_eq!(found, ["坚持以新思想为指导", "扎实推进", "为发展提供有力法治保障"]);
        assert!(stock("拆除违章建筑17处。").is_empty());
    }
}
