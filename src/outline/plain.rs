//! Headings without a mark: lines of well-known words, and lines that stand as headings stand.

use crate::data;
use crate::mark::mark;
use crate::outline::{Found, counts, words};
use crate::text::Text;
use crate::words::{Stretch, Words, ends};

/// Whether a line without a mark is a heading: well-known words, and a paragraph under it.
pub fn is_known(line: &str, next: &str) -> bool {
    let count = line.chars().take(25).count();
    (4..=24).contains(&count)
        && !ends(line, "。 , ; ! 、")
        && !counts(line)
        && next.chars().nth(count).is_some()
        && data::lines(data::table!("../data/headings.tsv"))
            .any(|words| line.trim_end_matches(':').ends_with(words))
}

/// Lines without a mark that stand as headings stand: short, without a stop, between paragraphs.
pub fn slogans(text: &Text, found: &[Found]) -> Vec<Found> {
    let mut slogans = Vec::new();
    let mut headings = found.iter().peekable();
    // Whether what may stand above a heading stands above the next line.
    let mut ended = false;
    for (i, place) in text.paragraphs.iter().enumerate() {
        while headings.next_if(|heading| heading.place.start < place.start).is_some() {}
        let (line, next) = (words(text, i), words(text, i + 1));
        let known = headings.peek().is_some_and(|heading| heading.place == *place);
        let topic = !known && is_topic(line);
        // A topic may stand right below the title, and have its slogans right below it.
        let under =
            is_slogan(line) && (is_body(next) || topic && is_slogan(next) && is_body(words(text, i + 2)));
        // 收案情况, right below the title of a page in sections.
        let opens = i == 1 && ends(line, "情况 工作");
        let new = !known && under && (ended || (topic || opens) && i > 0);
        if new {
            slogans.push(Found { mark: None, slogan: !topic, place: place.clone() });
        }
        // 现总结如下: the last words before the first heading.
        let leads = line.ends_with(':') && line.has('。');
        ended = known || new && topic || leads || ends(line, "。 ! ;");
    }
    slogans
}

/// Whether a line may be a heading of its own kind.
fn is_slogan(line: &str) -> bool {
    (4..=26).contains(&line.chars().take(27).count())
        && !line.has_any("。;\t!")
        && !ends(line, ", : 、")
        && mark(line).is_none()
        && !counts(line)
}

/// Whether a paragraph may stand under a heading of its own kind.
pub fn is_body(paragraph: &str) -> bool {
    paragraph.chars().nth(39).is_some() && paragraph.has('。') && !paragraph.has('\t')
}

/// Whether a line names a chapter of the report, which its slogans stand under: 2025年工作思路. A title is none.
fn is_topic(line: &str) -> bool {
    static OPENS: Words = Words::new("年 主要 存在 下一步 下步 今后");
    static TITLE: Words = Words::new("法治 依法 关于");
    ends(line, "主要工作 成效 短板 原因 打算 思路 计划") && OPENS.stand_in(line) && !TITLE.stand_in(line)
}
