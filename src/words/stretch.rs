//! Questions to a short stretch of words, each compiled once for all that ask it.

use std::ops::Range;

use super::chars::Chars;
use super::starts;

/// The words of a place.
pub fn part<'a>(text: &'a str, place: &Range<usize>) -> &'a str {
    &text[place.start..place.end]
}

/// Whether one of these words stands in a text.
pub fn any_in(text: &str, words: &str) -> bool {
    words.split(' ').any(|word| find_word(text, word).is_some())
}

/// Where one of these words, each of which begins with an ideograph, stands in a text.
pub fn places(text: &str, words: &str) -> impl Iterator<Item = usize> {
    let mut firsts = Chars::default();
    words.split(' ').filter_map(|word| word.chars().next()).for_each(|c| firsts.add(c.into()));
    let begins = move |at: usize, c: char| firsts.may_hold(c as usize) && starts(&text[at..], words);
    text.char_indices().filter(move |&(at, c)| begins(at, c)).map(|(at, _)| at)
}

/// Where a word first stands in a short stretch: there its first character is found before a searcher is built.
pub fn find_word(text: &str, word: &str) -> Option<usize> {
    let first = word.chars().next()?;
    text.match_indices(first).map(|(at, _)| at).find(|&at| text[at..].starts_with(word))
}

/// Where a word last stands in a stretch. All that look from the end ask here: the library's own search from
/// there is a kilobyte and a half of the WebAssembly.
pub fn last_word(text: &str, word: &str) -> Option<usize> {
    let first = word.chars().next()?;
    text.rmatch_indices(first).map(|(at, _)| at).find(|&at| text[at..].starts_with(word))
}

/// The words behind the last place of a word.
pub fn behind_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    last_word(text, word).map(|at| &text[at + word.len()..])
}

/// The length of the first of these words that begins the text.
pub fn any_first(text: &str, words: &str) -> Option<usize> {
    words.split(' ').find(|word| text.starts_with(word)).map(str::len)
}

/// Whether a character is one of these.
pub fn is_one(c: char, chars: &str) -> bool {
    chars.chars().any(|own| own == c)
}

/// Where one of these characters first stands in a text.
pub fn find_one(text: &str, chars: &str) -> Option<usize> {
    text.find(|c| is_one(c, chars))
}

/// Whether a text ends with one of these characters.
pub fn ends_in(text: &str, chars: &str) -> bool {
    text.chars().next_back().is_some_and(|c| is_one(c, chars))
}

/// The words behind the last of these characters.
pub fn behind_last<'a>(text: &'a str, chars: &str) -> &'a str {
    let last = text.char_indices().rev().find(|&(_, c)| is_one(c, chars));
    last.map_or(text, |(at, c)| &text[at + c.len_utf8()..])
}
