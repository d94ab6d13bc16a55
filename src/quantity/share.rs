//! Shares in other words than %: 三成, 9成, 三分之一, 百分之九十, 1/3.

use crate::Decimal;
use crate::fold::is_ideograph;
use crate::number::{self, Number};
use crate::quantity::unit::UnitKind;
use crate::quantity::{Quantity, Raw, Scan, name};
use crate::words::Stretch;

impl Scan<'_> {
    /// 9成, 3分之1.
    pub(super) fn share(&self, at: usize, raw: &Raw) -> Option<Quantity> {
        let behind = self.after(raw.end);
        if let Some(rest) = behind.strip_prefix("分之") {
            return self.fraction(at, raw.number.value, raw.end + "分之".len(), rest);
        }
        let tenths = behind.strip_prefix('成').filter(|rest| name::is_tenth(rest))?;
        (raw.number.value < Decimal::whole(10)).then(|| self.tenths(at, &raw.number, raw.end, tenths))?
    }

    /// 1/3, where it is a share: behind 占, 近, 约, 的 and the like.
    pub(super) fn slashed(&self, at: usize) -> Option<Quantity> {
        let after = self.after(at);
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let (above, rest) = (&after[..digits], after[digits..].strip_prefix('/')?);
        let below = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        let (a, b): (i64, i64) = (above.parse().ok()?, below.parse().ok()?);
        let told = self.before(at).ends_with_any("占近约的过为到超");
        let share = Decimal::whole(a).shift(2)?.over(Decimal::whole(b), 8)?;
        let place = at..at + above.len() + 1 + below.len();
        (told && a < b && b <= 10).then(|| self.quantity(place, share, "%", UnitKind::Rate, false))
    }

    /// X分之Y, as a share.
    pub(super) fn fraction(&self, at: usize, below: Decimal, from: usize, rest: &str) -> Option<Quantity> {
        let above =
            if rest.begins_with_digit() { number::arabic(rest, false)? } else { number::chinese(rest)? };
        let share = above.value.shift(2)?.over(below, 8)?;
        Some(self.quantity(at..from + above.len, share, "%", UnitKind::Rate, above.over))
    }

    /// N成 or N成M, as a share.
    pub(super) fn tenths(&self, at: usize, number: &Number, end: usize, rest: &str) -> Option<Quantity> {
        let mut share = number.value.shift(1)?;
        let mut end = end + "成".len();
        let digit = number::chinese(rest).filter(|n| n.len == "五".len() && n.value < Decimal::whole(10));
        // 近四成一线人员 is 40 % of them.
        let closes = |n: &Number| {
            let behind = rest[n.len..].chars().next();
            behind.is_none_or(|c| !is_ideograph(c) || "左以多的上".has(c))
        };
        if let Some(more) = digit.filter(closes) {
            share = share.plus(more.value)?;
            end += more.len;
        }
        if self.after(end).starts_with('半') {
            end += "半".len();
            share = share.plus(Decimal::whole(5))?;
        }
        if self.after(end).begins_with_any("多余") {
            end += "多".len();
            return Some(self.quantity(at..end, share, "%", UnitKind::Rate, true));
        }
        let mut tenths = self.quantity(at..end, share, "%", UnitKind::Rate, number.over);
        // 一成至两成
        if let Some(rest) = self.after(end).strip_prefix(['至', '到', '-'])
            && let Some(upper) = number::chinese(rest).filter(|n| rest[n.len..].starts_with('成'))
        {
            tenths.upper = upper.value.shift(1);
            tenths.place.end = self.sentence.end - (rest.len() - upper.len - "成".len());
        }
        Some(tenths)
    }
}
