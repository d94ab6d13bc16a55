//! Shares in a table: a count and its share in each row, all of one whole.

use super::{Kind, holds, slip};
use crate::Decimal;
use crate::audit::case::Case;
use crate::audit::ratio::{Fit, fit};
use crate::audit::slip::Found;
use crate::indicators::MetricKind;
use crate::metric::Source;
use crate::words::Stretch;

/// The fewest rows that tell what their shares are of.
const FEWEST: usize = 4;
/// The most of them.
const MOST: usize = 40;
/// How many figures before a table its whole may stand.
const BEFORE: usize = 8;

/// Tries every table of counts with shares: where all rows but one are of one whole, that one is wrong.
pub fn check(case: &Case, found: &mut Found) {
    let mut first = 0;
    while first < case.metrics().len() {
        let mut rows = Vec::new();
        while rows.len() < MOST && is_row(case, first) {
            rows.push(first);
            first += 2;
        }
        if rows.len() >= FEWEST {
            settle(case, found, &rows);
        }
        first += usize::from(rows.is_empty());
    }
}

/// Whether a count stands in a row with its share alone.
fn is_row(case: &Case, count: usize) -> bool {
    let Some(share) = case.metrics().get(count + 1) else { return false };
    let own = share.kind == MetricKind::Rate && share.source == Source::Table;
    own && case.is_counted(count)
        && case.metric(count).source == Source::Table
        && !case.gap(count, count + 1).has('\n')
        && (count == 0 || case.gap(count - 1, count).has('\n'))
}

/// Tries the rows against the figure before them, or among them, of which most are.
fn settle(case: &Case, found: &mut Found, rows: &[usize]) {
    let fits = |row: usize, whole: usize| {
        let (own, all) = (case.metric(row).value, case.metric(whole).value);
        all > Decimal::ZERO && fit(own, all, Decimal::ZERO, case.metric(row + 1)) == Fit::Holds
    };
    let (first, last) = (rows[0], rows[rows.len() - 1]);
    let (mut whole, mut most) = (first, 0);
    for other in first.saturating_sub(BEFORE)..=last {
        let count = rows.iter().filter(|&&row| fits(row, other)).count();
        if case.alike(other, first) && count > most {
            (whole, most) = (other, count);
        }
    }
    if most + 1 < rows.len() {
        return;
    }
    for &row in rows.iter().filter(|&&row| row != whole) {
        let own = case.metric(row).value;
        if fits(row, whole) {
            holds(case, found, row + 1, &[row], whole, own);
        } else if case.exact(&[row, whole, row + 1]) {
            found.slip(slip(case, row + 1, &[row], whole, own, Kind::Plain));
        }
    }
}
