//! Sets of words, found fast: all that stand in a text, or the longest at one end of a stretch.
//!
//! A list of words is one string, the words split by blanks.

// Where code is to be small nothing is inlined by itself, and what runs for every character must not be a call.
#![allow(clippy::inline_always)]

mod chars;
mod grown;
mod numbers;
mod stretch;
mod trie;

use std::sync::OnceLock;

use chars::Chars;
pub use numbers::{Keys, Numbers, mixed};
pub use stretch::{
    Stretch, any_first, any_in, behind_word, each_word, find_word, last_two, last_word, part, places,
};
pub use trie::Trie;
use trie::beginning;

/// Whether one of these words begins the text.
pub fn starts(text: &str, words: &str) -> bool {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    let mut from = 0;
    while from < words.len() {
        let same = words[from..].iter().zip(text).take_while(|(a, b)| a == b).count();
        from += same;
        if from == words.len() || words[from] == b' ' {
            return true;
        }
        // The rest of the word, an ideograph at a time.
        while from < words.len() && words[from] != b' ' {
            from += if matches!(words[from], 0xE0..0xF0) { 3 } else { 1 };
        }
        from += 1;
    }
    false
}

/// Whether one of these words ends the text.
pub fn ends(text: &str, words: &str) -> bool {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    let mut to = words.len();
    while to > 0 {
        let same = words[..to].iter().rev().zip(text.iter().rev()).take_while(|(a, b)| a == b).count();
        to -= same;
        if to == 0 || words[to - 1] == b' ' {
            return true;
        }
        to = words[..to].iter().rposition(|&b| b == b' ').unwrap_or(0);
    }
    false
}

/// A few words of which one is looked for anywhere in a stretch.
#[derive(Debug)]
pub struct Words {
    list: &'static str,
    begin: OnceLock<Beginnings>,
}

/// How words begin: a quick no at most places.
#[derive(Debug, Default)]
struct Beginnings {
    /// A bit for each beginning.
    long: [u64; 8],
    /// The first characters of words that are too short for a beginning.
    short: Chars,
}

impl Beginnings {
    fn of(list: &str) -> Self {
        let mut all = Self::default();
        for word in list.split(' ') {
            let bytes = word.as_bytes();
            if bytes.len() < 5 {
                // Of three bytes the last two hold the low twelve bits.
                all.short.add(u32::from(bytes[1] & 0x3F) << 6 | u32::from(bytes[2] & 0x3F));
            } else {
                let bit = Self::bit([bytes[1], bytes[2], bytes[3], bytes[4]]);
                all.long[bit / 64] |= 1 << (bit % 64);
            }
        }
        all
    }

    #[inline(always)]
    const fn bit(bytes: [u8; 4]) -> usize {
        beginning(bytes) >> 7
    }

    /// Whether a word may begin at this byte of a text.
    #[inline(always)]
    fn may_stand_at(&self, bytes: &[u8], at: usize) -> bool {
        if !matches!(bytes[at], 0xE0..0xF0) {
            return false;
        }
        let (second, third) = (bytes[at + 1], bytes[at + 2]);
        let long = at + 4 < bytes.len() && {
            let bit = Self::bit([second, third, bytes[at + 3], bytes[at + 4]]);
            self.long[bit / 64] & 1 << (bit % 64) != 0
        };
        long || self.short.may_hold((second as usize & 3) << 6 | third as usize & 0x3F)
    }
}

impl Words {
    /// The set of these words, each of which begins with an ideograph.
    pub const fn new(list: &'static str) -> Self {
        Self { list, begin: OnceLock::new() }
    }

    fn beginnings(&self) -> &Beginnings {
        self.begin.get_or_init(|| Beginnings::of(self.list))
    }

    /// Whether one of them stands in `text`.
    pub fn stand_in(&self, text: &str) -> bool {
        self.first_in(text).is_some()
    }

    /// Where the first of them in `text` begins.
    pub fn first_in(&self, text: &str) -> Option<usize> {
        let (begin, bytes) = (self.beginnings(), text.as_bytes());
        let mut at = 0;
        while at < bytes.len() {
            if begin.may_stand_at(bytes, at) && starts(&text[at..], self.list) {
                return Some(at);
            }
            at += if matches!(bytes[at], 0xE0..0xF0) { 3 } else { 1 };
        }
        None
    }

    /// Where the last of them in `text` begins.
    pub fn last_in(&self, text: &str) -> Option<usize> {
        let (begin, bytes) = (self.beginnings(), text.as_bytes());
        (0..bytes.len()).rev().find(|&at| begin.may_stand_at(bytes, at) && starts(&text[at..], self.list))
    }
}

/// Words that are looked for at one end of a stretch, the longest first.
#[derive(Debug)]
pub struct Ends {
    words: Vec<&'static str>,
    forward: Trie,
    backward: Trie,
}

impl Ends {
    /// The set of these words.
    pub fn new(words: Vec<&'static str>) -> Self {
        Self { forward: Trie::new(&words), backward: Trie::backward(&words), words }
    }

    /// The set of the words of a list.
    pub fn of(words: &'static str) -> Self {
        Self::new(words.split(' ').collect())
    }

    /// The longest of them that `text` starts with.
    pub fn at_start(&self, text: &str) -> Option<&'static str> {
        self.forward.longest(text).map(|(_, number)| self.words[usize::from(number)])
    }

    /// The longest of them that `text` ends with.
    pub fn at_end(&self, text: &str) -> Option<&'static str> {
        self.backward.longest_back(text).map(|number| self.words[usize::from(number)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_longest_at_an_end() {
        let ends = Ends::of("约 约为 大约");
        assert_eq!(ends.at_start("约为三成"), Some("约为"));
        assert_eq!(ends.at_end("降幅大约"), Some("大约"));
        assert_eq!(ends.at_end("降幅"), None);
    }

    #[test]
    fn finds_a_word_anywhere() {
        static WORDS: Words = Words::new("上年 同期");
        assert!(WORDS.stand_in("比2022年同期多") && !WORDS.stand_in("本年,é期"));
        assert_eq!(WORDS.last_in("上年、上年"), Some("上年、".len()));
    }

    #[test]
    fn finds_a_word_at_an_end() {
        for (text, wanted) in [("同期多", true), ("上年", true), ("上", false), ("同", false), ("", false)]
        {
            assert_eq!(starts(text, "上年 同期"), wanted, "{text}");
        }
        for (text, wanted) in
            [("比上年", true), ("同期", true), ("年", false), ("上年比", false), ("", false)]
        {
            assert_eq!(ends(text, "上年 同期"), wanted, "{text}");
        }
    }
}
