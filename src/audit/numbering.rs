//! Heading marks that skip or repeat.

use crate::Span;
use crate::audit::case::Case;
use crate::audit::message::say;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Fix, Group, Rule, Severity};
use crate::mark::{Mark, MarkKind, mark};
use crate::words::{Stretch, Words};

pub const RULE: Rule = Rule {
    code: "numbering",
    group: Group::Text,
    severity: Severity::Warning,
    name: ["标题序号跳号或重号", "Heading numbers skip or repeat"],
    why: ["同级标题的序号应当连续。", "Headings of one level are numbered without gap or repetition."],
    #[cfg(test)]
    proof: include_str!("numbering.tsv"),
    check,
};

fn check(case: &Case, found: &mut Found) {
    let outline = case.outline();
    // The last mark of each kind under each heading, and whose it is; index 0 is for those under none.
    let mut last: Vec<Vec<(MarkKind, u32, usize)>> = vec![Vec::new(); outline.sections.len() + 1];
    for (i, section) in outline.sections.iter().enumerate() {
        let Some(Mark { kind, number, .. }) = mark(&section.heading) else { continue };
        if in_table(case, outline.places[i].start, kind) {
            continue;
        }
        let own = &mut last[outline.parents[i].map_or(0, |parent| parent + 1)];
        let Some(before) = own.iter_mut().find(|(known, ..)| *known == kind) else {
            own.push((kind, number, i));
            continue;
        };
        let (last, expected, from) = (before.1, before.1 + 1, before.2);
        (before.1, before.2) = (number, i);
        // A count that begins anew is another list, but none has one entry only.
        let odd = number != expected && (number != 1 || last == 1);
        let again = number == last && section.heading == outline.sections[from].heading;
        if odd && !again && !(number > expected && is_left_out(case, from, i, kind, expected)) {
            found.slip(slip(case, i, number, expected));
        }
    }
}

/// Whether what is missing between two headings stands there after all, as a line that is read as no heading, or
/// the text says that it leaves it out: a line of dots, or a title's (节选).
fn is_left_out(case: &Case, from: usize, to: usize, kind: MarkKind, expected: u32) -> bool {
    static EXCERPT: Words = Words::new("节选 摘录 摘编 摘登");
    let (outline, paragraphs) = (case.outline(), &case.reading.text.paragraphs);
    let first = paragraphs.partition_point(|line| line.start < outline.places[from].end);
    let end = paragraphs.partition_point(|line| line.start < outline.places[to].start);
    let dots = |line: &str| line.has_any("…略") && line.without_first("…略().。").is_empty();
    let title = paragraphs.first().map_or("", |line| case.words(line.clone()));
    // A title that begins with a number hides its mark: 2. 12345热线.
    let hidden = format!("{expected}.");
    let numbered = |line: &str| {
        mark(line).is_some_and(|mark| mark.kind == kind && mark.number == expected)
            || kind == MarkKind::Number && line.starts_with(&hidden)
    };
    EXCERPT.stand_in(title)
        || paragraphs[first.min(end)..end].iter().any(|line| {
            let line = case.words(line.clone());
            dots(line) || numbered(line)
        })
}

/// Whether a mark numbers the items of a table: its row has cells, or stands between two that have and goes on
/// with the marks of the first.
fn in_table(case: &Case, at: usize, kind: MarkKind) -> bool {
    let rows = &case.reading.text.paragraphs;
    let words = |i: usize| rows.get(i).map_or("", |row| case.words(row.clone()));
    // Sentences with blanks between them are a report run flat.
    let cells = |i: usize| words(i).has('\t') && !words(i).has('。');
    let own = rows.partition_point(|row| row.end <= at);
    let goes_on = |last: usize| cells(last) && mark(words(last)).is_some_and(|mark| mark.kind == kind);
    cells(own) || cells(own + 1) && own.checked_sub(1).is_some_and(goes_on)
}

fn slip(case: &Case, i: usize, number: u32, expected: u32) -> Slip {
    let section = &case.outline().sections[i];
    let written = section.ordinal.as_deref().unwrap_or_default();
    let wanted = like(written, expected);
    let says = if number < expected { SAYS_AGAIN } else { SAYS_SKIPPED };
    let message = say(case, says, &[&section.heading, &wanted]);
    let mut fixes = Vec::new();
    let at = section.span.of(case.reading.text.source).place_of(written);
    if let (Some(at), false) = (at, written.is_empty() || wanted.is_empty()) {
        let start = section.span.start as usize + at;
        fixes.push(Fix { span: Span::new(start, start + written.len()), text: wanted });
    }
    Slip { span: Some(section.span), fixes, message, key: section.heading.clone(), ..Slip::default() }
}

const SAYS_AGAIN: [&str; 2] = [
    "“$0”的序号重复或倒退，按顺序应为“$1”。",
    "The number of “$0” repeats or goes back; in order it would be “$1”.",
];
const SAYS_SKIPPED: [&str; 2] =
    ["“$0”前面缺一个序号，按顺序应为“$1”。", "A number is skipped before “$0”; in order it would be “$1”."];

/// A number written as `model` is: 三 or 3.
fn like(model: &str, number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if model.bytes().all(|b| b.is_ascii_digit()) {
        return number.to_string();
    }
    if number >= 100 || !model.chars().all(|c| "一二三四五六七八九十".has(c)) {
        return String::new();
    }
    let (tens, ones) = (number as usize / 10, DIGITS[number as usize % 10]);
    match tens {
        0 => ones.to_owned(),
        1 => ["十", ones].concat(),
        _ => [DIGITS[tens], "十", ones].concat(),
    }
}
