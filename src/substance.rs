//! How much a text says: its figures, its shortcomings, its stock phrases, its empty sentences.

use std::sync::LazyLock;

use serde::Serialize;

use crate::data;
use crate::stock;
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

/// Words of somebody who did one thing, and of somewhere.
static CONCRETE: LazyLock<Trie> =
    LazyLock::new(|| Trie::numbered(&mut data::lines(include_str!("data/concrete_words.tsv")).zip(0..)));

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
        stocked +=
            stock::phrases(words).iter().map(|place| words[place.clone()].chars().count()).sum::<usize>();
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
