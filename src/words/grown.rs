//! How a [`Trie`] comes to be: a tree that grows word by word, then gets its places in one array.

use crate::words::chars::PLANE;
use crate::words::trie::{BEGINNINGS, FREE, NONE, ROOT, Slot, Trie, beginning};

/// A node: the word that ends there, and its children by their classes.
type Node = (u16, Vec<(u16, usize)>);

/// A tree of words.
pub struct Grown {
    trie: Trie,
    nodes: Vec<Node>,
    classes: u16,
}

impl Grown {
    /// A tree without words.
    pub fn new() -> Self {
        let trie = Trie { classes: vec![0; PLANE], beginnings: vec![0; BEGINNINGS / 64], ..Trie::default() };
        Self { trie, nodes: vec![(NONE, Vec::new())], classes: 0 }
    }

    /// Adds a word.
    pub fn add(&mut self, word: &str, number: u16) {
        let first = word.chars().next().map_or(0, u32::from);
        self.trie.firsts.add(first);
        if let [0xE0..0xF0, second, third, fourth, fifth, ..] = *word.as_bytes() {
            let bit = beginning([second, third, fourth, fifth]);
            self.trie.beginnings[bit / 64] |= 1 << (bit % 64);
        } else {
            self.trie.short.add(first);
        }
        self.grow(&mut word.chars(), number);
    }

    /// Adds a word read from its end.
    pub fn add_reversed(&mut self, word: &str, number: u16) {
        self.trie.firsts.add(word.chars().next_back().map_or(0, u32::from));
        self.grow(&mut word.chars().rev(), number);
    }

    fn grow(&mut self, word: &mut dyn Iterator<Item = char>, number: u16) {
        let node = word.fold(0, |node, c| self.child(node, c));
        self.nodes[node].0 = number;
    }

    /// The child of a node by a character, a new one if it has none.
    fn child(&mut self, node: usize, c: char) -> usize {
        let class = &mut self.trie.classes[c as usize];
        if *class == 0 {
            self.classes += 1;
            *class = self.classes;
        }
        let new = self.nodes.len();
        let children = &mut self.nodes[node].1;
        if let Some(&(_, known)) = children.iter().find(|(own, _)| own == class) {
            return known;
        }
        children.push((*class, new));
        self.nodes.push((NONE, Vec::new()));
        new
    }

    /// Gives every node its slot: its children go to the first place where all of them fit.
    pub fn placed(self) -> Trie {
        let Self { mut trie, nodes, classes } = self;
        let classes = usize::from(classes);
        let slots = &mut trie.slots;
        slots.resize(1 + classes, FREE);
        slots[usize::from(ROOT)] = Slot { parent: ROOT, children: ROOT, word: nodes[0].0 };
        let mut open = vec![(ROOT, 0)];
        // Only children fill the gaps; families look on from where the last one went. The children of
        // the root stand first.
        let (mut first_free, mut last_family) = (1 + classes, 0);
        while let Some((slot, node)) = open.pop() {
            let children = &nodes[node].1;
            let Some(&(least, _)) = children.iter().min() else { continue };
            while slots.get(first_free).is_some_and(|slot| slot.parent != NONE) {
                first_free += 1;
            }
            let fits = |at: &usize| {
                let free = |&(class, _): &(u16, usize)| {
                    slots.get(at + usize::from(class)).is_none_or(|slot| slot.parent == NONE)
                };
                children.iter().all(free)
            };
            let only = first_free.saturating_sub(usize::from(least));
            let from = if children.len() > 1 { last_family } else { only };
            let at = (from..=slots.len()).find(fits).unwrap_or_default();
            last_family = last_family.max(if children.len() > 1 { at } else { 0 });
            slots[usize::from(slot)].children = at as u16;
            // Room for every class, so that a look never leaves the array.
            slots.resize(slots.len().max(at + classes + 1), FREE);
            for &(class, child) in children {
                let own = at + usize::from(class);
                slots[own] = Slot { parent: slot, children: 0, word: nodes[child].0 };
                open.push((own as u16, child));
            }
        }
        trie
    }
}
