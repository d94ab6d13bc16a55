//! Exact decimals: a float's rounding must never look like a slip in the report.

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};

/// An exact decimal number, `mantissa × 10^-scale`, kept without trailing zeros after the point.
///
/// It leaves the crate as a JSON number: an integer when whole, else the shortest form of the value
/// rounded to ten significant digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "f64"))]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

/// More digits than any report writes, few enough that a product of two mantissas fits an `i128`.
const MAX_SCALE: u8 = 18;

impl Decimal {
    /// Nought.
    pub const ZERO: Self = Self { mantissa: 0, scale: 0 };

    /// `mantissa × 10^-scale`; `None` where the scale is beyond what is kept.
    #[must_use]
    pub fn new(mut mantissa: i64, mut scale: u8) -> Option<Self> {
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        (scale <= MAX_SCALE).then_some(Self { mantissa, scale })
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(value: i64) -> Self {
        Self { mantissa: value, scale: 0 }
    }

    /// The value times `10^power`; `None` when it grows out of range.
    #[must_use]
    pub fn shift(self, power: i8) -> Option<Self> {
        if power <= 0 {
            return Self::new(self.mantissa, self.scale.checked_add(power.unsigned_abs())?);
        }
        let power = power.unsigned_abs();
        let up = power.saturating_sub(self.scale);
        let mantissa = self.mantissa.checked_mul(10_i64.checked_pow(up.into())?)?;
        Self::new(mantissa, self.scale.saturating_sub(power))
    }

    /// The sum; `None` when it grows out of range.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let sum = self.at_scale(scale)?.checked_add(other.at_scale(scale)?)?;
        Self::new(i64::try_from(sum).ok()?, scale)
    }

    /// The difference; `None` when it grows out of range.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    /// The product; `None` when it grows out of range.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        Self::new(self.mantissa.checked_mul(other.mantissa)?, self.scale + other.scale)
    }

    /// The value without its sign.
    #[must_use]
    pub const fn size(self) -> Self {
        Self { mantissa: self.mantissa.abs(), scale: self.scale }
    }

    /// Whether it has one digit that is not nought: what one wrong digit makes a sum differ by.
    #[must_use]
    pub const fn has_one_digit(self) -> bool {
        let mut digits = self.mantissa.unsigned_abs();
        while digits != 0 && digits.is_multiple_of(10) {
            digits /= 10;
        }
        0 < digits && digits < 10
    }

    /// `self ÷ other` rounded half up to `digits` digits after the point; `None` for a nought divisor and where
    /// it grows out of range.
    #[must_use]
    pub fn over(self, other: Self, digits: u8) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let (a, b) =
            (i64::try_from(self.at_scale(scale)?).ok()?, i64::try_from(other.at_scale(scale)?).ok()?);
        let negative = (a < 0) != (b < 0);
        let (a, b) = (a.checked_abs()?, b.checked_abs()?);
        // As by hand, a digit at a time: a wider division would be half a kilobyte of the WebAssembly.
        let (mut quotient, mut rest) = (a.checked_div(b)?, a % b);
        for _ in 0..digits {
            rest = rest.checked_mul(10)?;
            quotient = quotient.checked_mul(10)?.checked_add(rest / b)?;
            rest %= b;
        }
        let half = rest.checked_mul(2)?;
        let quotient = quotient.checked_add(i64::from(half > b || half == b && !negative))?;
        Self::new(if negative { -quotient } else { quotient }, digits)
    }

    /// The same value with the opposite sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { mantissa: -self.mantissa, scale: self.scale }
    }

    /// How many digits stand after the point.
    #[must_use]
    pub const fn digits(self) -> u8 {
        self.scale
    }

    /// Whether nothing stands after the point.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.scale == 0
    }

    fn at_scale(self, scale: u8) -> Option<i128> {
        let power = 10_i64.checked_pow(u32::from(scale.checked_sub(self.scale)?))?;
        Some(i128::from(self.mantissa) * i128::from(power))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        // Eighteen digits of scale and nineteen of mantissa stay within an i128.
        let scale = self.scale.max(other.scale);
        self.at_scale(scale).cmp(&other.at_scale(scale))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let power = 10_u64.pow(self.scale.into());
        let (sign, size) = (if self.mantissa < 0 { "-" } else { "" }, self.mantissa.unsigned_abs());
        write!(f, "{sign}{}.{:0width$}", size / power, size % power, width = self.scale.into())
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // JavaScript holds whole numbers exactly up to 2^53.
        if self.is_whole() && self.mantissa.unsigned_abs() < 1 << 53 {
            return serializer.serialize_i64(self.mantissa);
        }
        // Ten digits of mantissa and a power of ten up to 10^22 are exact as floats, so that their
        // quotient is the float nearest to the decimal: it prints as the decimal does.
        let (mut mantissa, mut scale) = (self.mantissa, self.scale);
        while scale > 0 && mantissa.unsigned_abs() >= SIGNIFICANT {
            mantissa = (mantissa + 5 * mantissa.signum()) / 10;
            scale -= 1;
        }
        serializer.serialize_f64(mantissa as f64 / 10_f64.powi(scale.into()))
    }
}

/// Ten significant digits leave the crate.
const SIGNIFICANT: u64 = 10_000_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        Decimal::new(format!("{whole}{part}").parse().unwrap(), part.len() as u8).unwrap()
    }

    #[test]
    fn one_value_has_one_form() {
        assert_eq!(d("1.50"), d("1.5"));
        assert_eq!(d("24.65").shift(8), Some(Decimal::whole(2_465_000_000)));
        assert_eq!(d("4.87").shift(-1), Some(d("0.487")));
        assert_eq!(d("1.5").shift(1), Some(Decimal::whole(15)));
    }

    #[test]
    fn orders_by_value() {
        assert!(d("0.3") > d("0.25"));
        assert!(d("2") < d("2.01"));
        assert_eq!(d("7.0").cmp(&d("7")), Ordering::Equal);
    }

    #[test]
    fn divides_half_up() {
        assert_eq!(Decimal::whole(1293).over(Decimal::whole(1343), 3), Some(d("0.963")));
        assert_eq!(Decimal::whole(1).over(Decimal::whole(8), 2), Some(d("0.13")));
        assert_eq!(Decimal::whole(1).over(Decimal::ZERO, 2), None);
    }

    #[test]
    fn adds_exactly() {
        assert_eq!(d("0.1").plus(d("0.2")), Some(d("0.3")));
        assert_eq!(d("0.1").minus(d("0.3")), Some(d("-0.2")));
        assert_eq!(d("2.5").times(d("-0.4")), Some(d("-1")));
        assert_eq!(Decimal::whole(i64::MAX).times(Decimal::whole(2)), None);
    }

    #[test]
    fn knows_what_one_wrong_digit_makes() {
        for (difference, one) in [("400", true), ("-0.03", true), ("0", false), ("110", false)] {
            assert_eq!(d(difference).has_one_digit(), one, "{difference}");
        }
    }

    #[test]
    fn leaves_as_json_says_it() {
        let json = |d: Decimal| serde_json::to_string(&d).unwrap();
        assert_eq!(json(d("96.40")), "96.4");
        assert_eq!(json(d("3061200")), "3061200");
        assert_eq!(json(d("33.3333333333")), "33.33333333");
        assert_eq!(json(d("0.487")), "0.487");
    }

    #[test]
    fn out_of_range_is_none() {
        assert_eq!(Decimal::whole(i64::MAX).shift(1), None);
        assert_eq!(Decimal::new(1, 200), None);
    }
}
