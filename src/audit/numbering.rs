//! Heading marks that skip or repeat.

use crate::Locale;
use crate::audit::case::Case;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Fix, Group, Rule, Severity};
use crate::mark::{Mark, MarkKind, mark};

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
    // The last mark of each kind under each heading; index 0 is for those under none.
    let mut last: Vec<Vec<(MarkKind, u32)>> = vec![Vec::new(); outline.sections.len() + 1];
    for (i, section) in outline.sections.iter().enumerate() {
        let Some(Mark { kind, number, .. }) = mark(&section.heading) else { continue };
        let own = &mut last[outline.parents[i].map_or(0, |parent| parent + 1)];
        let Some(before) = own.iter_mut().find(|(known, _)| *known == kind) else {
            own.push((kind, number));
            continue;
        };
        let (last, expected) = (before.1, before.1 + 1);
        before.1 = number;
        // A count that begins anew is another list, but none has one entry only.
        if number != expected && (number != 1 || last == 1) {
            found.slip(slip(case, i, number, expected));
        }
    }
}

fn slip(case: &Case, i: usize, number: u32, expected: u32) -> Slip {
    let section = &case.outline().sections[i];
    let written = section.ordinal.clone().unwrap_or_default();
    let wanted = like(&written, expected);
    let heading = &section.heading;
    let message = match case.locale {
        Locale::Zh if number < expected => format!("“{heading}”的序号重复或倒退，按顺序应为“{wanted}”。"),
        Locale::Zh => format!("“{heading}”前面缺一个序号，按顺序应为“{wanted}”。"),
        Locale::En if number < expected => {
            format!("The number of “{heading}” repeats or goes back; in order it would be “{wanted}”.")
        }
        Locale::En => format!("A number is skipped before “{heading}”; in order it would be “{wanted}”."),
    };
    let words = section.span.of(case.reading.text.source);
    let fix = words.find(&written).filter(|_| !written.is_empty() && !wanted.is_empty()).map(|at| {
        let start = section.span.start as usize + at;
        Fix { span: crate::Span::new(start, start + written.len()), text: wanted }
    });
    Slip {
        span: Some(section.span),
        fixes: fix.into_iter().collect(),
        message,
        key: heading.clone(),
        ..Slip::default()
    }
}

/// A number written as `model` is: 三 or 3.
fn like(model: &str, number: u32) -> String {
    if model.bytes().all(|b| b.is_ascii_digit()) {
        return number.to_string();
    }
    if !model.chars().all(|c| "一二三四五六七八九十".contains(c)) {
        return String::new();
    }
    let digit =
        |n: u32| "一二三四五六七八九".chars().nth(n as usize - 1).map(String::from).unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) if ones > 0 => digit(ones),
        (tens @ 1..=9, ones) => {
            let tens = if tens == 1 { String::new() } else { digit(tens) };
            let ones = if ones == 0 { String::new() } else { digit(ones) };
            format!("{tens}十{ones}")
        }
        _ => String::new(),
    }
}
