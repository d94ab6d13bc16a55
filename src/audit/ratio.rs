//! Ratios: whether a share or a growth follows from two figures, to the digits that it is written with.

use crate::Decimal;
use crate::audit::amount;
use crate::metric::Metric;
use crate::quantity::bound::Bound;

/// How a written share or growth stands to what two figures give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It is what they give, rounded.
    Holds,
    /// It is what they give, with its further digits cut off.
    Cut,
    /// It is something else.
    Differs,
}

/// Tries `written` against `100 × part ÷ whole`; a share beyond all reckoning holds.
pub fn fit(part: Decimal, whole: Decimal, slack: Decimal, written: &Metric) -> Fit {
    tried(part, whole, slack, written).unwrap_or(Fit::Holds)
}

fn tried(part: Decimal, whole: Decimal, slack: Decimal, written: &Metric) -> Option<Fit> {
    let step = amount::step(written);
    // part × 100 − share × whole: how far the share is off, times the whole.
    let off = part.shift(2)?.minus(written.value.times(whole)?)?;
    let half = step.over(Decimal::whole(2), 12)?.times(whole)?.plus(slack.shift(2)?)?;
    let near = step.times(whole)?.plus(slack.shift(2)?)?;
    let holds = match written.bound {
        Bound::Exact => off.size() <= half,
        Bound::About => off.size() <= near.plus(near)?,
        Bound::Over | Bound::AtLeast => off >= half.negated(),
        Bound::Under | Bound::AtMost => off <= half,
    };
    if holds {
        return Some(Fit::Holds);
    }
    let cut = written.bound == Bound::Exact && off > Decimal::ZERO && off < near;
    Some(if cut { Fit::Cut } else { Fit::Differs })
}

/// `100 × part ÷ whole` with as many digits as `written` has, one at least.
pub fn share(part: Decimal, whole: Decimal, written: &Metric) -> Option<Decimal> {
    let step = amount::step(written);
    part.shift(2)?.over(whole, step.digits())
}
