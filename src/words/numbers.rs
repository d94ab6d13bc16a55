//! Words and other keys, numbered as they come.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

/// Keys numbered in the order in which they first come. All that count or look up share its one table, which the
/// WebAssembly then holds once.
#[derive(Debug, Default, Clone)]
pub struct Keys(FxHashMap<u64, u32>);

impl Keys {
    /// The number of a key; a new one gets the next.
    pub fn add(&mut self, key: u64) -> usize {
        let next = self.0.len() as u32;
        *self.0.entry(key).or_insert(next) as usize
    }

    /// The number of a key that has come.
    pub fn get(&self, key: u64) -> Option<usize> {
        self.0.get(&key).map(|&number| number as usize)
    }
}

/// Words numbered in the order in which they first come.
#[derive(Debug, Default, Clone)]
pub struct Numbers<'a> {
    keys: Keys,
    words: Vec<&'a str>,
}

impl<'a> Numbers<'a> {
    /// The number of a word that has come.
    pub fn get(&self, word: &str) -> Option<usize> {
        let mut hasher = FxHasher::default();
        loop {
            hasher.write(word.as_bytes());
            hasher.write_u8(0);
            let number = self.keys.get(hasher.finish())?;
            if self.words[number] == word {
                return Some(number);
            }
        }
    }

    /// The number of a word; a new one gets the next.
    pub fn add(&mut self, word: &'a str) -> usize {
        let mut hasher = FxHasher::default();
        loop {
            // Of two words with one hash the second goes on with another.
            hasher.write(word.as_bytes());
            hasher.write_u8(0);
            let number = self.keys.add(hasher.finish());
            match self.words.get(number) {
                Some(known) if *known == word => return number,
                Some(_) => {}
                None => {
                    self.words.push(word);
                    return number;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_numbers() {
        let mut numbers = Numbers::default();
        assert_eq!(["甲", "乙", "甲", "", "乙"].map(|word| numbers.add(word)), [0, 1, 0, 2, 1]);
        assert_eq!(["乙", "丙"].map(|word| numbers.get(word)), [Some(1), None]);
        let mut keys = Keys::default();
        assert_eq!([7, 3, 7].map(|key| keys.add(key)), [0, 1, 0]);
        assert_eq!((keys.get(3), keys.get(4)), (Some(1), None));
    }
}
