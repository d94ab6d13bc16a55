//! Items of a chapter: behind their marks (一是, 1., ①), else between stops, else in the list of one sentence.

use std::ops::Range;

use crate::Reading;
use crate::chapter::{Chapter, Chapters};
use crate::mark::item_mark;
use crate::requirement;
use crate::words::{Stretch, Words, part};

/// Characters of an item at least.
const SHORTEST: usize = 6;
/// Bytes of the words before a list that it may begin behind.
const LEAD: usize = 240;

/// What stands in a sentence, and in no name or day under the report.
const STOPS: &str = "。;,:!";

/// The items of chapters in the folded text, without what stands in `aside`.
pub fn items(reading: &Reading, chapters: &[Chapter], aside: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut splitter = Splitter { reading, folded: &reading.text.folded, aside, items: Vec::new() };
    let paragraphs = &reading.text.paragraphs;
    for Chapter { place, .. } in chapters {
        let first = paragraphs.partition_point(|paragraph| paragraph.end <= place.start);
        for paragraph in paragraphs[first..].iter().take_while(|paragraph| paragraph.start < place.end) {
            splitter.paragraph(paragraph.start.max(place.start)..paragraph.end.min(place.end));
        }
    }
    splitter.items
}

struct Splitter<'a> {
    reading: &'a Reading<'a>,
    folded: &'a str,
    /// Places that hold something else, in the order of the text.
    aside: &'a [Range<usize>],
    items: Vec<Range<usize>>,
}

impl<'a> Splitter<'a> {
    fn words(&self, place: &Range<usize>) -> &'a str {
        part(self.folded, place)
    }

    /// The words from here to an end, so many bytes at most.
    fn opening(&self, start: usize, bytes: usize, end: usize) -> &'a str {
        &self.folded[start..self.folded.floor_char_boundary(start + bytes).min(end)]
    }

    fn paragraph(&mut self, stretch: Range<usize>) {
        let outline = &self.reading.outline;
        let section = outline.places.partition_point(|place| place.end <= stretch.start);
        let heading = outline.places.get(section).filter(|place| place.start < stretch.end);
        let body = heading.map_or(stretch.start, |place| place.end)..stretch.end;
        let mark = heading.filter(|place| place.start == stretch.start && !self.opens_chapter(place.start));
        let mark = mark.and_then(|place| item_mark(self.words(place)));
        if self.marked(&body) {
            return;
        }
        if mark.is_some() {
            // A numbered paragraph is one item; its heading alone is one where nothing stands below it.
            if self.words(&body).chars().nth(1).is_some() || !self.has_more(section, stretch.end) {
                let mark = item_mark(self.words(&stretch)).map_or(0, |(_, len)| len);
                self.push(stretch.start + mark..stretch.end);
            }
        } else if self.words(&body).has_any(STOPS) {
            let count = self.items.len();
            self.pieces(&body);
            // 存在…、…等问题: one sentence lists them.
            if self.items.len() == count + 1
                && let Some(one) = self.items.pop()
            {
                self.listed(one);
            }
        }
    }

    /// Whether something stands below a heading that fills its paragraph: deeper headings, or sentences.
    fn has_more(&self, section: usize, end: usize) -> bool {
        let (text, outline) = (&self.reading.text, &self.reading.outline);
        let next = text.paragraphs.partition_point(|paragraph| paragraph.end <= end);
        let Some(below) = text.paragraphs.get(next) else { return false };
        match outline.places.get(section + 1).filter(|place| place.start == below.start) {
            Some(_) => outline.sections[section + 1].level > outline.sections[section].level,
            None => self.words(below).has_any(STOPS),
        }
    }

    /// Whether the chapter's own heading opens a paragraph here.
    fn opens_chapter(&self, start: usize) -> bool {
        let Chapters { shortcomings, plans, .. } = &self.reading.chapters;
        [shortcomings, plans]
            .iter()
            .any(|all| all.binary_search_by_key(&start, |chapter| chapter.place.start).is_ok())
    }

    /// Adds the items behind marks, which stand behind a stop, 一是 behind a comma as well; whether there are any.
    fn marked(&mut self, body: &Range<usize>) -> bool {
        // Behind the last mark.
        let mut from = None;
        let mut before = '\n';
        for (i, c) in self.words(body).char_indices() {
            let at = body.start + i;
            let opens = matches!(before, '\n' | '。' | ';' | ':' | ',' | '!' | '?' | '.');
            if opens && from.is_none_or(|from| from <= at) {
                let rest = self.opening(at, 40, body.end);
                let soft = matches!(before, ',' | '.');
                if let Some((_, len)) = item_mark(rest).filter(|_| !soft || is_running(rest))
                    && let Some(from) = from.replace(at + len)
                {
                    self.push(from..at);
                }
            }
            before = c;
        }
        if let Some(from) = from {
            self.push(from..body.end);
        }
        from.is_some()
    }

    /// Adds the items between stops; a lead that ends with a colon is none.
    fn pieces(&mut self, body: &Range<usize>) {
        let mut from = body.start;
        let lead = self.opening(from, LEAD, body.end);
        if let Some(colon) = lead.find(':').filter(|&colon| !lead[..colon].has(';')) {
            from += colon + 1;
        }
        let stop = |c: char| matches!(c, '。' | ';' | '!' | '?');
        let several = self.folded[from..body.end].matches(stop).nth(1).is_some();
        for piece in self.folded[from..body.end].split_inclusive(stop) {
            let place = from..from + piece.len();
            from = place.end;
            // The sentence that only owns up, before the ones that tell what.
            let owns_up = several
                && place.start == body.start
                && requirement::first(piece, "shortcomings", "sentence").is_some();
            if !owns_up {
                self.push(place);
            }
        }
    }

    /// Adds the items that one sentence lists between commas; a clause that says nothing is wrong belongs to the
    /// next.
    fn listed(&mut self, one: Range<usize>) {
        let words = self.words(&one);
        if !self.reading.chapters.shortcomings_hold(one.start) {
            return self.items.push(one);
        }
        let mut leads = "还存在 仍存在 也存在 存在一些 存在着 存在".split(' ');
        let lead = leads.find_map(|lead| words.place_of(lead).map(|at| at + lead.len()));
        let from = lead.filter(|&from| words[from..].has('等')).unwrap_or(0);
        let from = words[from..].find(':').map_or(from, |colon| from + colon + 1);
        let mut parts: Vec<Range<usize>> = Vec::new();
        let (mut start, mut clause) = (from, from);
        for (i, c) in words[from..].char_indices().filter(|(_, c)| matches!(c, ',' | '、')) {
            let weak = is_weak(&words[clause..from + i]);
            clause = from + i + c.len_utf8();
            if weak {
                parts.push(one.start + start..one.start + from + i);
                start = clause;
            }
        }
        if parts.is_empty() {
            return self.items.push(one);
        }
        let last = words[start..].find('等').filter(|_| from > 0).map_or(words.len(), |at| start + at);
        parts.push(one.start + start..one.start + last);
        for part in parts {
            self.push(part);
        }
    }

    /// Adds an item without what stands aside, its stops and joints.
    fn push(&mut self, place: Range<usize>) {
        let next = self.aside.partition_point(|other| other.end <= place.start);
        let end = self.aside.get(next).map_or(place.end, |other| other.start.clamp(place.start, place.end));
        let words = &self.folded[place.start..end];
        let joint = |c: char| matches!(c, ',' | '。' | ';' | ':' | '、' | '.' | '!' | '\n' | '\t' | ' ');
        let item = words.trim_start_matches(joint);
        let start = end - item.len();
        let item = item.trim_end_matches(joint);
        if item.chars().nth(SHORTEST - 1).is_some() && !item.has('\t') {
            self.items.push(start..start + item.len());
        }
    }
}

/// Whether a mark is one of running text: 一是, 第二,.
fn is_running(words: &str) -> bool {
    crate::mark::mark(words).is_none()
}

/// Words that say that something is not as it should be.
static WEAK: Words = Words::new(
    "不 未 没有 无法 缺 欠 弱 差 低 少 难 滞后 偏 单一 有待 需 亟 短板 仍有 时有发生 参差 老化 陈旧 薄弱 淡薄 粗放 脱节 流于形式 走过场 机械 简单 重复 挤占",
);

fn is_weak(words: &str) -> bool {
    words.chars().nth(3).is_some() && WEAK.stand_in(words)
}
