//! A growth beside the difference: 300件,比上年增加28件,增长10.3%.

use super::{CUT, WAYS, said, says_nothing};
use crate::audit::amount::is_last_digit;
use crate::audit::case::Case;
use crate::audit::ratio::{Fit, fit, share};
use crate::audit::slip::{Found, Slip};
use crate::audit::{Severity, amount, message};
use crate::metric::{Direction, Scope};
use crate::words::{Stretch, starts};
use crate::{Decimal, Id};

/// A figure, the difference to an earlier one and the growth that the text tells of both.
struct Told {
    new: usize,
    diff: usize,
    change: usize,
    /// The earlier figure.
    old: Decimal,
    fit: Fit,
}

/// Tries a growth against the figure before it and the difference that stands between: they tell the earlier figure.
pub fn check(case: &Case, change: usize, found: &mut Found) {
    let Some(diff) = change.checked_sub(1) else { return };
    // 280件,同比增加30件,增长12%;环比增加40件,增长16.7%: the figure before all of its changes.
    let counts = |&i: &usize| case.metric(i).direction.is_none();
    let Some(last) = (case.sentence(change).start..diff).rev().find(counts) else { return };
    let nothing = (last..change).all(|i| says_nothing(case.gap(i, i + 1)));
    let total = case.metric(last).part_of.map(Id::index);
    let listed =
        last > 0 && case.together(last - 1, last) && case.gap(last - 1, last).begins_with_any("、和");
    // 157件(个人141件、法人16件),减少29件: the total's; 其中广告类262件,增加98件: the part's own.
    let alone = total.is_none() && !listed;
    let news = [Some(last), total].into_iter().flatten().filter(|_| nothing);
    let mut told: Vec<Told> = news.filter_map(|new| tried(case, new, diff, change)).collect();
    if let Some(held) = told.iter().position(|told| told.fit == Fit::Holds) {
        let Told { new, diff, change, old, .. } = told.swap_remove(held);
        let (now, written) = (case.metric(new), case.metric(change));
        let expression = message::fill("$0 → $1: $2%", &[&old, &now.value, &written.value]);
        found.holds(&[change, new, diff], expression);
    } else if let Some(told) = told.first().filter(|_| alone) {
        found.slip(slip(case, told));
    }
}

/// The three figures where they may belong together.
fn tried(case: &Case, new: usize, diff: usize, change: usize) -> Option<Told> {
    let (now, by, written) = (case.metric(new), case.metric(diff), case.metric(change));
    // 166批次,比2020年的111批次增加55批次: that is the earlier figure itself.
    let fits = !starts(case.lead(new), "比 较 与 同 上年 去年")
        && case.together(new, change)
        && case.is_counted(new)
        && now.direction.is_none()
        && now.scope == Scope::Report
        && now.unit == by.unit
        && by.direction.is_some()
        && by.direction == written.direction
        && written.unit == "%"
        && case.exact(&[new, diff, change]);
    let old = match by.direction {
        Some(Direction::Up) => now.value.minus(by.value),
        _ => now.value.plus(by.value),
    };
    let old = old.filter(|old| fits && *old > Decimal::ZERO)?;
    let fit = fit(by.value, old, amount::slack(case, &[new, diff]), written);
    Some(Told { new, diff, change, old, fit })
}

fn slip(case: &Case, told: &Told) -> Slip {
    let Told { new, diff, change, old, ref fit } = *told;
    let (by, written) = (case.metric(diff), case.metric(change));
    let then = amount::scaled(case.metric(new), old);
    let given = share(by.value, old, written);
    let way = if by.direction == Some(Direction::Up) { WAYS[0] } else { WAYS[1] };
    let cut = *fit == Fit::Cut;
    let words = [case.told(new), then, case.told(change)];
    let slip = said(case, [change, new, diff], words, given, way, if cut { CUT } else { [""; 2] });
    Slip { severity: (cut || is_last_digit(given, written)).then_some(Severity::Note), ..slip }
}
