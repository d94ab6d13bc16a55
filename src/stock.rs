//! Set phrases of the genre, which say nothing of one place or year.

use std::ops::Range;
use std::sync::LazyLock;

use crate::data;
use crate::words::Trie;

/// Bytes between the beginning of a stock phrase and its end, at most.
const GAP: usize = 120;

/// The stock phrases: their beginnings by number, and the ends that may follow each.
struct Phrases {
    beginnings: Trie,
    ends: Vec<Vec<&'static str>>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let rows = || data::rows(include_str!("data/stock_phrases.tsv"));
    let words = rows().filter_map(|mut row| row.next());
    Phrases {
        beginnings: Trie::numbered(&mut words.zip(0..)),
        ends: rows().filter_map(|row| Some(row.last()?.split(' ').collect())).collect(),
    }
});

/// Where a sentence holds them, in order, none touching another.
pub fn phrases(sentence: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    PHRASES.beginnings.find(sentence, |start, end, number| {
        let reach = &sentence[end..sentence.floor_char_boundary(end + GAP)];
        let reach = reach.split([',', ';', ':', '。']).next().unwrap_or(reach);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stock_phrases_are_words_or_a_beginning_and_an_end() {
        let words = "坚持以新思想为指导,扎实推进改革,为发展提供有力法治保障。";
        let found: Vec<_> = phrases(words).into_iter().map(|place| &words[place]).collect();
        assert_eq!(found, ["坚持以新思想为指导", "扎实推进", "为发展提供有力法治保障"]);
        assert!(phrases("拆除违章建筑17处。").is_empty());
    }
}
