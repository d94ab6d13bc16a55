//! Shares in a table: a count and its share in each row, all of one whole.

use super::{Kind, holds, slip};
use crate::Decimal;
use crate::audit::case::{Case, REACH};
use crate::audit::ratio::{Fit, fit};
use crate::audit::slip::Found;
use crate::indicators::MetricKind;
use crate::metric::Source;

/// The fewest rows that tell what their shares are of.
const FEWEST: usize = 4;
/// How many figures before a table its whole may stand.
const BEFORE: usize = 8;

/// Tries every table of counts with shares: where all rows but one are of one whole, that one is wrong.
pub fn check(case: &Case, found: &mut Found) {
    let mut first = 0;
    while first + 1 < case.metrics().len() {
        let rows = rows(case, first);
        if rows.len() >= FEWEST {
            settle(case, found, &rows);
        }
        first += (rows.len() * 2).max(1);
    }
}

/// The counts from here on of which each stands in a row with its share alone.
fn rows(case: &Case, first: usize) -> Vec<usize> {
    let row = |&count: &usize| {
        let share = case.metrics().get(count + 1).is_some_and(|share| {
            share.kind == MetricKind::Rate && share.source == Source::Table && share.unit == "%"
        });
        share
            && case.is_counted(count)
            && case.metric(count).source == Source::Table
            && case.alike(first, count)
            && !case.gap(count, count + 1).contains('\n')
            && (count == first || case.gap(count - 1, count).contains('\n'))
    };
    (first..case.metrics().len()).step_by(2).take(REACH).take_while(row).collect()
}

/// Tries the rows against the figure before them, or among them, of which most are.
fn settle(case: &Case, found: &mut Found, rows: &[usize]) {
    let largest = rows.iter().map(|&row| case.metric(row).value).max();
    let fits = |row: usize, whole: usize| {
        fit(case.metric(row).value, case.metric(whole).value, Decimal::ZERO, case.metric(row + 1))
            == Fit::Holds
    };
    let wholes = (rows[0].saturating_sub(BEFORE)..rows[0]).chain(rows.iter().copied());
    let wholes =
        wholes.filter(|&whole| case.alike(whole, rows[0]) && Some(case.metric(whole).value) >= largest);
    let count = |whole: usize| rows.iter().filter(|&&row| fits(row, whole)).count();
    let Some(whole) =
        wholes.max_by_key(|&whole| count(whole)).filter(|&whole| count(whole) + 1 >= rows.len())
    else {
        return;
    };
    for &row in rows.iter().filter(|&&row| row != whole) {
        let own = case.metric(row).value;
        if fits(row, whole) {
            holds(case, found, row + 1, &[row], whole, own);
        } else if case.exact(&[row, whole, row + 1]) {
            found.slip(slip(case, row + 1, &[row], whole, own, Kind::Plain));
        }
    }
}
