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

/// Where a word first stands in a short stretch.
pub fn find_word(text: &str, word: &str) -> Option<usize> {
    each_word(text, word).next()
}

/// Every place of a word in a short stretch: its first character is found there before a searcher would be built.
pub fn each_word(text: &str, word: &str) -> impl Iterator<Item = usize> {
    let first = word.chars().next().unwrap_or_default();
    text.match_indices(first).map(|(at, _)| at).filter(move |&at| text[at..].starts_with(word))
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

/// The last two characters of words, which mostly say what they name.
pub fn last_two(words: &str) -> Option<&str> {
    words.char_indices().rev().nth(1).map(|(at, _)| &words[at..])
}

/// The length of the first of these words that begins the text.
pub fn any_first(text: &str, words: &str) -> Option<usize> {
    words.split(' ').find(|word| text.starts_with(word)).map(str::len)
}

/// Whether a character is one of these.
pub fn is_one(c: char, chars: &str) -> bool {
    chars.chars().any(|own| own == c)
}

/// Questions to a stretch about a word, about one of several characters, or about digits. The library's own answers
/// are compiled anew for every number of characters and for every closure, and for a word, or whether a character
/// stands there, they build a searcher first.
pub trait Stretch {
    /// Where a word first stands.
    fn place_of(&self, word: &str) -> Option<usize>;
    /// Whether a character stands in it.
    fn has(&self, c: char) -> bool;
    /// Whether a word stands in it.
    fn holds(&self, word: &str) -> bool;
    /// What stands before a word and what behind it, where it first stands.
    fn parted(&self, word: &str) -> Option<(&str, &str)>;
    /// Where one of these characters first stands.
    fn first_of(&self, chars: &str) -> Option<usize>;
    /// Where one of these characters last stands.
    fn last_of(&self, chars: &str) -> Option<usize>;
    /// Whether one of these characters stands in it.
    fn has_any(&self, chars: &str) -> bool;
    /// Whether it begins with one of these characters.
    fn begins_with_any(&self, chars: &str) -> bool;
    /// Whether it ends with one of these characters.
    fn ends_with_any(&self, chars: &str) -> bool;
    /// The rest of it behind such characters at its start.
    fn without_first(&self, chars: &str) -> &str;
    /// The rest of it before such characters at its end.
    fn without_last(&self, chars: &str) -> &str;
    /// What stands before the first of these characters; all of it where there is none.
    fn up_to_any(&self, chars: &str) -> &str;
    /// What stands behind the last of these characters; all of it where there is none.
    fn behind_any(&self, chars: &str) -> &str;
    /// Whether a digit stands in it.
    fn has_digit(&self) -> bool;
    /// Whether it begins with a digit.
    fn begins_with_digit(&self) -> bool;
    /// The rest of it behind the digits at its start.
    fn without_digits(&self) -> &str;
}

impl Stretch for str {
    fn place_of(&self, word: &str) -> Option<usize> {
        find_word(self, word)
    }

    fn has(&self, c: char) -> bool {
        self.find(c).is_some()
    }

    fn holds(&self, word: &str) -> bool {
        find_word(self, word).is_some()
    }

    fn parted(&self, word: &str) -> Option<(&str, &str)> {
        find_word(self, word).map(|at| (&self[..at], &self[at + word.len()..]))
    }

    fn first_of(&self, chars: &str) -> Option<usize> {
        let few = Chars::of(chars);
        self.char_indices().find(|&(_, c)| few.may_hold(c as usize) && is_one(c, chars)).map(|(at, _)| at)
    }

    fn last_of(&self, chars: &str) -> Option<usize> {
        let few = Chars::of(chars);
        self.char_indices()
            .rev()
            .find(|&(_, c)| few.may_hold(c as usize) && is_one(c, chars))
            .map(|(at, _)| at)
    }

    fn has_any(&self, chars: &str) -> bool {
        self.first_of(chars).is_some()
    }

    fn begins_with_any(&self, chars: &str) -> bool {
        self.chars().next().is_some_and(|c| is_one(c, chars))
    }

    fn ends_with_any(&self, chars: &str) -> bool {
        self.chars().next_back().is_some_and(|c| is_one(c, chars))
    }

    fn without_first(&self, chars: &str) -> &str {
        let first = self.char_indices().find(|&(_, c)| !is_one(c, chars));
        &self[first.map_or(self.len(), |(at, _)| at)..]
    }

    fn without_last(&self, chars: &str) -> &str {
        let last = self.char_indices().rev().find(|&(_, c)| !is_one(c, chars));
        &self[..last.map_or(0, |(at, c)| at + c.len_utf8())]
    }

    fn up_to_any(&self, chars: &str) -> &str {
        &self[..self.first_of(chars).unwrap_or(self.len())]
    }

    fn behind_any(&self, chars: &str) -> &str {
        let mut behind = self.last_of(chars).map_or(self, |at| &self[at..]).chars();
        if behind.as_str().len() < self.len() || self.begins_with_any(chars) {
            behind.next();
        }
        behind.as_str()
    }

    fn has_digit(&self) -> bool {
        self.bytes().any(|byte| byte.is_ascii_digit())
    }

    fn begins_with_digit(&self) -> bool {
        self.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
    }

    fn without_digits(&self) -> &str {
        &self[self.bytes().take_while(u8::is_ascii_digit).count()..]
    }
}
