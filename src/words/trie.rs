//! Words in a tree of their characters: all that stand in a text, or the longest at one end of it.

use crate::data;
use crate::words::chars::{Chars, decoded, lead_before};
use crate::words::grown::Grown;

/// Words in a tree of their characters, laid out in one array so that a step takes one look.
///
/// The characters of the words have classes, counted from 1. The child of a node by a character
/// stands `class` slots behind the node's `children`, if that slot names the node as its parent.
#[derive(Debug, Default)]
pub struct Trie {
    /// The class of each character of the basic plane; 0 where no word has it.
    pub(super) classes: Vec<u16>,
    pub(super) slots: Vec<Slot>,
    pub(super) firsts: Chars,
    /// The first characters of words that are too short for a beginning.
    pub(super) short: Chars,
    /// The beginnings of the others, a bit each: a quick no at most places of a text.
    pub(super) beginnings: Vec<u64>,
}

/// A node's place in the array.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    pub(super) parent: u16,
    pub(super) children: u16,
    /// The word that ends here.
    pub(super) word: u16,
}

/// No node, no word.
pub const NONE: u16 = u16::MAX;
/// A place that no node has.
pub const FREE: Slot = Slot { parent: NONE, children: 0, word: NONE };
/// Where the root stands.
pub const ROOT: u16 = 0;
/// Bits of a set of beginnings.
pub const BEGINNINGS: usize = 1 << 16;

/// The bit of a beginning: of the second to the fifth byte of a word, most often the last two of its first
/// character and the first two of its second.
#[inline(always)]
pub const fn beginning(bytes: [u8; 4]) -> usize {
    u32::from_le_bytes(bytes).wrapping_mul(0x9E37_79B1) as usize >> 16
}

impl Trie {
    /// The trie of these words, each under its place among them.
    pub fn new(words: &[&str]) -> Self {
        Self::numbered(&mut words.iter().copied().zip(0..))
    }

    /// The trie of these words, each under its number; where a word comes again, the last counts.
    pub fn numbered(words: &mut dyn Iterator<Item = (&str, u16)>) -> Self {
        let mut grown = Grown::new();
        for (word, number) in words {
            grown.add(word, number);
        }
        grown.placed()
    }

    /// The trie of these words, each under its number.
    pub fn of(words: &[(&str, u16)]) -> Self {
        Self::numbered(&mut words.iter().copied())
    }

    /// The trie of the lines of a table, each under its number.
    pub fn of_lines(table: &'static str) -> Self {
        Self::numbered(&mut data::lines(table).zip(0..))
    }

    /// The trie of these words read backwards, for [`Self::longest_back`].
    pub fn backward(words: &[&str]) -> Self {
        let mut grown = Grown::new();
        for (word, number) in words.iter().zip(0..) {
            grown.add_reversed(word, number);
        }
        grown.placed()
    }

    /// The child of a node by a character.
    #[inline(always)]
    fn child(&self, node: u16, c: usize) -> Option<u16> {
        // As slices, whose items are looked at without a call.
        let (classes, slots): (&[u16], &[Slot]) = (&self.classes, &self.slots);
        let class = *classes.get(c)?;
        let child = slots[node as usize].children + class;
        (class != 0 && slots[child as usize].parent == node).then_some(child)
    }

    /// Calls `found` with start, end and number of every word in `text`, in the order of their starts.
    pub fn find(&self, text: &str, mut found: impl FnMut(usize, usize, u16)) {
        self.each(text.as_bytes(), &mut found);
    }

    /// As [`Self::find`]. Compiled once for all that look words up.
    fn each(&self, text: &[u8], found: &mut dyn FnMut(usize, usize, u16)) {
        let beginnings: &[u64] = &self.beginnings;
        let mut start = 0;
        while start < text.len() {
            let lead = text[start];
            // What goes on with a character begins no word.
            let (mut may, mut len) = (lead & 0xC0 != 0x80, 1);
            if matches!(lead, 0xE0..0xF0) && start + 4 < text.len() {
                let (second, third) = (text[start + 1], text[start + 2]);
                let bit = beginning([second, third, text[start + 3], text[start + 4]]);
                may = beginnings[bit / 64] & 1 << (bit % 64) != 0
                    || self.short.may_hold((second as usize & 3) << 6 | third as usize & 0x3F);
                len = 3;
            }
            if may {
                self.walk(text, start, found);
            }
            start += len;
        }
    }

    /// Calls `found` with every word that begins at a place.
    fn walk(&self, text: &[u8], start: usize, found: &mut dyn FnMut(usize, usize, u16)) {
        let (mut node, mut end) = (ROOT, start);
        while end < text.len() {
            let (c, len) = decoded(text, end);
            let Some(child) = self.child(node, c) else { return };
            (node, end) = (child, end + len);
            let word = self.slots[node as usize].word;
            if word != NONE {
                found(start, end, word);
            }
        }
    }

    /// Length and number of the longest word at the start of a text.
    pub fn longest(&self, text: &str) -> Option<(usize, u16)> {
        let text = text.as_bytes();
        let (mut node, mut at, mut longest) = (ROOT, 0, None);
        while at < text.len() {
            let (c, len) = decoded(text, at);
            if at == 0 && !self.firsts.may_hold(c) {
                return None;
            }
            let Some(child) = self.child(node, c) else { break };
            (node, at) = (child, at + len);
            let word = self.slots[usize::from(node)].word;
            if word != NONE {
                longest = Some((at, word));
            }
        }
        longest
    }

    /// The number of the longest word at the end of a text, in a trie of words read backwards.
    pub fn longest_back(&self, text: &str) -> Option<u16> {
        let text = text.as_bytes();
        let (mut node, mut end, mut longest) = (ROOT, text.len(), None);
        while end > 0 {
            let at = lead_before(text, end);
            let (c, _) = decoded(text, at);
            if end == text.len() && !self.firsts.may_hold(c) {
                return None;
            }
            let Some(child) = self.child(node, c) else { break };
            (node, end) = (child, at);
            let word = self.slots[usize::from(node)].word;
            if word != NONE {
                longest = Some(word);
            }
        }
        longest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_word() {
        let trie = Trie::new(&["复议", "行政复议", "行政", "率"]);
        let mut found = Vec::new();
        trie.find("行政复议率", |start, end, word| found.push((start, end, word)));
        assert_eq!(found, [(0, 6, 2), (0, 12, 1), (6, 12, 0), (12, 15, 3)]);
    }

    #[test]
    fn finds_among_characters_of_every_length() {
        let trie = Trie::new(&["é率", "%", "法", "率%"]);
        let mut found = Vec::new();
        trie.find("é𠀀é率%𠀀法é", |start, _, word| found.push((start, word)));
        assert_eq!(found, [(6, 0), (8, 3), (11, 1), (16, 2)]);
    }
}
