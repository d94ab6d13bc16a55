//! How much a text says: its figures, its shortcomings, its stock phrases, its empty sentences.

use std::sync::LazyLock;

use serde::Serialize;

use crate::data;
use crate::stock;
use crate::words::{Stretch, Trie, part};
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
static CONCRETE: LazyLock<Trie> = LazyLock::new(|| Trie::of_lines(data::table!("data/concrete_words.tsv")));

/// Measures how much the text says.
#[must_use]
pub fn substance(reading: &Reading) -> Substance {
    let text = &reading.text;
    let all = text.characters;
    let mut shortcomings = 0;
    for chapter in &reading.chapters.shortcomings {
        shortcomings += text.characters_in(chapter.place.clone()) as usize;
    }
    let (mut stocked, mut empty) = (0, 0);
    let (mut metric, mut title) = (0, 0);
    for sentence in &text.sentences {
        let end = text.span(sentence.clone()).end;
        let before = (metric, title);
        while reading.metrics.get(metric).is_some_and(|metric| metric.span.start < end) {
            metric += 1;
        }
        while text.titles.get(title).is_some_and(|title| title.start < sentence.end) {
            title += 1;
        }
        let words = part(&text.folded, sentence);
        for place in stock::phrases(words) {
            stocked += words[place].chars().count();
        }
        empty += u32::from(before == (metric, title) && is_sentence(words) && !is_concrete(words));
    }
    let share = |some: usize, digits| {
        Decimal::whole(some as i64).over(Decimal::whole(all.into()), digits).unwrap_or(Decimal::ZERO)
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
    words.ends_with_any("。!?;”")
}

fn is_concrete(words: &str) -> bool {
    let mut concrete = false;
    CONCRETE.find(words, |_, _, _| concrete = true);
    concrete
}
