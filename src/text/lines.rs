//! Hard line breaks: which line ends only show how wide somebody's page was.
//!
//! Text copied from a PDF breaks its lines at the page's width, in the middle of words and figures.
//! Such a text shows it: many lines end unfinished, and these are nearly equally long.

use crate::fold::{Folded, fold};
use crate::mark::{MarkKind, mark};

/// A line of the text as given, without its end.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Its first byte.
    pub start: usize,
    /// Behind its last byte.
    pub end: usize,
    /// Behind its line end.
    pub next: usize,
    /// Characters but blanks.
    width: u32,
    /// Whether a heading mark opens it.
    marked: bool,
    /// Whether a blank opens it.
    indented: bool,
    /// Whether a full stop or the like ends it.
    finished: bool,
    /// Whether a full stop or the like stands inside.
    stopped: bool,
    /// Whether a table's cell border stands in it.
    cells: bool,
    /// Words between blanks.
    words: u32,
    /// Whether these are all numbers.
    numbers: bool,
    /// Whether blanks are borders of cells: it is a row of numbers, or their head.
    pub spaced_cells: bool,
}

/// Unfinished lines shorter than this are headings, names, dates.
const SHORTEST_BROKEN: u32 = 18;
/// How much shorter than the others a broken line may be: half-width characters, a long word.
const SLACK_PERCENT: u32 = 78;

/// Splits a text into lines.
pub fn lines(source: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < source.len() {
        let line = line(source, start);
        start = line.next;
        lines.push(line);
    }
    for i in 0..lines.len() {
        let (above, line) = lines.split_at_mut(i);
        let line = &mut line[0];
        if line.numbers && line.words >= 3 && !line.cells {
            line.spaced_cells = true;
            // The head has a word a column, and perhaps one more over the row's own head.
            if let Some(head) =
                above.iter_mut().rev().find(|head| head.width > 0).filter(|h| h.words == line.words)
            {
                head.spaced_cells = true;
                head.cells = true;
            }
            line.cells = true;
        }
    }
    lines
}

fn line(source: &str, start: usize) -> Line {
    let mut line = Line {
        start,
        end: source.len(),
        next: source.len(),
        width: 0,
        marked: false,
        indented: false,
        finished: false,
        stopped: false,
        cells: false,
        words: 0,
        numbers: true,
        spaced_cells: false,
    };
    let mut blank = true;
    for (i, c) in source[start..].char_indices() {
        match fold(c) {
            Folded::Break => {
                line.end = start + i;
                let ended = &source[line.end..];
                line.next = line.end + if ended.starts_with("\r\n") { 2 } else { c.len_utf8() };
                break;
            }
            Folded::Blank => {
                line.indented |= line.width == 0;
                blank = true;
            }
            Folded::Cell => line.cells = true,
            Folded::As(c) => {
                line.words += u32::from(blank);
                blank = false;
                line.numbers &= c.is_ascii_digit() || matches!(c, '.' | '%' | ',' | '-');
                if line.width == 0 {
                    line.marked = mark(&source[start + i..]).is_some();
                }
                line.width += 1;
                line.stopped |= line.finished;
                line.finished = matches!(c, '。' | '!' | '?' | ';' | ':' | '…' | '>');
            }
        }
    }
    line
}

/// For each line, whether its end is to be read as nothing.
pub fn joined(source: &str, lines: &[Line]) -> Vec<bool> {
    let could = |i: usize| {
        let (line, Some(next)) = (&lines[i], lines.get(i + 1)) else { return false };
        let short_heading = line.marked && !line.stopped;
        let sibling = next.marked && !numeral_goes_on(source, line, next);
        next.width > 0 && !line.cells && !next.cells && !sibling && !short_heading
    };
    let mut widths: Vec<u32> = (0..lines.len())
        .filter(|&i| could(i) && !lines[i].finished && lines[i].width >= SHORTEST_BROKEN)
        .map(|i| lines[i].width)
        .collect();
    // Where every line is indented, an indent opens no paragraph.
    let broken = |i: &usize| could(*i) && !lines[*i].finished && lines[*i].width >= SHORTEST_BROKEN;
    let indents = (0..lines.len()).filter(broken).filter(|&i| lines[i + 1].indented).count();
    let all_indented = indents * 10 >= widths.len() * 8;
    let opens = |line: &Line| line.indented && !all_indented;
    widths.sort_unstable();
    let typical = widths.get(widths.len() / 2).copied().unwrap_or(u32::MAX / 200);
    let near = |width: u32| width * 100 >= typical * SLACK_PERCENT;
    let alike = widths.iter().filter(|&&w| near(w) && near(typical * typical / w.max(1))).count();
    // One such line is chance; lines of every length are paragraphs without stops.
    let wrapped = alike >= 3 && alike * 10 >= widths.len() * 6;
    (0..lines.len())
        .map(|i| {
            let line = &lines[i];
            let full = near(line.width) && (line.width <= typical * 2);
            lines.get(i + 1).is_some_and(|next| splits_figure(source, line, next))
                || wrapped && could(i) && !line.finished && !opens(&lines[i + 1]) && full
        })
        .collect()
}

/// Whether a break stands inside a figure: `1` ⏎ `2.5万件` opens no list.
fn numeral_goes_on(source: &str, line: &Line, next: &Line) -> bool {
    let ends_in_digit = source[..line.end].chars().next_back().is_some_and(|c| c.is_ascii_digit());
    ends_in_digit && mark(&source[next.start..]).is_some_and(|m| m.kind == MarkKind::Number)
}

/// Units and scales that may stand alone at the start of a broken line.
const GOES_ON: &str =
    "件起宗例项个家户名人位次场期批轮份册本张篇条部台套辆支处座间所卷幅节堂类种枚万亿千百余多元%‰倍";

/// Whether a break stands between a number and what belongs to it: 326 ⏎ 件, 3 ⏎ 26件, 三分 ⏎ 之一.
fn splits_figure(source: &str, line: &Line, next: &Line) -> bool {
    let (before, after) = (&source[line.start..line.end], &source[next.start..next.end]);
    let after = after.trim_start();
    if before.ends_with('百') && after.starts_with("分点")
        || before.ends_with('分') && after.starts_with('之')
    {
        return true;
    }
    let number = before.trim_end_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ',') || "万亿千百余多".contains(c)
    });
    let worded =
        number.chars().next_back().is_some_and(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c) || c == ' ');
    if number.len() == before.len()
        || !worded
        || next.marked
        || !before.contains(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    rest.starts_with(|c| GOES_ON.contains(c))
}
