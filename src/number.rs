//! Numbers as written: Arabic, Chinese, and both with 万, 亿, 余, 多.

use crate::fold::is_ideograph;
use crate::words::Stretch;
use crate::{Decimal, mark};

/// A number and how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Its value, scale multiplied out.
    pub value: Decimal,
    /// How many bytes it takes.
    pub len: usize,
    /// Whether 余, 多, 几 or 来 says that it is more, or about as many.
    pub over: bool,
    /// Whether 百, 千, 万 or 亿 stands behind the digits.
    pub scaled: bool,
    /// Whether it is written in Chinese numerals.
    pub chinese: bool,
}

/// The value of a Chinese digit.
fn digit(c: char) -> Option<i64> {
    match c {
        '零' | '〇' => Some(0),
        '两' => Some(2),
        _ => Some(mark::digit(c)).filter(|digit| (1..10).contains(digit)).map(i64::from),
    }
}

/// The power of ten that a scale character stands for.
pub fn power(c: char) -> Option<i8> {
    Some(match c {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' => 4,
        '亿' => 8,
        _ => return None,
    })
}

/// Whether `c` may begin or go on with a Chinese numeral.
#[must_use]
pub fn is_chinese(c: char) -> bool {
    digit(c).is_some() || power(c).is_some()
}

/// Units that begin like a scale.
const NO_SCALE: &[&str] = &["百分", "千克", "千米", "千瓦"];

/// Reads the scale and the 余 or 多 behind digits: the number as it then is.
fn scaled(mut number: Number, rest: &str) -> Option<Number> {
    let mut len = 0;
    loop {
        let rest = &rest[len..];
        let Some(c) = rest.chars().next() else { break };
        if matches!(c, '余' | '多' | '几') || is_estimate(rest) {
            // 2000多次 is more than 2000, 多次 alone is not read here.
            if number.over {
                break;
            }
            number.over = true;
        } else if let Some(power) = power(c).filter(|_| !NO_SCALE.iter().any(|u| rest.starts_with(u))) {
            number.value = number.value.shift(power)?;
            number.scaled = true;
        } else {
            break;
        }
        len += c.len_utf8();
    }
    number.len += len;
    Some(number)
}

/// Whether 来 makes the number before it an estimate: 五千来份, not 110来电.
fn is_estimate(rest: &str) -> bool {
    const COMING: &str = "电访信函自源到回看说源往不";
    let behind = rest.strip_prefix('来').and_then(|rest| rest.chars().next());
    behind.is_some_and(|c| !COMING.has(c) && is_ideograph(c))
}

/// Reads an Arabic number at the start of `text`, thousands separated or not, with its scale.
///
/// `spaced` allows a blank among the digits, as bad line breaks leave it.
#[must_use]
pub fn arabic(text: &str, spaced: bool) -> Option<Number> {
    let bytes = text.as_bytes();
    let run = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut len = run(0);
    if len == 0 {
        return None;
    }
    let mut digits = text[..len].to_owned();
    if len <= 3 && bytes[0] != b'0' {
        while bytes.get(len) == Some(&b',') && run(len + 1) == 3 {
            digits.push_str(&text[len + 1..len + 4]);
            len += 4;
        }
    }
    if spaced && len <= 3 && bytes.get(len) == Some(&b' ') {
        let more = run(len + 1);
        let behind = bytes.get(len + 1 + more);
        // 3 180.5万元, and 1 906 alone in a cell.
        let thousands = more == 3 && behind.is_none_or(|b| matches!(b, b'.' | b'\t'));
        if more > 0 && (thousands || behind.is_some_and(|b| !b.is_ascii())) {
            digits.push_str(&text[len + 1..len + 1 + more]);
            len += 1 + more;
        } else if let Some(end) = grouped(bytes, len).or_else(|| spelt(bytes, len)) {
            // 1 757 526件; 3 1 2次: a blank behind every digit.
            digits.extend(text[len..end].bytes().filter(u8::is_ascii_digit).map(char::from));
            len = end;
        }
    }
    let mut scale = 0;
    if let Some(point) = decimal_point(&text[len..]) {
        scale = run(len + point);
        if scale > 0 {
            digits.push_str(&text[len + point..len + point + scale]);
            len += point + scale;
        }
    }
    let value = Decimal::new(digits.parse().ok()?, u8::try_from(scale).ok()?)?;
    let number = scaled(Number { value, len, over: false, scaled: false, chinese: false }, &text[len..])?;
    let mut number = compound(number, text)?;
    // 8000+份
    if text[number.len..].strip_prefix('+').is_some_and(|unit| unit.starts_with(is_ideograph)) {
        number.len += 1;
        number.over = true;
    }
    Some(number)
}

/// Where a number ends that blanks part into several groups of three digits, if a word follows.
fn grouped(bytes: &[u8], len: usize) -> Option<usize> {
    let digits = |at: usize| bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut end = len;
    while bytes.get(end) == Some(&b' ') && digits(end + 1) == 3 {
        end += 4;
    }
    (end > len + 4 && bytes.get(end).is_some_and(|b| !b.is_ascii())).then_some(end)
}

/// Where a number ends whose digits all have a blank before them, if a word follows.
fn spelt(bytes: &[u8], len: usize) -> Option<usize> {
    let mut end = len;
    while bytes.get(end) == Some(&b' ') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        end += 2;
    }
    (len == 1 && end > len && bytes.get(end).is_some_and(|b| !b.is_ascii())).then_some(end)
}

/// How long a decimal point at the start of a text is; in 99·59% a middle dot is one.
pub fn decimal_point(text: &str) -> Option<usize> {
    if text.starts_with('.') {
        return Some(1);
    }
    let share = text.strip_prefix('·')?;
    let digits = share.find(|c: char| !c.is_ascii_digit())?;
    (digits > 0 && share[digits..].starts_with('%')).then_some("·".len())
}

/// 1亿2000万, 4万2千: a second number of a smaller scale right behind the first.
fn compound(number: Number, text: &str) -> Option<Number> {
    let rest = &text[number.len..];
    if !number.scaled || number.over || !rest.begins_with_digit() {
        return Some(number);
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let value = Decimal::whole(rest[..digits].parse().ok()?);
    let more =
        scaled(Number { value, len: digits, over: false, scaled: false, chinese: false }, &rest[digits..])?;
    let smaller = more.value < Decimal::whole(100_000_000) && more.value < number.value;
    if !more.scaled || !smaller {
        return Some(number);
    }
    let value = number.value.plus(more.value)?;
    Some(Number { value, len: number.len + more.len, over: more.over, ..number })
}

/// Reads a Chinese numeral at the start of `text`: up to 亿, strictly built, with its 余 or 多.
///
/// Digits side by side (两三, 二〇二一) are an estimate or a year, and no number here.
#[must_use]
pub fn chinese(text: &str) -> Option<Number> {
    let (mut total, mut section, mut pending) = (0_i64, 0_i64, None);
    let (mut len, mut last_power, mut scaled_by) = (0, i8::MAX, false);
    let mut decimals: Option<(i64, u8)> = None;
    let mut chars = text.chars().peekable();
    while let Some(&c) = chars.peek() {
        if let Some(value) = digit(c) {
            if let Some((mantissa, scale)) = &mut decimals {
                *mantissa = mantissa.checked_mul(10)?.checked_add(value)?;
                *scale += 1;
            } else if pending.is_some_and(|p| p != 0) {
                return None;
            } else {
                pending = Some(value);
            }
        } else if let Some(power) = power(c).filter(|_| decimals.is_none()) {
            if NO_SCALE.iter().any(|u| text[len..].starts_with(u)) {
                break;
            }
            let unit = 10_i64.pow(power.unsigned_abs().into());
            if power < 4 {
                if power >= last_power {
                    break;
                }
                section += pending.take().unwrap_or(1).checked_mul(unit)?;
                last_power = power;
            } else {
                let count = section + pending.take().unwrap_or(0);
                let count = if count == 0 && total == 0 { 1 } else { count };
                total = if power == 8 { (total + count).checked_mul(unit)? } else { total + count * unit };
                (section, last_power) = (0, i8::MAX);
            }
            scaled_by = true;
        } else if c == '点'
            && decimals.is_none()
            && text[len + 3..].chars().next().is_some_and(|c| digit(c).is_some())
        {
            decimals = Some((0, 0));
        } else {
            break;
        }
        len += c.len_utf8();
        chars.next();
    }
    if len == 0 {
        return None;
    }
    let whole = total.checked_add(section)?.checked_add(pending.unwrap_or(0))?;
    let mut value = Decimal::whole(whole);
    if let Some((mantissa, scale)) = decimals {
        value = value.plus(Decimal::new(mantissa, scale)?)?;
    }
    scaled(Number { value, len, over: false, scaled: scaled_by, chinese: true }, &text[len..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(number: Option<Number>) -> Option<(String, usize, bool)> {
        number.map(|n| (n.value.to_string(), n.len, n.over))
    }

    #[test]
    fn arabic_numbers() {
        for (text, value, rest, over) in [
            ("1,100万元", "11000000", "元", false),
            ("4.2万余户", "42000", "户", true),
            ("260余万元", "2600000", "元", true),
            ("6千万元", "60000000", "元", false),
            ("2000余条", "2000", "条", true),
            ("3.2百分点", "3.2", "百分点", false),
            ("8000+份", "8000", "份", true),
            ("1.2万+人次", "12000", "人次", true),
            ("12+300处", "12", "+300处", false),
            ("2022,123件", "2022", ",123件", false),
        ] {
            let number = arabic(text, false).unwrap();
            assert_eq!(
                (number.value.to_string().as_str(), &text[number.len..], number.over),
                (value, rest, over)
            );
        }
        assert_eq!(read(arabic("1 5起", true)), Some(("15".into(), 3, false)));
        assert_eq!(read(arabic("12 34 56", true)), Some(("12".into(), 2, false)));
        assert_eq!(read(arabic("1 757 526件", true)), Some(("1757526".into(), 9, false)));
        assert_eq!(read(arabic("12 345 678 90", true)), Some(("12".into(), 2, false)));
    }

    #[test]
    fn chinese_numerals() {
        for (text, value, rest, over) in [
            ("三百余场", "300", "场", true),
            ("八千余份", "8000", "份", true),
            ("六十三家", "63", "家", false),
            ("两千一百人次", "2100", "人次", false),
            ("一万二千件", "12000", "件", false),
            ("三万零五十", "30050", "", false),
            ("百余人", "100", "人", true),
            ("十二场次", "12", "场次", false),
            ("一亿两千万元", "120000000", "元", false),
            ("九十八点五", "98.5", "", false),
        ] {
            let number = chinese(text).unwrap();
            assert_eq!(
                (number.value.to_string().as_str(), &text[number.len..], number.over),
                (value, rest, over)
            );
        }
    }

    #[test]
    fn digits_side_by_side_are_no_number() {
        assert_eq!(chinese("两三次"), None);
        assert_eq!(chinese("二〇二一年"), None);
    }
}
