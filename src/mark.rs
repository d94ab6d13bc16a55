//! Marks: 一、 (一) 1. ① 第一部分 of a heading, at the start of a line; 一是 of an item, in running text.

use crate::fold::{Folded, fold, read_as};
use crate::words::Stretch;

/// What a heading mark looks like, the outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// 第一部分, 第二章.
    Part,
    /// 第一节
    Section,
    /// 一、
    Chinese,
    /// (一)
    ChineseInBrackets,
    /// 1. or 1、
    Number,
    /// (1) or 1)
    NumberInBrackets,
    /// ①
    Circled,
}

/// A mark: what it looks like, its number, and how many bytes of the line it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// What it looks like.
    pub kind: MarkKind,
    /// Its number.
    pub number: u32,
    /// Bytes from the line's first mark character to behind the mark.
    pub len: usize,
}

/// Whether a character, as given or as read, marks an item that has no number.
pub fn is_bullet(c: char) -> bool {
    "·●■◆▲★☆►※◎□◇▪".has(read_as(c))
}

/// The value of a Chinese digit and of 十; 0 for any other character.
pub const fn digit(c: char) -> u32 {
    match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => 0,
    }
}

/// The value of a Chinese numeral up to 99, as marks have it: 0 stands behind its last digit.
fn chinese(digits: [u32; 3]) -> Option<u32> {
    match digits {
        [a, 0, _] if a > 0 => Some(a),
        [10, b @ 1..10, 0] => Some(10 + b),
        [a @ 1..10, 10, b @ 0..10] => Some(a * 10 + b),
        _ => None,
    }
}

/// Reads a mark at the start of `line`, folded or as given.
pub fn mark(line: &str) -> Option<Mark> {
    // A mark has eight characters at most: (二十一)、
    let mut chars = [('\0', 0); 9];
    let (mut count, mut end) = (0, 0);
    for c in line.chars() {
        end += c.len_utf8();
        match fold(c) {
            Folded::As(folded) => {
                let opens = matches!(folded, '(' | '第' | '0'..='9' | '①'..='⑳') || digit(folded) > 0;
                if count == 0 && !opens {
                    return None;
                }
                chars[count] = (folded, end);
                count += 1;
            }
            Folded::Blank if count > 0 => {}
            _ => break,
        }
        if count == chars.len() {
            break;
        }
    }
    let at = |i: usize| chars[i].0;
    let first = at(0);
    if ('①'..='⑳').contains(&first) {
        let number = u32::from(first) - u32::from('①') + 1;
        return Some(Mark { kind: MarkKind::Circled, number, len: chars[0].1 });
    }
    let mut i = usize::from(matches!(first, '(' | '第'));
    let (kind, number, last) = if digit(at(i)) > 0 {
        let mut digits = [0; 3];
        for value in &mut digits {
            *value = digit(at(i));
            if *value == 0 {
                break;
            }
            i += 1;
        }
        let (kind, last) = match (first, at(i), at(i + 1)) {
            ('(', ')', '、' | '.') => (MarkKind::ChineseInBrackets, i + 1),
            ('(', ')', _) => (MarkKind::ChineseInBrackets, i),
            ('第', '部', '分') => (MarkKind::Part, i + 1),
            ('第', '章' | '篇' | '编', _) => (MarkKind::Part, i),
            ('第', '节', _) => (MarkKind::Section, i),
            ('(' | '第', ..) => return None,
            // 二、三季度 names two quarters; 五、四季度打算 is a heading.
            (_, '、', next) if digit(next) > digits[0] && matches!(at(i + 2), '季' | '月') => return None,
            (_, '、' | '.', _) => (MarkKind::Chinese, i),
            (_, ')', _) => (MarkKind::ChineseInBrackets, i),
            _ => return None,
        };
        (kind, chinese(digits)?, last)
    } else {
        let mut number = 0;
        let open = i;
        while let Some(value) = at(i).to_digit(10).filter(|_| i < open + 2) {
            number = number * 10 + value;
            i += 1;
        }
        let (kind, last) = match (first, at(i), at(i + 1)) {
            ('(', ')', '、' | '.') => (MarkKind::NumberInBrackets, i + 1),
            ('(', ')', _) => (MarkKind::NumberInBrackets, i),
            ('(' | '第', ..) => return None,
            (_, ')', _) => (MarkKind::NumberInBrackets, i),
            // 1.5 is a number, 12.4 a day.
            (_, '.', next) if !next.is_ascii_digit() => (MarkKind::Number, i),
            (_, '、', _) => (MarkKind::Number, i),
            _ => return None,
        };
        (kind, number, last)
    };
    (number > 0).then_some(Mark { kind, number, len: chars[last].1 })
}

/// Value and length of the Chinese numeral up to 99 that opens `words`; its length is 0 where none does.
pub fn numeral(words: &str) -> (Option<u32>, usize) {
    let mut digits = [0; 3];
    let mut count = 0;
    for (value, c) in digits.iter_mut().zip(words.chars()) {
        *value = digit(c);
        if *value == 0 {
            break;
        }
        count += 1;
    }
    (chinese(digits), count * '一'.len_utf8())
}

/// Number and length of a mark that opens an item of a list in running text: 一是, 第二,, 其三, ④ … or a
/// heading's mark.
pub fn item_mark(words: &str) -> Option<(u32, usize)> {
    let introduced = match words.get(.."首先".len()) {
        Some("首先") => 1,
        Some("其次") => 2,
        Some("再次" | "再者") => 3,
        Some("最后") => 9,
        _ => 0,
    };
    if introduced > 0 {
        let len = "首先".len();
        return Some((introduced, len + usize::from(words[len..].starts_with(','))));
    }
    let behind = words.strip_prefix(['第', '其']);
    let rest = behind.unwrap_or(words);
    let (number, len) = numeral(rest);
    let at = words.len() - rest.len() + len;
    let after = words[at..].chars().next();
    match (number, after) {
        (Some(number), Some(c @ ('是' | '要'))) if behind.is_none() => Some((number, at + c.len_utf8())),
        (Some(number), Some(c @ (',' | '、' | '是'))) if behind.is_some() => {
            Some((number, at + c.len_utf8()))
        }
        (Some(number), Some(c)) if words.starts_with('其') && c != '中' => Some((number, at)),
        _ => mark(words).map(|mark| (mark.number, mark.len)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_common_marks() {
        for (line, kind, number, rest) in [
            ("一、坚持", MarkKind::Chinese, 1, "坚持"),
            ("十二、坚持", MarkKind::Chinese, 12, "坚持"),
            ("（三）强化", MarkKind::ChineseInBrackets, 3, "强化"),
            ("(二十一)强化", MarkKind::ChineseInBrackets, 21, "强化"),
            ("1.学习", MarkKind::Number, 1, "学习"),
            ("１２．学习", MarkKind::Number, 12, "学习"),
            ("3、学习", MarkKind::Number, 3, "学习"),
            ("（4）学习", MarkKind::NumberInBrackets, 4, "学习"),
            ("②学习", MarkKind::Circled, 2, "学习"),
            ("第一部分 总体情况", MarkKind::Part, 1, " 总体情况"),
        ] {
            let mark = mark(line).unwrap_or_else(|| panic!("no mark in {line}"));
            assert_eq!((mark.kind, mark.number, &line[mark.len..]), (kind, number, rest), "{line}");
        }
    }

    #[test]
    fn reads_the_marks_of_lists_in_running_text() {
        for (words, number, rest) in [
            ("一是学得不深", 1, "学得不深"),
            ("十一要加强", 11, "加强"),
            ("第二,基层薄弱", 2, "基层薄弱"),
            ("其三是人手不足", 3, "人手不足"),
            ("首先,认识不够", 1, "认识不够"),
            ("③新建三处", 3, "新建三处"),
        ] {
            let (read, len) = item_mark(words).unwrap_or_else(|| panic!("no mark in {words}"));
            assert_eq!((read, &words[len..]), (number, rest), "{words}");
        }
        for words in ["一方面人手不足", "第三季度", "其中", "一些单位", ""] {
            assert_eq!(item_mark(words), None, "{words}");
        }
    }

    #[test]
    fn leaves_what_only_looks_like_one() {
        for line in [
            "一是加强",
            "二、三季度连续开展",
            "2022年",
            "12.4国家宪法日",
            "第三季度",
            "十条措施",
            "3.5万件",
            "(2021年)",
            "100、",
        ] {
            assert_eq!(mark(line), None, "{line}");
        }
    }
}
