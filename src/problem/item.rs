//! Items of a chapter: behind their marks (一是, 1., ①), else between stops, else in the list of one sentence.

use std::ops::Range;

use crate::Reading;
use crate::chapter::Chapter;
use crate::mark::item_mark;
use crate::requirement;

/// Characters of an item at least.
const SHORTEST: usize = 6;
/// Bytes of the words before a list that it may begin behind.
const LEAD: usize = 240;

/// What stands in a sentence, and in no name or day under the report.
const STOPS: [char; 5] = ['。', ';', ',', ':', '!'];

/// The items of chapters in the folded text, without what stands in `aside`.
pub fn items(reading: &Reading, chapters: &[Chapter], aside: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    for chapter in chapters {
        let paragraphs = &reading.text.paragraphs;
        let first = paragraphs.partition_point(|paragraph| paragraph.end <= chapter.place.start);
        for paragraph in
            paragraphs[first..].iter().take_while(|paragraph| paragraph.start < chapter.place.end)
        {
            let stretch = paragraph.start.max(chapter.place.start)..paragraph.end.min(chapter.place.end);
            Splitter { reading, aside }.paragraph(stretch, &mut items);
        }
    }
    items
}

struct Splitter<'a> {
    reading: &'a Reading<'a>,
    /// Places that hold something else, in the order of the text.
    aside: &'a [Range<usize>],
}

impl Splitter<'_> {
    fn words(&self, place: Range<usize>) -> &str {
        &self.reading.text.folded[place]
    }

    fn paragraph(&self, stretch: Range<usize>, items: &mut Vec<Range<usize>>) {
        let outline = &self.reading.outline;
        let section = outline.places.partition_point(|place| place.end <= stretch.start);
        let heading = outline.places.get(section).filter(|place| place.start < stretch.end);
        let body = heading.map_or(stretch.start, |place| place.end)..stretch.end;
        let numbered = heading.is_some_and(|place| {
            place.start == stretch.start
                && item_mark(self.words(place.clone())).is_some()
                && !self.opens_chapter(&stretch)
        });
        let marks = self.marks(&body);
        if !marks.is_empty() {
            let ends = marks.iter().skip(1).map(|mark| mark.start).chain([body.end]);
            for (mark, end) in marks.iter().zip(ends) {
                self.push(mark.end..end, items);
            }
        } else if numbered {
            // A numbered paragraph is one item; its heading alone is one where nothing stands below it.
            let alone = self.words(body).chars().count() <= 1;
            if !alone || !self.has_more(section, stretch.end) {
                let mark = item_mark(self.words(stretch.clone())).map_or(0, |(_, len)| len);
                self.push(stretch.start + mark..stretch.end, items);
            }
        } else if self.words(body.clone()).contains(STOPS) {
            let count = items.len();
            self.pieces(body, items);
            // 存在…、…等问题: one sentence lists them.
            if items.len() == count + 1 {
                let one = items.pop().expect("one was pushed");
                self.listed(one, items);
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
            None => self.words(below.clone()).contains(STOPS),
        }
    }

    /// Whether the chapter's own heading opens this paragraph.
    fn opens_chapter(&self, stretch: &Range<usize>) -> bool {
        let chapters = &self.reading.chapters;
        let opens =
            |all: &[Chapter]| all.binary_search_by_key(&stretch.start, |chapter| chapter.place.start).is_ok();
        opens(&chapters.shortcomings) || opens(&chapters.plans)
    }

    /// The marks of items: behind a stop, 一是 behind a comma as well.
    fn marks(&self, body: &Range<usize>) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        let mut before = '\n';
        for (i, c) in self.words(body.clone()).char_indices() {
            let at = body.start + i;
            let opens = matches!(before, '\n' | '。' | ';' | ':' | ',' | '!' | '?' | '.');
            if opens && marks.last().is_none_or(|mark: &Range<usize>| mark.end <= at) {
                let rest = &self.reading.text.folded
                    [at..self.reading.text.folded.floor_char_boundary(at + 40).min(body.end)];
                let soft = matches!(before, ',' | '.');
                if let Some((_, len)) = item_mark(rest).filter(|_| !soft || is_running(rest)) {
                    marks.push(at..at + len);
                }
            }
            before = c;
        }
        marks
    }

    /// Items between stops; a lead that ends with a colon is none.
    fn pieces(&self, body: Range<usize>, items: &mut Vec<Range<usize>>) {
        let mut from = body.start;
        let lead = self
            .words(body.start..self.reading.text.folded.floor_char_boundary(body.start + LEAD).min(body.end));
        if let Some(colon) = lead.find(':').filter(|&colon| !lead[..colon].contains(';')) {
            from += colon + 1;
        }
        let stops: Vec<usize> = self
            .words(from..body.end)
            .char_indices()
            .filter(|(_, c)| matches!(c, '。' | ';' | '!' | '?'))
            .map(|(i, c)| from + i + c.len_utf8())
            .chain([body.end])
            .collect();
        let several = stops.len() > 2;
        for stop in stops {
            // The sentence that only owns up, before the ones that tell what.
            let lead = several && from == body.start && self.owns_up(from..stop);
            if !lead {
                self.push(from..stop, items);
            }
            from = stop;
        }
    }

    fn owns_up(&self, place: Range<usize>) -> bool {
        requirement::first(self.words(place), "shortcomings", "sentence").is_some()
    }

    /// The items that one sentence lists between commas; a clause that says nothing is wrong belongs to the next.
    fn listed(&self, one: Range<usize>, items: &mut Vec<Range<usize>>) {
        let words = self.words(one.clone());
        let shortcomings = self.reading.chapters.shortcomings_hold(one.start);
        if !shortcomings {
            return items.push(one);
        }
        let from = ["还存在", "仍存在", "也存在", "存在一些", "存在着", "存在"]
            .iter()
            .find_map(|word| words.find(word).map(|at| at + word.len()));
        let from = from.filter(|&from| words[from..].contains('等')).unwrap_or(0);
        let from = words[from..].find(':').map_or(from, |colon| from + colon + 1);
        let mut parts: Vec<Range<usize>> = Vec::new();
        let (mut start, mut clause) = (from, from);
        let mut weak = false;
        for (i, c) in words.char_indices().skip_while(|(i, _)| *i < from) {
            if !matches!(c, ',' | '、') {
                continue;
            }
            weak |= is_weak(&words[clause..i]);
            clause = i + c.len_utf8();
            if weak {
                parts.push(one.start + start..one.start + i);
                (start, weak) = (clause, false);
            }
        }
        let last = words[start..].find('等').filter(|_| from > 0).map_or(words.len(), |at| start + at);
        parts.push(one.start + start..one.start + last);
        if parts.len() < 2 {
            return items.push(one);
        }
        for part in parts {
            self.push(part, items);
        }
    }

    /// Adds an item without what stands aside, its stops and joints.
    fn push(&self, place: Range<usize>, items: &mut Vec<Range<usize>>) {
        let next = self.aside.partition_point(|other| other.end <= place.start);
        let end = self.aside.get(next).map_or(place.end, |other| other.start.clamp(place.start, place.end));
        let words = self.words(place.start..end);
        let joint = |c: char| matches!(c, ',' | '。' | ';' | ':' | '、' | '.' | '!' | '\n' | '\t' | ' ');
        let start = place.start + words.len() - words.trim_start_matches(joint).len();
        let place = start..start + words.trim_matches(joint).len();
        let words = self.words(place.clone());
        if words.chars().count() >= SHORTEST && !words.contains('\t') {
            items.push(place);
        }
    }
}

/// Whether a mark is one of running text: 一是, 第二,.
fn is_running(words: &str) -> bool {
    crate::mark::mark(words).is_none()
}

/// Whether words say that something is not as it should be.
fn is_weak(words: &str) -> bool {
    const WEAK: &[&str] = &[
        "不",
        "未",
        "没有",
        "无法",
        "缺",
        "欠",
        "弱",
        "差",
        "低",
        "少",
        "难",
        "滞后",
        "偏",
        "单一",
        "有待",
        "需",
        "亟",
        "短板",
        "仍有",
        "时有发生",
        "参差",
        "老化",
        "陈旧",
        "薄弱",
        "淡薄",
        "粗放",
        "脱节",
        "流于形式",
        "走过场",
        "机械",
        "简单",
        "重复",
        "挤占",
    ];
    words.chars().nth(3).is_some() && WEAK.iter().any(|word| words.contains(word))
}
