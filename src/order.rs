//! Sorting by a number. All sorting goes through one instance of the library's sort: each kind of
//! thing sorted by itself would cost the WebAssembly some kilobytes.

/// Puts items in the order of their keys; items of one key stay as they stood.
pub fn sort_by<T>(items: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    let numbered = items.iter().zip(0..).map(|(item, at)| (key(item), at));
    let keys = sorted(numbered.collect());
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(keys.into_iter().filter_map(|(_, at)| taken[at as usize].take()));
}

/// Two numbers as one key: the first decides, then the second.
#[must_use]
pub fn pair(first: usize, second: usize) -> u64 {
    (first as u64) << 32 | second as u64 & u64::from(u32::MAX)
}

fn sorted(mut keys: Vec<(u64, u32)>) -> Vec<(u64, u32)> {
    keys.sort_unstable();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_by_both_numbers_and_keeps_the_rest() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by(&mut items, |&(number, _)| pair(number, 0));
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        assert!(pair(1, 9) < pair(2, 0) && pair(1, 1) < pair(1, 2));
    }
}
