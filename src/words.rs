//! Sets of words, found fast: all that stand in a text, or the longest at one end of a stretch.

use rustc_hash::FxHashMap;

/// Words that are looked for everywhere in a text.
#[derive(Debug, Default)]
pub struct Trie {
    /// The node behind the first character, by its code in the basic plane; 0 where none.
    roots: Vec<u16>,
    /// The node behind a node and a character.
    next: FxHashMap<(u16, char), u16>,
    /// The word that ends in each node.
    ends: Vec<Option<u16>>,
}

/// Codes of the basic plane.
const PLANE: usize = 0x1_0000;

impl Trie {
    /// Adds a word under a number.
    pub fn add(&mut self, word: &str, number: u16) {
        if self.ends.is_empty() {
            self.roots = vec![0; PLANE];
            self.ends.push(None);
        }
        let mut node = 0;
        for c in word.chars() {
            let known = if node == 0 { self.root(c) } else { self.next.get(&(node, c)).copied() };
            node = known.unwrap_or_else(|| {
                let new = self.ends.len() as u16;
                self.ends.push(None);
                if node == 0 {
                    self.roots[c as usize & (PLANE - 1)] = new;
                } else {
                    self.next.insert((node, c), new);
                }
                new
            });
        }
        self.ends[usize::from(node)] = Some(number);
    }

    fn root(&self, c: char) -> Option<u16> {
        self.roots.get(c as usize).copied().filter(|&node| node != 0)
    }

    /// Calls `found` with start, end and number of every word in `text`, in the order of their starts.
    pub fn find(&self, text: &str, mut found: impl FnMut(usize, usize, u16)) {
        for (start, c) in text.char_indices() {
            let Some(mut node) = self.root(c) else { continue };
            let mut end = start + c.len_utf8();
            let mut rest = text[end..].chars();
            loop {
                if let Some(number) = self.ends[usize::from(node)] {
                    found(start, end, number);
                }
                let Some(c) = rest.next() else { break };
                let Some(&next) = self.next.get(&(node, c)) else { break };
                node = next;
                end += c.len_utf8();
            }
        }
    }
}

/// Words that are looked for at one end of a stretch, the longest first.
#[derive(Debug)]
pub struct Ends {
    by_first: FxHashMap<char, Vec<&'static str>>,
    by_last: FxHashMap<char, Vec<&'static str>>,
}

impl Ends {
    /// The set of these words.
    pub fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let mut ends = Self { by_first: FxHashMap::default(), by_last: FxHashMap::default() };
        for word in words {
            let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) else { continue };
            ends.by_first.entry(first).or_default().push(word);
            ends.by_last.entry(last).or_default().push(word);
        }
        for words in ends.by_first.values_mut().chain(ends.by_last.values_mut()) {
            words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        }
        ends
    }

    /// The longest of them that `text` starts with.
    pub fn at_start(&self, text: &str) -> Option<&'static str> {
        let words = self.by_first.get(&text.chars().next()?)?;
        words.iter().find(|word| text.starts_with(**word)).copied()
    }

    /// The longest of them that `text` ends with.
    pub fn at_end(&self, text: &str) -> Option<&'static str> {
        let words = self.by_last.get(&text.chars().next_back()?)?;
        words.iter().find(|word| text.ends_with(**word)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_word() {
        let mut trie = Trie::default();
        for (i, word) in ["复议", "行政复议", "行政", "率"].into_iter().enumerate() {
            trie.add(word, i as u16);
        }
        let mut found = Vec::new();
        trie.find("行政复议率", |start, end, word| found.push((start, end, word)));
        assert_eq!(found, [(0, 6, 2), (0, 12, 1), (6, 12, 0), (12, 15, 3)]);
    }

    #[test]
    fn finds_the_longest_at_an_end() {
        let ends = Ends::new(["约", "约为", "大约"]);
        assert_eq!(ends.at_start("约为三成"), Some("约为"));
        assert_eq!(ends.at_end("降幅大约"), Some("大约"));
        assert_eq!(ends.at_end("降幅"), None);
    }
}
