//! Set phrases of the genre, which say nothing of one place or year.

use std::ops::Range;
use std::sync::LazyLock;

use crate::data;
use crate::words::{Stretch, Trie, find_word};

/// Bytes between the beginning of a stock phrase and its end, at most.
const GAP: usize = 120;

/// The stock phrases: their beginnings by number, and the ends that may follow each, between blanks.
struct Phrases {
    beginnings: Trie,
    ends: Vec<&'static str>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let (mut words, mut all) = (Vec::new(), Vec::new());
    for [beginning, ends, ..] in data::rows(data::table!("data/stock_phrases.tsv")) {
        words.push((beginning, all.len() as u16));
        all.push(ends);
    }
    Phrases { beginnings: Trie::of(&words), ends: all }
});

/// Where a sentence holds them, in order, none touching another.
pub fn phrases(sentence: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    PHRASES.beginnings.find(sentence, |start, end, number| {
        let Some(end) = end_of(sentence, end, PHRASES.ends[usize::from(number)]) else { return };
        match found.last_mut().filter(|last| start <= last.end) {
            Some(last) => last.end = last.end.max(end),
            None => found.push(start..end),
        }
    });
    found
}

/// Where a phrase ends whose beginning ends here: behind the last of its ends in the clause; `-` stands for none.
fn end_of(sentence: &str, beginning: usize, ends: &str) -> Option<usize> {
    if ends == "-" {
        return Some(beginning);
    }
    let reach = &sentence[beginning..sentence.floor_char_boundary(beginning + GAP)];
    let reach = &reach[..reach.first_of(",;:。").unwrap_or(reach.len())];
    let mut last = None;
    for word in ends.split(' ') {
        let len = if word == "-" { Some(0) } else { find_word(reach, word).map(|at| at + word.len()) };
        last = last.max(len);
    }
    last.map(|len| beginning + len)
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
