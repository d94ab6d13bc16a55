//! Who issues the report.

use std::ops::Range;

use crate::identity::name::{is_body, leading_place, skipped};
use crate::text::Text;
use crate::words::Stretch;

/// Who reports: the line above the day under the report, else the title up to its year.
pub fn issuer(text: &Text, title: Option<Range<usize>>, day: Option<usize>) -> Option<Range<usize>> {
    let above = day.and_then(|day| {
        let i = text.paragraphs.iter().position(|p| p.contains(&day))?;
        let line = text.paragraphs.get(i.checked_sub(1)?)?.clone();
        let words = &text.folded[line.clone()];
        (i + 3 > text.paragraphs.len() && is_body(words) && words.chars().count() <= 30).then_some(line)
    });
    above.or_else(|| {
        let title = title?;
        if let Some(line) = line_above(text, &title) {
            return Some(line);
        }
        let words = &text.folded[title.clone()];
        let end = words
            .find(|c: char| c.is_ascii_digit())
            .or_else(|| words.place_of("二〇"))
            .or_else(|| words.place_of("关于"))?;
        let name = words[..end].strip_suffix("关于").unwrap_or(&words[..end]);
        // 【文字解读】《某区人民政府关于…》
        let label = if name.begins_with_any("【《") { skipped(name) } else { 0 };
        is_body(name).then(|| title.start + label..title.start + name.len())
    })
}

/// The line above the title, where it names a body: 某市城市管理局 ⏎ 2022年…报告.
fn line_above(text: &Text, title: &Range<usize>) -> Option<Range<usize>> {
    let i = text.paragraphs.binary_search_by_key(&title.start, |p| p.start).ok()?;
    let line = text.paragraphs.get(i.checked_sub(1)?)?;
    let words = &text.folded[line.clone()];
    let name = words.split('(').next().unwrap_or(words);
    let short = words.chars().count() <= 30 && !words.has_any(":>。,");
    (is_body(name) && short && leading_place(&name[skipped(name)..]).is_some())
        .then(|| line.start..line.start + name.len())
}
