//! Figures as amounts: how exactly they are written, and how they are written anew.

use crate::Decimal;
use crate::audit::case::Case;
use crate::fold::{Folded, fold, read_as};
use crate::metric::Metric;
use crate::number::power;
use crate::quantity::bound::Bound;
use crate::words::Stretch;

/// What the last digit written of a figure is worth: nought where every unit is counted.
pub fn step(metric: &Metric) -> Decimal {
    let (mut point, mut digits, mut scale) = (false, 0_i8, 0_i8);
    let (mut tenths, mut arabic) = (false, false);
    for c in metric.text.chars() {
        match fold(c) {
            Folded::As('.') => point = true,
            Folded::As(c) if c.is_ascii_digit() => {
                digits += i8::from(point && digits < i8::MAX);
                arabic = true;
            }
            Folded::As('‰') => digits += 1,
            Folded::As('成') => tenths = true,
            // 五十八件 is counted to the last one; 3千万元 is not.
            Folded::As(c) if metric.unit != "%" => {
                let own = power(c).filter(|&power| arabic || power > 2).unwrap_or(0);
                scale = scale.saturating_add(own);
            }
            _ => {}
        }
    }
    if metric.unit == "%" || metric.unit == "pp" || metric.unit == "倍" {
        let whole = i8::from(tenths);
        return Decimal::whole(1).shift(whole - digits).unwrap_or(Decimal::ZERO);
    }
    if scale == 0 && !point {
        return Decimal::ZERO;
    }
    Decimal::whole(1).shift(scale.saturating_sub(digits)).unwrap_or(Decimal::ZERO)
}

/// Whether what a share should be is a unit of its last digit off at most.
pub fn is_last_digit(given: Option<Decimal>, written: &Metric) -> bool {
    let off = given.and_then(|given| given.size().minus(written.value.size()));
    off.is_some_and(|off| off.size() <= step(written))
}

/// A value with its unit in the scale of a figure: 3106.82万元 beside 277034万元.
pub fn scaled(metric: &Metric, value: Decimal) -> String {
    let (mut most, mut word) = (3, "");
    for (at, c) in metric.text.char_indices() {
        if let Some(power) = power(read_as(c)).filter(|&power| power > most) {
            (most, word) = (power, &metric.text[at..at + c.len_utf8()]);
        }
    }
    let value = if word.is_empty() { Some(value) } else { value.shift(-most) }.unwrap_or(value);
    format!("{value}{word}{}", metric.unit)
}

/// By how much rounding may put the sum or the difference of figures off.
pub fn slack(case: &Case, figures: &[usize]) -> Decimal {
    let mut all = Decimal::ZERO;
    for &figure in figures {
        all = all.plus(step(case.metric(figure))).unwrap_or(all);
    }
    all.over(Decimal::whole(2), all.digits() + 1).unwrap_or(Decimal::ZERO)
}

/// Whether the figure says its value without 约, 余, 超 and the like, and is no range.
pub fn is_exact(metric: &Metric) -> bool {
    metric.bound == Bound::Exact && metric.upper.is_none()
}

/// Whether two values differ by one digit, as a slip of the hand makes them.
pub fn one_digit_apart(a: Decimal, b: Decimal) -> bool {
    let (a, b) = (a.to_string(), b.to_string());
    a.len() == b.len() && a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count() == 1
}

/// The figure's words with another value, where it is written in plain digits.
pub fn rewritten(metric: &Metric, value: Decimal) -> Option<String> {
    let words = &metric.text;
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let end = words.find(|c| !plain(c)).unwrap_or(words.len());
    let unit = &words[end..];
    if end == 0 || unit.chars().any(|c| power(c).is_some() || plain(c) || c == '‰') || value < Decimal::ZERO
    {
        return None;
    }
    let mut number = value.to_string();
    if words[..end].has(',') {
        let whole = number.find('.').unwrap_or(number.len());
        for at in (1..whole).rev().filter(|at| (whole - at).is_multiple_of(3)) {
            number.insert(at, ',');
        }
    }
    // 96.0% stays with its nought.
    if let (Some(old), true) = (words[..end].find('.'), metric.unit == "%") {
        let digits = end - old - 1;
        let have = number.find('.').map_or(0, |at| number.len() - at - 1);
        if have == 0 {
            number.push('.');
        }
        number.extend(std::iter::repeat_n('0', digits.saturating_sub(have)));
    }
    Some(number + unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Metric<'_> {
        crate::read(text).metrics.swap_remove(0)
    }

    #[test]
    fn knows_how_exactly_a_figure_is_written() {
        let d = |whole: i64, power| Decimal::whole(whole).shift(power).unwrap();
        for (text, wanted) in [
            ("办理公证1874件。", Decimal::ZERO),
            ("浏览量306.12万次。", d(1, 2)),
            ("办结率96.40%。", d(1, -2)),
            ("办结率９６．４％。", d(1, -1)),
            ("接待来访五百八十人次。", Decimal::ZERO),
            ("办结率九成。", d(1, 1)),
            ("罚款6千万元。", d(1, 7)),
            ("发生率4.87‰。", d(1, -3)),
        ] {
            assert_eq!(step(&first(text)), wanted, "{text}");
        }
    }

    #[test]
    fn writes_a_figure_anew_as_it_was_written() {
        let d = Decimal::whole;
        assert_eq!(rewritten(&first("共1,905件。"), d(12345)).as_deref(), Some("12,345件"));
        assert_eq!(rewritten(&first("办结率96.4%。"), d(96)).as_deref(), Some("96.0%"));
        assert_eq!(rewritten(&first("浏览量3.2万次。"), d(1)), None);
    }
}
