//! Sorting by a number. All sorting goes through one instance of the library's sort: each kind of
//! thing sorted by itself would cost the WebAssembly some kilobytes.

use std::collections::BinaryHeap;
use std::mem;

/// Puts items in the order of their keys; items of one key stay as they stood.
pub fn sort_by<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    let mut keys = Vec::with_capacity(items.len());
    for item in &*items {
        keys.push((key(item), keys.len() as u32));
    }
    swaps(keys, &mut |one, other| items.swap(one, other));
}

/// Two numbers as one key: the first decides, then the second.
#[must_use]
pub fn pair(first: usize, second: usize) -> u64 {
    (first as u64) << 32 | second as u64 & u64::from(u32::MAX)
}

/// The swaps that bring items to where their keys belong, cycle by cycle.
fn swaps(mut keys: Vec<(u64, u32)>, swap: &mut dyn FnMut(usize, usize)) {
    keys = BinaryHeap::from(keys).into_sorted_vec();
    for first in 0..keys.len() {
        let mut place = first;
        loop {
            let from = mem::replace(&mut keys[place].1, place as u32) as usize;
            if from == first || from == place {
                break;
            }
            swap(place, from);
            place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_by_both_numbers_and_keeps_the_rest() {
        let mut items = [(2, 'a'), (1, 'b'), (3, 'e'), (2, 'c'), (1, 'd'), (0, 'f')];
        sort_by(&mut items, |&(number, _)| pair(number, 0));
        assert_eq!(items, [(0, 'f'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c'), (3, 'e')]);
        assert!(pair(1, 9) < pair(2, 0) && pair(1, 1) < pair(1, 2));
    }
}
