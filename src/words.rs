//! Sets of words, found fast: all that stand in a text, or the longest at one end of a stretch.

/// Words in a tree of their characters, laid out in one array so that a step takes one look.
///
/// The characters of the words have classes, counted from 1. The child of a node by a character
/// stands `class` slots behind the node's `children`, if that slot names the node as its parent.
#[derive(Debug, Default)]
pub struct Trie {
    /// The class of each character of the basic plane; 0 where no word has it.
    classes: Vec<u16>,
    slots: Vec<Slot>,
    firsts: Chars,
}

/// Characters, by the low byte of their codes: a quick no for most others.
#[derive(Debug, Default, Clone, Copy)]
struct Chars([u64; 4]);

impl Chars {
    const fn add(&mut self, c: u32) {
        self.0[(c >> 6 & 3) as usize] |= 1 << (c & 0x3F);
    }

    fn may_hold(&self, c: char) -> bool {
        let c = u32::from(c);
        self.0[(c >> 6 & 3) as usize] & 1 << (c & 0x3F) != 0
    }
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    parent: u16,
    children: u16,
    /// The word that ends here.
    word: u16,
}

/// Codes of the basic plane.
const PLANE: usize = 0x1_0000;
/// No node, no word.
const NONE: u16 = u16::MAX;
const FREE: Slot = Slot { parent: NONE, children: 0, word: NONE };
/// Where the root stands.
const ROOT: u16 = 0;

impl Trie {
    /// The trie of these words, each under its number.
    pub fn new<W: IntoIterator<Item = char>>(words: impl IntoIterator<Item = (W, u16)>) -> Self {
        let mut trie = Self { classes: vec![0; PLANE], slots: Vec::new(), firsts: Chars::default() };
        let mut classes = 0;
        // The tree node by node: its word, and its children by their classes.
        let mut nodes: Vec<(u16, Vec<(u16, usize)>)> = vec![(NONE, Vec::new())];
        for (word, number) in words {
            trie.grow(&mut nodes, &mut classes, &mut word.into_iter(), number);
        }
        trie.place(&nodes, usize::from(classes));
        trie
    }

    /// Adds a word to the tree. Compiled once for all tables.
    fn grow(
        &mut self,
        nodes: &mut Vec<(u16, Vec<(u16, usize)>)>,
        classes: &mut u16,
        word: &mut dyn Iterator<Item = char>,
        number: u16,
    ) {
        let mut node = 0;
        for c in word {
            if node == 0 {
                self.firsts.add(c.into());
            }
            let class = &mut self.classes[c as usize];
            if *class == 0 {
                *classes += 1;
                *class = *classes;
            }
            let known = nodes[node].1.iter().find(|(own, _)| own == class).map(|&(_, child)| child);
            node = known.unwrap_or_else(|| {
                let child = nodes.len();
                nodes[node].1.push((*class, child));
                nodes.push((NONE, Vec::new()));
                child
            });
        }
        nodes[node].0 = number;
    }

    /// Gives every node its slot: its children go to the first place where all of them fit.
    fn place(&mut self, nodes: &[(u16, Vec<(u16, usize)>)], classes: usize) {
        self.slots = vec![FREE; 1 + classes];
        self.slots[usize::from(ROOT)] = Slot { parent: ROOT, children: ROOT, word: nodes[0].0 };
        let mut open = vec![(ROOT, 0)];
        // Only children fill the gaps; families look on from where the last one went. The children of
        // the root stand first.
        let (mut first_free, mut last_family) = (1 + classes, 0);
        while let Some((slot, node)) = open.pop() {
            let children = &nodes[node].1;
            let Some(&(least, _)) = children.iter().min() else { continue };
            while self.slots.get(first_free).is_some_and(|slot| slot.parent != NONE) {
                first_free += 1;
            }
            let fits = |at: &usize| {
                let free = |&(class, _): &(u16, usize)| {
                    self.slots.get(at + usize::from(class)).is_none_or(|slot| slot.parent == NONE)
                };
                children.iter().all(free)
            };
            let only = first_free.saturating_sub(usize::from(least));
            let from = if children.len() > 1 { last_family } else { only };
            let at = (from..=self.slots.len()).find(fits).unwrap_or_default();
            last_family = last_family.max(if children.len() > 1 { at } else { 0 });
            self.slots[usize::from(slot)].children = at as u16;
            // Room for every class, so that a look never leaves the array.
            self.slots.resize(self.slots.len().max(at + classes + 1), FREE);
            for &(class, child) in children {
                let own = at + usize::from(class);
                self.slots[own] = Slot { parent: slot, children: 0, word: nodes[child].0 };
                open.push((own as u16, child));
            }
        }
    }

    fn class(&self, c: char) -> u16 {
        self.classes.get(c as usize).copied().unwrap_or(0)
    }

    fn child(&self, node: u16, class: u16) -> Option<u16> {
        if class == 0 {
            return None;
        }
        let child = self.slots[usize::from(node)].children + class;
        (self.slots[usize::from(child)].parent == node).then_some(child)
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
            let word = self.slots[usize::from(node)].word;
            if word != NONE {
                found(len, word);
            }
            let Some(c) = chars.next() else { return };
            let Some(next) = self.child(node, self.class(c)) else { return };
            node = next;
            len += c.len_utf8();
        }
    }

    /// Calls `found` with start, end and number of every word in `text`, in the order of their starts.
    pub fn find(&self, text: &str, mut found: impl FnMut(usize, usize, u16)) {
        self.each(text, &mut found);
    }

    /// As [`Self::find`]. Compiled once for all that look words up.
    fn each(&self, text: &str, found: &mut dyn FnMut(usize, usize, u16)) {
        let mut chars = text.char_indices();
        while let Some((start, c)) = chars.next() {
            if self.firsts.may_hold(c)
                && let Some(node) = self.child(ROOT, self.class(c))
            {
                let rest = chars.as_str().chars();
                self.walk(node, c.len_utf8(), rest, |len, number| found(start, start + len, number));
            }
        }
    }

    /// Length and number of the longest word that these characters begin with.
    pub fn longest(&self, mut chars: impl Iterator<Item = char>) -> Option<(usize, u16)> {
        let first = chars.next().filter(|&c| self.firsts.may_hold(c))?;
        let node = self.child(ROOT, self.class(first))?;
        let mut longest = None;
        self.walk(node, first.len_utf8(), chars, |len, number| longest = Some((len, number)));
        longest
    }
}

/// A few words of which one is looked for anywhere in a short stretch.
#[derive(Debug)]
pub struct Words {
    words: &'static [&'static str],
    firsts: Chars,
}

impl Words {
    /// The set of these words, each of which begins with an ideograph.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut firsts = Chars([0; 4]);
        let mut i = 0;
        while i < words.len() {
            // Three bytes; the last two hold the low twelve bits.
            let bytes = words[i].as_bytes();
            firsts.add((bytes[1] as u32 & 0x3F) << 6 | bytes[2] as u32 & 0x3F);
            i += 1;
        }
        Self { words, firsts }
    }

    /// Whether one of them stands at this place of a text.
    fn stand_at(&self, text: &str, at: usize, c: char) -> bool {
        self.firsts.may_hold(c) && self.words.iter().any(|word| text[at..].starts_with(word))
    }

    /// Whether one of them stands in `text`.
    pub fn stand_in(&self, text: &str) -> bool {
        text.char_indices().any(|(at, c)| self.stand_at(text, at, c))
    }

    /// Where the last of them in `text` begins.
    pub fn last_in(&self, text: &str) -> Option<usize> {
        text.char_indices().rev().find(|&(at, c)| self.stand_at(text, at, c)).map(|(at, _)| at)
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
