//! Words numbered as they come.

use rustc_hash::FxHashMap;

/// Words numbered in the order in which they first come. Compiled once for all that count or look up words.
#[derive(Debug, Default, Clone)]
pub struct Numbers<'a>(FxHashMap<&'a str, u32>);

impl<'a> Numbers<'a> {
    /// The number of a word; a new one gets the next.
    pub fn add(&mut self, word: &'a str) -> usize {
        let next = self.0.len() as u32;
        *self.0.entry(word).or_insert(next) as usize
    }
}
