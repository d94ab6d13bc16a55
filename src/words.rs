//! Sets of words, found fast: all that stand in a text, or the longest at one end of a stretch.

// Where code is to be small nothing is inlined by itself, and what runs for every character must not be a call.
#![allow(clippy::inline_always)]

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
    /// The words of one character.
    singles: Chars,
    /// The first two characters of the others, hashed, a bit each: a quick no at most places of a text.
    pairs: Vec<u64>,
}

/// Bits of a set of pairs of characters.
const PAIRS: usize = 1 << 16;

/// The bit of a pair of characters.
#[inline(always)]
const fn bit(first: usize, second: usize) -> usize {
    (first.wrapping_mul(0x2F1) ^ second) & (PAIRS - 1)
}

/// Characters, by the low byte of their codes: a quick no for most others.
#[derive(Debug, Default, Clone, Copy)]
struct Chars([u64; 4]);

impl Chars {
    const fn add(&mut self, c: u32) {
        self.0[(c >> 6 & 3) as usize] |= 1 << (c & 0x3F);
    }

    #[inline(always)]
    fn may_hold(&self, c: usize) -> bool {
        self.0[c >> 6 & 3] & 1 << (c & 0x3F) != 0
    }
}

/// The code point that begins at a byte, and how many bytes it takes.
#[inline(always)]
fn decoded(text: &[u8], at: usize) -> (usize, usize) {
    let lead = text[at] as usize;
    if lead < 0x80 {
        return (lead, 1);
    }
    let second = text[at + 1] as usize & 0x3F;
    if lead < 0xE0 {
        return ((lead & 0x1F) << 6 | second, 2);
    }
    if lead < 0xF0 {
        return ((lead & 0xF) << 12 | second << 6 | text[at + 2] as usize & 0x3F, 3);
    }
    // Beyond the basic plane: no word holds it.
    (PLANE, 4)
}

/// Where the code point that ends before a byte begins.
#[inline(always)]
fn lead_before(text: &[u8], end: usize) -> usize {
    let mut at = end - 1;
    while text[at] & 0xC0 == 0x80 {
        at -= 1;
    }
    at
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
        let mut trie = Self { classes: vec![0; PLANE], pairs: vec![0; PAIRS / 64], ..Self::default() };
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
        let (mut node, mut before) = (0, None);
        for (c, at) in word.zip(0..) {
            match (at, before) {
                (0, _) => self.firsts.add(c.into()),
                (1, Some(first)) => {
                    let bit = bit(first as usize, c as usize);
                    self.pairs[bit / 64] |= 1 << (bit % 64);
                }
                _ => {}
            }
            before = Some(c);
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
        if let Some(only) = before.filter(|_| nodes[0].1.iter().any(|&(_, child)| child == node)) {
            self.singles.add(only.into());
        }
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
        let (pairs, slots): (&[u64], &[Slot]) = (&self.pairs, &self.slots);
        let (mut start, mut first) = (0, (0, 0));
        while start < text.len() {
            let (c, len) = if first.1 > 0 { first } else { decoded(text, start) };
            let second = if start + len < text.len() { decoded(text, start + len) } else { (0, 0) };
            let bit = bit(c, second.0);
            if pairs[bit / 64] & 1 << (bit % 64) != 0 || self.singles.may_hold(c) {
                let (mut node, mut next, mut end) = (ROOT, c, start + len);
                while let Some(child) = self.child(node, next) {
                    node = child;
                    let word = slots[node as usize].word;
                    if word != NONE {
                        found(start, end, word);
                    }
                    if end == text.len() {
                        break;
                    }
                    let (following, len) = decoded(text, end);
                    (next, end) = (following, end + len);
                }
            }
            (start, first) = (start + len, second);
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

    /// The number of the longest word at the end of a text, in a tree of words read backwards.
    fn longest_back(&self, text: &str) -> Option<u16> {
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

    /// Whether one of them stands at this place of a text, which is a lead byte or none.
    #[inline(always)]
    fn stand_at(&self, text: &[u8], at: usize) -> bool {
        let [0xE0..0xF0, second, third, ..] = text[at..] else { return false };
        self.firsts.may_hold(usize::from(second & 3) << 6 | usize::from(third & 0x3F))
            && self.words.iter().any(|word| text[at..].starts_with(word.as_bytes()))
    }

    /// Whether one of them stands in `text`.
    pub fn stand_in(&self, text: &str) -> bool {
        (0..text.len()).any(|at| self.stand_at(text.as_bytes(), at))
    }

    /// Where the last of them in `text` begins.
    pub fn last_in(&self, text: &str) -> Option<usize> {
        (0..text.len()).rev().find(|&at| self.stand_at(text.as_bytes(), at))
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
