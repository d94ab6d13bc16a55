//! What arithmetic says of a slip: one way to fill patterns and one way to hand figures in.

use std::fmt::{Display, Write};

use crate::audit::case::Case;
use crate::audit::slip::Slip;
use crate::audit::{Fix, amount};
use crate::{Decimal, Locale};

/// A pattern with each `$` and a digit in it filled by the word of that number.
pub fn fill(pattern: &str, words: &[&dyn Display]) -> String {
    let mut filled = String::new();
    for (i, piece) in pattern.split('$').enumerate() {
        let (number, piece) = if i == 0 { ("", piece) } else { piece.split_at(1) };
        if let Some(word) = number.parse().ok().and_then(|number: usize| words.get(number)) {
            let _ = write!(filled, "{word}");
        }
        filled.push_str(piece);
    }
    filled
}

/// The pattern of the case's language, filled.
pub fn say(case: &Case, [zh, en]: [&str; 2], words: &[&dyn Display]) -> String {
    fill(if case.locale == Locale::Zh { zh } else { en }, words)
}

/// A slip of the first of these figures, which by the others should be `expected`.
pub fn slip(
    case: &Case,
    figures: Vec<usize>,
    expected: Option<Decimal>,
    message: String,
    key: String,
) -> Slip {
    let wrong = case.metric(figures[0]);
    let fix = expected.and_then(|value| fix(case, figures[0], value));
    Slip {
        span: Some(wrong.span),
        related: case.spans(&figures[1..]),
        stated: Some(wrong.value),
        expected,
        fixes: fix.into_iter().collect(),
        message,
        key,
        metrics: figures,
        severity: None,
    }
}

/// Another value in the place of a figure, where it is written in plain digits.
pub fn fix(case: &Case, figure: usize, value: Decimal) -> Option<Fix> {
    let metric = case.metric(figure);
    Some(Fix { span: metric.span, text: amount::rewritten(metric, value)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_a_pattern() {
        assert_eq!(fill("$1＝$0，$1。", &[&"甲", &Decimal::whole(2)]), "2＝甲，2。");
        assert_eq!(fill("无", &[]), "无");
    }
}
