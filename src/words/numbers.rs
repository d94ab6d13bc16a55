//! Words and other keys, numbered as they come.

/// Keys numbered in the order in which they first come. All that count or look up share this one table, which takes
/// less room in the WebAssembly than the library's would.
#[derive(Debug, Default, Clone)]
pub struct Keys {
    keys: Vec<u64>,
    /// For each slot the number of its key and one more; nought where it is free. Half of them are.
    slots: Vec<u32>,
}

impl Keys {
    /// The number of a key; a new one gets the next.
    pub fn add(&mut self, key: u64) -> usize {
        if self.keys.len() * 2 >= self.slots.len() {
            self.slots = vec![0; (self.slots.len() * 2).max(FEWEST)];
            for number in 0..self.keys.len() {
                self.note(number);
            }
        }
        let number = self.keys.len();
        let slot = self.slot(key);
        match self.slots[slot] {
            0 => {
                self.keys.push(key);
                self.slots[slot] = number as u32 + 1;
                number
            }
            known => known as usize - 1,
        }
    }

    /// The number of a key that has come.
    pub fn get(&self, key: u64) -> Option<usize> {
        if self.keys.is_empty() {
            return None;
        }
        (self.slots[self.slot(key)] as usize).checked_sub(1)
    }

    fn note(&mut self, number: usize) {
        let slot = self.slot(self.keys[number]);
        self.slots[slot] = number as u32 + 1;
    }

    /// The slot that holds a key, or the free one where it would stand.
    fn slot(&self, key: u64) -> usize {
        let last = self.slots.len() - 1;
        // The upper bits of the product hang on all of the key.
        let mut slot = (key.wrapping_mul(FACTOR) >> u32::BITS) as usize & last;
        while self.slots[slot] != 0 && self.keys[self.slots[slot] as usize - 1] != key {
            slot = (slot + 1) & last;
        }
        slot
    }
}

/// The key of what has been read and one more character. An odd factor loses nothing of what came first.
pub fn mixed(all: u64, c: char) -> u64 {
    (all ^ u64::from(c)).wrapping_mul(FACTOR)
}

/// The key of no character, which none of a few can have.
const END: u64 = 1 << u32::BITS;
/// Slots of the smallest table.
const FEWEST: usize = 16;
/// An odd number near the golden part of all that a key may be.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Words numbered in the order in which they first come.
#[derive(Debug, Default, Clone)]
pub struct Numbers<'a> {
    keys: Keys,
    words: Vec<&'a str>,
}

impl<'a> Numbers<'a> {
    /// The number of a word that has come.
    pub fn get(&self, word: &str) -> Option<usize> {
        let mut key = END;
        loop {
            key = word.chars().fold(key, mixed);
            let number = self.keys.get(key)?;
            if self.words[number] == word {
                return Some(number);
            }
        }
    }

    /// The number of a word; a new one gets the next.
    pub fn add(&mut self, word: &'a str) -> usize {
        let mut key = END;
        loop {
            // Of two words with one key the second goes on with another.
            key = word.chars().fold(key, mixed);
            let number = self.keys.add(key);
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
