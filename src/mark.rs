//! Marks: 一、 (一) 1. ① 第一部分 of a heading, at the start of a line; 一是 of an item, in running text.

use crate::fold::{Folded, fold};

/// What a heading mark looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// 第一部分, 第二章.
    Part,
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

const MAX_NUMBER: u32 = 99;

/// The value of a Chinese numeral up to 99, as marks have it.
fn chinese(digits: &[char]) -> Option<u32> {
    let digit = |c: char| "一二三四五六七八九".chars().position(|d| d == c).map(|i| i as u32 + 1);
    match *digits {
        ['十'] => Some(10),
        [a] => digit(a),
        ['十', b] => Some(10 + digit(b)?),
        [a, '十'] => Some(digit(a)? * 10),
        [a, '十', b] => Some(digit(a)? * 10 + digit(b)?),
        _ => None,
    }
}

/// Reads a mark at the start of `line`, folded or as given.
pub fn mark(line: &str) -> Option<Mark> {
    // A mark has eight characters at most: (二十一)、
    let mut chars = [('\0', 0); 9];
    let mut count = 0;
    let mut end = 0;
    for c in line.chars() {
        end += c.len_utf8();
        match fold(c) {
            Folded::As(folded) => {
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
    let at = |i: usize| if i < count { chars[i].0 } else { '\0' };
    let first = at(0);
    if ('①'..='⑳').contains(&first) {
        return Some(Mark {
            kind: MarkKind::Circled,
            number: u32::from(first) - u32::from('①') + 1,
            len: chars[0].1,
        });
    }
    let open = usize::from(matches!(first, '(' | '第'));
    let mut i = open;
    while i < count && i < open + 3 && "一二三四五六七八九十".contains(at(i)) {
        i += 1;
    }
    if i > open {
        let mut digits = ['\0'; 3];
        for (slot, k) in digits.iter_mut().zip(open..i) {
            *slot = at(k);
        }
        let number = chinese(&digits[..i - open])?;
        let (kind, end) = match (first, at(i), at(i + 1)) {
            ('(', ')', '、' | '.') => (MarkKind::ChineseInBrackets, i + 1),
            ('(', ')', _) => (MarkKind::ChineseInBrackets, i),
            ('第', '部', '分') => (MarkKind::Part, i + 1),
            ('第', '章' | '篇' | '编' | '节', _) => (MarkKind::Part, i),
            ('(' | '第', ..) => return None,
            // 二、三季度 names two quarters.
            (_, '、', next) if "一二三四五六七八九十".contains(next) && matches!(at(i + 2), '季' | '月') =>
            {
                return None;
            }
            (_, '、' | '.', _) => (MarkKind::Chinese, i),
            (_, ')', _) => (MarkKind::ChineseInBrackets, i),
            _ => return None,
        };
        return Some(Mark { kind, number, len: chars[end].1 });
    }
    let open = usize::from(first == '(');
    let mut i = open;
    let mut number = 0;
    while i < open + 2 && at(i).is_ascii_digit() {
        number = number * 10 + u32::from(at(i)) - u32::from('0');
        i += 1;
    }
    if i == open || number == 0 || number > MAX_NUMBER {
        return None;
    }
    let (kind, end) = match (open, at(i), at(i + 1)) {
        (1, ')', '、' | '.') => (MarkKind::NumberInBrackets, i + 1),
        (1, ')', _) => (MarkKind::NumberInBrackets, i),
        (0, ')', _) => (MarkKind::NumberInBrackets, i),
        // 1.5 is a number, 12.4 a day.
        (0, '.', next) if !next.is_ascii_digit() => (MarkKind::Number, i),
        (0, '、', _) => (MarkKind::Number, i),
        _ => return None,
    };
    Some(Mark { kind, number, len: chars[end].1 })
}

/// Number and length of a mark that opens an item of a list in running text: 一是, 第二,, 其三, ④ … or a
/// heading's mark.
pub fn item_mark(words: &str) -> Option<(u32, usize)> {
    const INTRODUCED: &[(&str, u32)] = &[("首先", 1), ("其次", 2), ("再次", 3), ("再者", 3), ("最后", 9)];
    if let Some((word, number)) = INTRODUCED.iter().find(|(word, _)| words.starts_with(word)) {
        let comma = usize::from(words[word.len()..].starts_with(','));
        return Some((*number, word.len() + comma));
    }
    let behind = words.strip_prefix(['第', '其']);
    let rest = behind.unwrap_or(words);
    let mut digits = ['\0'; 3];
    let mut count = 0;
    while let Some(c) = rest.chars().nth(count).filter(|&c| count < 3 && "一二三四五六七八九十".contains(c))
    {
        digits[count] = c;
        count += 1;
    }
    let number = chinese(&digits[..count]);
    let at = words.len() - rest.len() + count * '一'.len_utf8();
    let after = words[at..].chars().next();
    match (number, after) {
        (Some(number), Some(c @ ('是' | '要'))) if behind.is_none() => Some((number, at + c.len_utf8())),
        (Some(number), Some(c @ (',' | '、' | '是'))) if behind.is_some() => {
            Some((number, at + c.len_utf8()))
        }
        (Some(number), Some(_)) if words.starts_with('其') && !words[at..].starts_with('中') => {
            Some((number, at))
        }
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
