//! A growth beside the difference: 300件,比上年增加28件,增长10.3%.

use super::{BARE, CUT, WAYS, said};
use crate::audit::case::Case;
use crate::audit::ratio::{Fit, fit, share};
use crate::audit::slip::{Found, Slip};
use crate::audit::{Severity, amount, message};
use crate::fold::is_letter;
use crate::metric::{Direction, Scope};
use crate::words::starts;
use crate::{Decimal, Id};

/// Tries a growth against the figure before it and the difference that stands between: they tell the earlier figure.
pub fn check(case: &Case, change: usize, found: &mut Found) {
    let Some(diff) = change.checked_sub(1) else { return };
    // 280件,同比增加30件,增长12%;环比增加40件,增长16.7%: the figure before all of its changes.
    let counts = |&i: &usize| case.metric(i).direction.is_none();
    let Some(last) = (case.sentence(change).start..diff).rev().find(counts) else { return };
    // 157件(个人141件、法人16件),减少29件: the total's, not the last part's.
    let total = case.metric(last).part_of.map(Id::index);
    let listed =
        last > 0 && case.together(last - 1, last) && case.gap(last - 1, last).starts_with(['、', '和']);
    let Some(new) = total.or((!listed).then_some(last)) else { return };
    let (now, by, written) = (case.metric(new), case.metric(diff), case.metric(change));
    let says_nothing = |words: &str| words.chars().all(|c| BARE.contains(c) || !is_letter(c));
    // 166批次,比2020年的111批次增加55批次: that is the earlier figure itself.
    let told = !starts(case.lead(new), "比 较 与 同 上年 去年")
        && case.together(new, change)
        && case.is_counted(new)
        && now.direction.is_none()
        && now.scope == Scope::Report
        && now.unit == by.unit
        && by.direction.is_some()
        && by.direction == written.direction
        && written.unit == "%"
        && case.exact(&[new, diff, change])
        && (last..change).all(|i| says_nothing(case.gap(i, i + 1)));
    let old = match by.direction {
        Some(Direction::Up) => now.value.minus(by.value),
        _ => now.value.plus(by.value),
    };
    let Some(old) = old.filter(|old| told && *old > Decimal::ZERO) else { return };
    let figures = [change, new, diff];
    let cut = match fit(by.value, old, amount::slack(case, &[new, diff]), written) {
        Fit::Holds => {
            let expression = message::fill("$0 → $1: $2%", &[&old, &now.value, &written.value]);
            return found.holds(&figures, expression);
        }
        fit => fit == Fit::Cut,
    };
    let then = message::fill("$0$1", &[&old, &now.unit]);
    let given = share(by.value, old, written);
    let way = if by.direction == Some(Direction::Up) { WAYS[0] } else { WAYS[1] };
    let told = [case.told(new), then, case.told(change)];
    let slip = said(case, figures, told, given, way, if cut { CUT } else { [""; 2] });
    found.slip(Slip { severity: cut.then_some(Severity::Note), ..slip });
}
