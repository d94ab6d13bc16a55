//! Headings with a mark: alone in a line, running into a paragraph, or in its middle.

use std::ops::Range;

use crate::Span;
use crate::mark::{Mark, MarkKind, mark};
use crate::outline::{Found, counts, plain};
use crate::text::{Text, is_title_part};
use crate::words::{Stretch, ends};

/// Longer than any heading, in characters.
pub const LONGEST: usize = 50;
/// A heading inside a paragraph has to be plain.
const LONGEST_INSIDE: usize = 32;
/// The fewest characters of a sentence with a comma.
const SENTENCE: usize = 20;

/// Whether a paragraph goes on with the list that a small mark opens: ①…。②…。
pub fn is_list(line: &str, own: Mark) -> bool {
    let next = |mark: Mark| mark.kind == own.kind && mark.number == own.number + 1;
    own.kind >= MarkKind::NumberInBrackets
        && line[own.len..].char_indices().any(|(at, _)| mark(&line[own.len + at..]).is_some_and(next))
}

/// The fewest characters of a heading that only a blank ends, and of what stands behind it.
const BEFORE_BLANK: usize = 4;
const BEHIND_BLANK: usize = 24;

/// Where a heading ends at a blank, as in 1.抓好培训　全年办班6期…; blanks inside words are many.
pub fn blank(text: &Text, paragraph: Range<usize>, own: Mark) -> Option<usize> {
    let title = paragraph.start + own.len;
    let near = text.folded[title..paragraph.end].char_indices().nth(LONGEST).map(|(at, _)| title + at);
    let span = text.span(title..near?);
    let words = span.of(text.source);
    let mut blanks = words.char_indices().filter(|(_, c)| c.is_whitespace());
    let wide = blanks.clone().find(|&(_, c)| c == '\u{3000}');
    let (at, _) = wide.or_else(|| blanks.next().filter(|_| blanks.next().is_none()))?;
    let end = text.place(Span { start: span.start, end: span.start + at as u32 }).end;
    let before = &text.folded[title..end];
    let plain = before.chars().nth(BEFORE_BLANK - 1).is_some()
        && !before.has_any("。;:\t")
        && text.folded[end..paragraph.end].chars().nth(BEHIND_BLANK).is_some();
    plain.then_some(end - paragraph.start)
}

/// Headings in the middle of a paragraph, as in text whose line breaks were lost.
pub fn inside(folded: &str, range: Range<usize>, found: &mut Vec<Found>) {
    let bytes = folded.as_bytes();
    let mut flat = false;
    let mut at = range.start;
    while at < range.end {
        // A heading stands behind a stop, or in brackets behind another heading.
        let after = match bytes[at] {
            b':' => at + 1,
            b'(' if found.last().is_some_and(|f| f.place.end == at) => at,
            0xE3 if bytes[at..].starts_with("。".as_bytes()) => at + "。".len(),
            _ => {
                at += 1;
                continue;
            }
        };
        at = after.max(at + 1);
        let rest = &folded[after..range.end];
        let Some(mark) = mark(rest) else { continue };
        let known = matches!(mark.kind, MarkKind::Chinese | MarkKind::ChineseInBrackets);
        if !(known && runs_on(found, mark) || flat && mark.kind == MarkKind::Number) {
            continue;
        }
        if let Some(end) = heading_end(rest, mark, LONGEST_INSIDE).filter(|&end| end < rest.len()) {
            flat = true;
            found.push(Found { mark: Some(mark), slogan: false, place: after..after + end });
            at = after + end;
        }
    }
}

/// Whether a mark inside a paragraph begins a list of headings or goes on with it.
fn runs_on(found: &[Found], mark: Mark) -> bool {
    let last = found.iter().rev().filter_map(|f| f.mark).find(|m| m.kind == mark.kind);
    mark.number == 1 || last.is_some_and(|last| last.number + 1 == mark.number)
}

/// Whether a line is the heading of the paragraph below it although it counts something: (二)推出66条举措,优化营商环境.
pub fn stands(line: &str, own: Mark, next: &str) -> bool {
    own.kind <= MarkKind::Number
        && mark(next).is_none()
        && plain::is_body(next)
        && !line.has_any("。;:\t")
        && !ends(line, ", 、")
        && line.chars().nth(LONGEST_INSIDE).is_none()
}

/// Where the heading that opens `rest` ends, if one does.
pub fn heading_end(rest: &str, own: Mark, longest: usize) -> Option<usize> {
    let mut depth = 0_i32;
    let mut count = 0;
    let mut end = rest.len();
    for (i, c) in rest[own.len..].char_indices() {
        let at = own.len + i;
        let stops = match c {
            '《' | '“' => {
                depth += 1;
                false
            }
            '》' | '”' => {
                depth -= 1;
                false
            }
            // (五)解纷有办法:在田间地头促和谐
            ':' => depth <= 0 && !is_title_part(&rest[at + c.len_utf8()..]),
            '。' | '\t' => depth <= 0,
            ';' | '?' => return None,
            '(' => count > 0 && mark(&rest[at..]).is_some_and(|m| m.kind == MarkKind::ChineseInBrackets),
            _ => false,
        };
        if stops {
            end = at;
            break;
        }
        count += 1;
        if count > longest {
            return None;
        }
    }
    let title = &rest[own.len..end];
    // (1)协作机制不健全,职责交叉的问题仍然存在: an item of a list.
    let sentence = own.kind >= MarkKind::NumberInBrackets && count >= SENTENCE && title.has(',');
    (count >= 2 && !sentence && !counts(title) && !ends(title, ", 、")).then_some(end)
}
