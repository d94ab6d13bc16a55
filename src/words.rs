//! Sets of words, found fast: all that stand in a text, or the longest at one end of a stretch.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

/// Words that are looked for everywhere in a text.
#[derive(Debug)]
pub struct Trie {
    /// The node behind the first character, by its code in the basic plane; 0 where none.
    roots: Vec<u16>,
    /// Where the children of each node begin in `children`, and where the last ones end.
    first: Vec<u32>,
    /// The character and the node behind it, sorted within a node: most nodes have one or two.
    children: Vec<(char, u16)>,
    /// The word that ends in each node.
    ends: Vec<Option<u16>>,
}

/// Codes of the basic plane.
const PLANE: usize = 0x1_0000;

impl Trie {
    /// The trie of these words, each under its number.
    pub fn new<'a>(words: impl IntoIterator<Item = (&'a str, u16)>) -> Self {
        let mut next: BTreeMap<(u16, char), u16> = BTreeMap::new();
        let mut ends = vec![None];
        for (word, number) in words {
            let mut node = 0;
            for c in word.chars().filter(|&c| (c as usize) < PLANE) {
                node = *next.entry((node, c)).or_insert_with(|| {
                    ends.push(None);
                    (ends.len() - 1) as u16
                });
            }
            ends[usize::from(node)] = Some(number);
        }
        let mut trie =
            Self { roots: vec![0; PLANE], first: vec![0; ends.len() + 1], children: Vec::new(), ends };
        for ((node, c), child) in next {
            if node == 0 {
                trie.roots[c as usize] = child;
            } else {
                trie.children.push((c, child));
                trie.first[usize::from(node) + 1] = trie.children.len() as u32;
            }
        }
        // A node without children begins and ends where the one before it ends.
        for node in 1..trie.first.len() {
            trie.first[node] = trie.first[node].max(trie.first[node - 1]);
        }
        trie
    }

    fn child(&self, node: u16, c: char) -> Option<u16> {
        let node = usize::from(node);
        let children = &self.children[self.first[node] as usize..self.first[node + 1] as usize];
        children.iter().find(|(own, _)| *own == c).map(|&(_, child)| child)
    }

    /// Calls `found` with start, end and number of every word in `text`, in the order of their starts.
    pub fn find(&self, text: &str, mut found: impl FnMut(usize, usize, u16)) {
        for (start, c) in text.char_indices() {
            let Some(mut node) = self.roots.get(c as usize).copied().filter(|&node| node != 0) else {
                continue;
            };
            let mut end = start + c.len_utf8();
            let mut rest = text[end..].chars();
            loop {
                if let Some(number) = self.ends[usize::from(node)] {
                    found(start, end, number);
                }
                let Some(c) = rest.next() else { break };
                let Some(next) = self.child(node, c) else { break };
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
        let trie = Trie::new(["复议", "行政复议", "行政", "率"].into_iter().zip(0..));
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
