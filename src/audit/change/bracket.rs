//! Earlier figures in a bracket behind their changes: 下降11.2%(上年689件).

use super::{Pair, way};
use crate::audit::case::Case;

/// Whether the earlier figure, where it stands in a bracket behind changes, is of this one: 立案下降11.2%(上年689件),
/// 首违免罚增加到134件,比上年多57件. Behind several each has its own: 分别下降17.3%和16.2%(上年52起、37人).
pub fn is_own(case: &Case, pair: &Pair) -> Option<bool> {
    let joined = |i: usize| ["和", "、", "与", "及"].contains(&case.gap(i, i + 1));
    let changes = |i: usize| way(case, i).is_some();
    let mut last = pair.old.checked_sub(1)?;
    while last > 0 && !changes(last) && joined(last) {
        last -= 1;
    }
    if !changes(last) || !case.gap(last, last + 1).starts_with('(') {
        return None;
    }
    let mut first = last;
    while first > 0 && changes(first - 1) && joined(first - 1) {
        first -= 1;
    }
    let other = pair.change > pair.old && pair.new > pair.old;
    if first < last {
        let place = pair.old - last - 1;
        (pair.change >= first).then_some(pair.change == first + place)
    } else {
        other.then_some(false)
    }
}
