//! Sets of words, found fast: all that stand in a text, or the longest at one end of a stretch.

/// Words in a tree of their characters.
#[derive(Debug, Default)]
pub struct Trie {
    /// The node behind the first character, by its code in the basic plane; empty in a small tree.
    roots: Vec<u16>,
    /// Where the children of each node begin in `children`, and where the last ones end.
    first: Vec<u32>,
    /// The character and the node behind it, sorted within a node: most have one or two.
    children: Vec<(char, u16)>,
    /// The word that ends in each node.
    ends: Vec<Option<u16>>,
}

/// Codes of the basic plane.
const PLANE: usize = 0x1_0000;
/// A root with more children than this is looked up by code.
const MANY: usize = 8;
/// So few children are tried one by one.
const FEW: usize = 6;

/// A trie as it grows, one list of children a node.
struct Growing {
    nodes: Vec<Vec<(char, u16)>>,
    ends: Vec<Option<u16>>,
}

// Not generic: each of the many uses would be compiled anew, and the page loads them all.
impl Growing {
    fn add(&mut self, word: &mut dyn Iterator<Item = char>, number: u16) {
        let mut node = 0;
        for c in word {
            let known = self.nodes[node].iter().find(|(own, _)| *own == c).map(|(_, child)| *child);
            node = usize::from(known.unwrap_or_else(|| {
                let new = self.nodes.len() as u16;
                let at = self.nodes[node].partition_point(|&(own, _)| own < c);
                self.nodes[node].insert(at, (c, new));
                self.nodes.push(Vec::new());
                self.ends.push(None);
                new
            }));
        }
        self.ends[node] = Some(number);
    }

    fn trie(self) -> Trie {
        let Self { nodes, ends } = self;
        let mut trie = Trie { roots: Vec::new(), first: vec![0], children: Vec::new(), ends };
        if nodes[0].len() > MANY {
            trie.roots = vec![0; PLANE];
            for &(c, child) in nodes[0].iter().filter(|(c, _)| (*c as usize) < PLANE) {
                trie.roots[c as usize] = child;
            }
        }
        for children in nodes {
            trie.children.extend(children);
            trie.first.push(trie.children.len() as u32);
        }
        trie
    }
}

impl Trie {
    /// The trie of these words, each under its number.
    pub fn new<W: IntoIterator<Item = char>>(words: impl IntoIterator<Item = (W, u16)>) -> Self {
        let mut growing = Growing { nodes: vec![Vec::new()], ends: vec![None] };
        for (word, number) in words {
            growing.add(&mut word.into_iter(), number);
        }
        growing.trie()
    }

    fn root(&self, c: char) -> Option<u16> {
        if self.roots.is_empty() {
            return self.child(0, c);
        }
        self.roots.get(c as usize).copied().filter(|&node| node != 0)
    }

    fn child(&self, node: u16, c: char) -> Option<u16> {
        let node = usize::from(node);
        let children = &self.children[self.first[node] as usize..self.first[node + 1] as usize];
        if children.len() > FEW {
            let found = children.binary_search_by_key(&c, |&(own, _)| own);
            return found.ok().map(|i| children[i].1);
        }
        children.iter().find(|&&(own, _)| own == c).map(|&(_, child)| child)
    }

    /// Calls `found` with the length in bytes and the number of every word that goes on behind its
    /// first character, which leads to `node`.
    fn walk(
        &self,
        mut node: u16,
        mut len: usize,
        mut chars: impl Iterator<Item = char>,
        mut found: impl FnMut(usize, u16),
    ) {
        loop {
            if let Some(number) = self.ends[usize::from(node)] {
                found(len, number);
            }
            let Some(c) = chars.next() else { return };
            let Some(next) = self.child(node, c) else { return };
            node = next;
            len += c.len_utf8();
        }
    }

    /// Calls `found` with start, end and number of every word in `text`, in the order of their starts.
    pub fn find(&self, text: &str, mut found: impl FnMut(usize, usize, u16)) {
        self.each(text, &mut found);
    }

    // Compiled once for all its users.
    fn each(&self, text: &str, found: &mut dyn FnMut(usize, usize, u16)) {
        let mut chars = text.char_indices();
        while let Some((start, c)) = chars.next() {
            if let Some(node) = self.root(c) {
                let rest = chars.as_str().chars();
                self.walk(node, c.len_utf8(), rest, |len, number| found(start, start + len, number));
            }
        }
    }

    /// Length and number of the longest word that these characters begin with.
    pub fn longest(&self, mut chars: impl Iterator<Item = char>) -> Option<(usize, u16)> {
        let first = chars.next()?;
        let mut longest = None;
        self.walk(self.root(first)?, first.len_utf8(), chars, |len, number| longest = Some((len, number)));
        longest
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
    pub fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let words: Vec<_> = words.into_iter().collect();
        Self {
            forward: Trie::new(words.iter().map(|word| word.chars()).zip(0..)),
            backward: Trie::new(words.iter().map(|word| word.chars().rev()).zip(0..)),
            words,
        }
    }

    /// The longest of them that `text` starts with.
    pub fn at_start(&self, text: &str) -> Option<&'static str> {
        self.forward.longest(text.chars()).map(|(_, number)| self.words[usize::from(number)])
    }

    /// The longest of them that `text` ends with.
    pub fn at_end(&self, text: &str) -> Option<&'static str> {
        self.backward.longest(text.chars().rev()).map(|(_, number)| self.words[usize::from(number)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_word() {
        let trie = Trie::new(["复议", "行政复议", "行政", "率"].map(str::chars).into_iter().zip(0..));
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
