//! Indicators: which entry of the table a figure reports.
//!
//! The words beside the figure decide. Words further off (the clause, the sentence) count only where
//! the figure's own say nothing; the section's area is a prior, never a filter. Where nothing fits,
//! there is no indicator.

use std::sync::LazyLock;

use crate::data;
use crate::indicators::MetricKind;
use crate::metric::cue::{Cue, Fit, Hit, Row, TABLE, Table};
use crate::metric::frame::Frame;
use crate::quantity::Quantity;
use crate::quantity::unit::{self, UnitKind};

/// Which words of the table stand beside a figure, and which in its clause.
#[derive(Debug)]
pub struct Marks {
    /// For each word, the last figure that it stands beside.
    beside: Vec<u32>,
    /// For each word, the last figure in whose clause it stands.
    clause: Vec<u32>,
    /// The figure looked at.
    figure: u32,
}

impl Marks {
    /// For a table of so many words.
    pub fn new(words: usize) -> Self {
        Self { beside: vec![0; words], clause: vec![0; words], figure: 0 }
    }

    /// Notes the words around the next figure.
    fn note(&mut self, frame: &Frame, hits: &[Hit]) {
        self.figure += 1;
        let clause = frame.clause.start..frame.tail.end;
        // The words of a list are each name's own.
        let from = if frame.list.is_some() { frame.after.start } else { frame.before.start };
        let beside = from..frame.after.end.max(frame.before.end);
        for hit in hits {
            let word = usize::from(hit.word);
            if hit.within(&clause) && !of_another(*hit, frame) {
                self.clause[word] = self.figure;
            }
            let of = [&frame.of, &frame.caption].into_iter().flatten().any(|of| hit.within(of));
            if of && frame.caption.is_some() {
                self.clause[word] = self.figure;
            }
            if hit.within(&beside) || of || frame.name.as_ref().is_some_and(|name| hit.within(name)) {
                self.beside[word] = self.figure;
            }
        }
    }
}

/// Whether a word is part of another name in the list that names the figure.
fn of_another(hit: Hit, frame: &Frame) -> bool {
    let Some((list, name)) = frame.list.as_ref().zip(frame.name.as_ref()) else { return false };
    !hit.within(name) && list.sets_apart(&hit.place())
}

/// What is known around a quantity when its indicator is looked for.
pub struct Around<'a> {
    /// The words of the table from the sentence's start to the end of the clause, in their order;
    /// the heads of a table before them.
    pub hits: &'a [Hit],
    /// For each word of the table, where it last ended in the text up to the clause's end.
    pub seen: &'a [u32],
    /// Where the paragraph begins: what was seen before does not count.
    pub paragraph: usize,
    /// The words of the table in the section's headings.
    pub headings: &'a [Hit],
    /// The words of the table in what the title says that all of the text is about.
    pub subject: &'a [Hit],
    /// The area of the section.
    pub area: Option<&'static str>,
    /// Whether the figure's own words say nothing of what it measures.
    pub bare: bool,
    /// Whether it counts bodies: 35个县直部门, 12家企业; what they do is another figure's.
    pub body: bool,
    /// Whether the figure is part of a total: then only its own words count.
    pub part: bool,
}

/// An indicator that may be the one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// The indicator.
    pub indicator: &'static str,
    /// The words that tell it.
    pub cue: Hit,
    /// How well it fits.
    pub score: f32,
}

/// What a share or a growth of a figure reports, by the figure's indicator.
static SHARES: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
    data::rows(data::table!("../data/shares.tsv"))
        .map(|[of, relation, told, ..]| [of, relation, told])
        .collect()
});

/// What stands to an indicator in a relation of the table.
pub fn related(indicator: &str, relation: &str) -> Option<&'static str> {
    SHARES.iter().find(|row| row[0] == indicator && row[1] == relation).map(|row| row[2])
}

/// What the words beside a figure weigh, and those further off.
const BESIDE: f32 = 10.0;
/// The most characters of a cue that count.
const LONGEST_CUE: u8 = 9;
/// What the area of the section weighs.
const PRIOR: f32 = 1.5;
/// What it weighs that a heading has the words that a row needs.
const HEADED: f32 = 0.8;
/// What it weighs that the title has them.
const TITLED: f32 = 0.5;
/// What it weighs that they stand anywhere before, within the bytes of a short page.
const ANYWHERE: f32 = 0.3;
const SHORT_PAGE: usize = 2500;
/// Bytes of most characters.
const CHAR: f32 = 3.0;

/// Finds the indicators that a figure may report, the best first, three at most.
pub fn read(
    readings: &mut Vec<Reading>,
    quantity: &Quantity,
    frame: &Frame,
    kind: MetricKind,
    around: &Around,
    marks: &mut Marks,
) {
    readings.clear();
    if quantity.kind == UnitKind::Points {
        return;
    }
    let table = &*TABLE;
    marks.note(frame, around.hits);
    let unit = unit::number(quantity.unit);
    for hit in around.hits {
        let cues = &table.cues[usize::from(hit.word)];
        if cues.is_empty() || hit.titled {
            continue;
        }
        let Some(nearness) = nearness(*hit, frame, around) else { continue };
        for cue in cues {
            let row = &table.rows[usize::from(cue.row)];
            let Some(score) = fits(row, unit, kind) else { continue };
            if !complete(cue, marks) || ruled_out(table, row, *hit, marks) {
                continue;
            }
            let Some(context) = context(row, frame, around) else { continue };
            let prior = if around.area == Some(row.indicator.area) { PRIOR } else { 0.0 };
            let score = score + context + prior + nearness + f32::from(cue.len.min(LONGEST_CUE));
            add(readings, Reading { indicator: row.indicator.id, cue: *hit, score });
        }
    }
    best_three(readings);
}

fn best_three(readings: &mut Vec<Reading>) {
    for place in 0..readings.len().min(3) {
        // Of two that fit as well, the one found first.
        let better = |best: usize, i: usize| if readings[i].score > readings[best].score { i } else { best };
        let best = (place + 1..readings.len()).fold(place, better);
        readings[place..=best].rotate_right(1);
    }
    readings.truncate(3);
}

/// Keeps the best reading of each indicator.
fn add(readings: &mut Vec<Reading>, reading: Reading) {
    match readings.iter_mut().find(|known| known.indicator == reading.indicator) {
        Some(known) if known.score >= reading.score => {}
        Some(known) => *known = reading,
        None => readings.push(reading),
    }
}

/// How much a word's place speaks for it; `None` where it can't tell this figure.
fn nearness(hit: Hit, frame: &Frame, around: &Around) -> Option<f32> {
    let (start, end) = (hit.start as usize, hit.end as usize);
    let distance = |bytes: usize| (bytes as f32 / CHAR).min(20.0) * 0.08;
    if let Some(name) = &frame.name {
        if hit.within(name) {
            return Some(BESIDE);
        }
        // 一审、二审案件: the head stands behind the last name.
        if frame.list.as_ref().is_some_and(|list| hit.within(&list.shared)) {
            return Some(BESIDE - 1.0);
        }
        if frame.caption.as_ref().is_some_and(|lines| hit.within(lines)) {
            return Some(BESIDE - 2.0);
        }
        if hit.within(&frame.before) || of_another(hit, frame) {
            return None;
        }
    }
    if hit.within(&frame.before) {
        return Some(BESIDE - distance(frame.before.end - end));
    }
    if hit.within(&frame.after) {
        return Some(BESIDE - distance(start - frame.after.start));
    }
    if around.part && !around.bare {
        return None;
    }
    let bare = |weight: f32, otherwise: f32| if around.bare { weight } else { otherwise };
    // Behind its own noun a figure needs no other words.
    let named = !around.bare && !frame.chained && frame.after.is_empty() && !frame.before.is_empty();
    if named {
        return None;
    }
    if hit.within(&frame.clause) {
        return Some(bare(7.0, 3.0) - distance(frame.clause.end - end));
    }
    if hit.within(&frame.tail) && (around.bare || !around.body) {
        return Some(bare(5.0, 3.5) - distance(start - frame.tail.start));
    }
    let earlier = end <= frame.clause.start && start >= frame.sentence.start;
    (around.bare && earlier).then(|| 4.0 - distance(frame.clause.start - end))
}

/// How well an indicator's unit and kind fit; `None` where they don't.
fn fits(row: &Row, unit: usize, kind: MetricKind) -> Option<f32> {
    if kind != row.indicator.kind {
        return None;
    }
    match row.fits[unit] {
        Fit::Not => None,
        Fit::Alike => Some(0.0),
        Fit::Listed => Some(1.5),
        Fit::Canonical => Some(2.0),
    }
}

/// Whether all words of a cue stand in the clause.
fn complete(cue: &Cue, marks: &Marks) -> bool {
    cue.others.iter().all(|&other| marks.clause[usize::from(other)] == marks.figure)
}

/// How much the words around speak for a row that needs them; `None` where they are missing.
fn context(row: &Row, frame: &Frame, around: &Around) -> Option<f32> {
    if row.context.is_empty() {
        return Some(1.5);
    }
    let told = |hits: &[Hit]| hits.iter().any(|hit| row.context.contains(&hit.word));
    let headed = if told(around.headings) {
        HEADED
    } else if told(around.subject) {
        TITLED
    } else {
        0.0
    };
    let last = row.context.iter().map(|&word| around.seen[usize::from(word)] as usize).max()?;
    let far = |from: usize| (from.saturating_sub(last) as f32 / CHAR).min(100.0);
    if last > frame.sentence.start {
        return Some(3.0 + headed - far(frame.clause.end).min(60.0) * 0.02);
    }
    if last > around.paragraph {
        return Some(1.8 + headed - far(frame.sentence.start) * 0.01);
    }
    // On a short page about one thing its name may stand at the top only.
    // 增长 alone is of what stands near.
    let anywhere = last > 0 && around.paragraph < SHORT_PAGE && row.indicator.kind != MetricKind::Change;
    (headed > 0.0 || anywhere).then_some(headed.max(ANYWHERE))
}

/// Whether words beside the figure rule a row out; those that its own cue holds don't.
fn ruled_out(table: &Table, row: &Row, hit: Hit, marks: &Marks) -> bool {
    let beside = |word: u16| marks.beside[usize::from(word)] == marks.figure;
    row.nots.iter().any(|&word| beside(word) && !table.holds(hit.word, word))
}
