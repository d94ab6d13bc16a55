//! Hard line breaks: which line ends only show how wide somebody's page was.
//!
//! Text copied from a PDF breaks its lines at the page's width, in the middle of words and figures.
//! Such a text shows it: many lines end unfinished, and these are nearly equally long.

use std::ops::Range;

use memchr::memchr2;

use crate::fold::{Folded, fold, is_ideograph, read_as};
use crate::mark::{MarkKind, is_bullet, mark};
use crate::order::sort_by;
use crate::words::Stretch;

/// A line of the text as given, without its end.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Its first byte.
    pub start: usize,
    /// Behind its last byte.
    pub end: usize,
    /// Behind its line end.
    pub next: usize,
    /// Characters, blanks at its ends apart.
    width: u32,
    /// Whether a heading mark or a bullet opens it.
    marked: bool,
    /// Whether a blank opens it.
    indented: bool,
    /// Whether a full stop or the like ends it.
    finished: bool,
    /// Whether it is a heading's line: a mark, and no stop inside.
    headed: bool,
    /// Whether a table's cell border stands in it.
    pub cells: bool,
    /// Whether blanks are borders of cells: it is a row of numbers, or their head.
    pub spaced_cells: bool,
}

/// Unfinished lines shorter than this are headings, names, dates.
const SHORTEST_BROKEN: u32 = 18;
/// How much shorter than the others a broken line may be: half-width characters, a long word.
const SLACK_PERCENT: u32 = 78;

/// The most characters of a heading whose title has two parts.
const LONGEST_TITLE: u32 = 28;
/// The most characters of such a title behind its colon.
const SECOND_PART: usize = 16;

/// Whether the words behind a colon only finish the title.
pub fn is_title_part(behind: &str) -> bool {
    let count = behind.chars().take(SECOND_PART + 1).count();
    // 三、明年怎么干:2025年主要安排
    let words = behind.without_digits();
    let year = words.len() == behind.len() || behind.len() - words.len() == 4 && words.starts_with('年');
    (2..=SECOND_PART).contains(&count) && words.chars().all(is_ideograph) && year
}

/// Borders of cells beside the tab and `|`.
pub const BORDERS: &[char] = &['｜', '│', '┃'];

/// Splits a text into lines.
pub fn lines(source: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    // The last line that is not blank.
    let (mut start, mut above) = (0, 0..0);
    while start < source.len() {
        let end = memchr2(b'\n', b'\r', &source.as_bytes()[start..]).map_or(source.len(), |i| start + i);
        let ended = &source[end..];
        let next = end + if ended.starts_with("\r\n") { 2 } else { ended.len().min(1) };
        let mut line = line(source, start..end, next);
        let text = &source[start..end];
        if !line.cells && (is_row_of_numbers(text) || is_short_row(text, &source[above.clone()])) {
            (line.cells, line.spaced_cells) = (true, true);
            let head = lines.iter_mut().rev().find(|head| head.width > 0);
            if let Some(head) = head.filter(|head| is_head(&source[head.start..head.end], text)) {
                (head.cells, head.spaced_cells) = (true, true);
            }
        }
        if line.width > 0 {
            above = line.start..line.end;
        }
        lines.push(line);
        start = next;
    }
    lines
}

/// Whether a line is the head of a row: it has a word a column, but that the names of the rows may have none.
fn is_head(head: &str, row: &str) -> bool {
    let [columns, words] = [row, head].map(|line| line.split_whitespace().count());
    let named =
        columns > 3 && !head.has_any("：:。，0123456789") && row.trim_start().starts_with(is_ideograph);
    words == columns || words + 1 == columns && named
}

fn line(source: &str, place: Range<usize>, next: usize) -> Line {
    let text = &source[place.clone()];
    let blank = |c: char| fold(c) == Folded::Blank;
    let words = text.trim_matches(blank);
    let mark = mark(words);
    let marked = mark.is_some() || words.starts_with(is_bullet);
    // ②打击非法营运方面,联合执法86次: an item of a list.
    let item = mark.is_some_and(|m| m.kind >= MarkKind::NumberInBrackets) && words.has_any("，,");
    let stop = |c: char| matches!(fold(c), Folded::As('。' | '!' | '?' | ';' | ':' | '…' | '>'));
    let width = count_chars(words);
    // (五)解纷有办法:在田间地头促和谐 is a heading as a whole.
    let inner = words.trim_end_matches(stop);
    let stopped = inner.char_indices().any(|(at, c)| {
        let whole = width <= LONGEST_TITLE && fold(c) == Folded::As(':');
        stop(c) && !(whole && is_title_part(&inner[at + c.len_utf8()..]))
    });
    Line {
        start: place.start,
        end: place.end,
        next,
        width,
        marked,
        indented: text.starts_with(blank),
        finished: words.ends_with(stop),
        headed: mark.is_some() && !item && !stopped,
        cells: memchr2(b'\t', b'|', text.as_bytes()).is_some()
            || BORDERS.iter().any(|border| text.contains(*border)),
        spaced_cells: false,
    }
}

/// Code points, counted by their lead bytes.
fn count_chars(text: &str) -> u32 {
    text.bytes().filter(|b| !(0x80..0xC0).contains(b)).count() as u32
}

/// `6 96 78 7` or `件数 71 43 17`: three numbers or more, and one word at most before them.
fn is_row_of_numbers(text: &str) -> bool {
    if !text.ends_with_any("0123456789% ") {
        return false;
    }
    let mut words = text.split_whitespace().peekable();
    if words.peek().is_some_and(|first| !first.has_digit()) {
        words.next();
    }
    let numbers = words.clone().count();
    numbers >= 3 && words.all(is_numeral)
}

/// `市住建局 1138 88.41%` below `承办单位 转派(件) 满意率` or below a row of its kind, `立案(件) 218 243 下降10.3%` below
/// `指标 2021年 2020年 增减`.
fn is_short_row(text: &str, above: &str) -> bool {
    let cells = |line: &str| line.split_whitespace().take(LONGEST_ROW + 1).count();
    let row = |line: &str| {
        let mut rest = line.split_whitespace();
        let named = rest.next().is_some_and(|first| !is_numeral(first));
        named && rest.clone().filter(|cell| is_numeral(cell)).nth(1).is_some() && rest.all(is_value)
    };
    let head = |line: &str| line.split_whitespace().all(|cell| !is_numeral(cell));
    let worded = |line: &str| !line.has_any("，。；,;");
    let count = cells(text);
    (3..=LONGEST_ROW).contains(&count)
        && cells(above) == count
        && row(text)
        && worded(text)
        && worded(above)
        && (row(above) || head(above))
}

/// The most cells of a row that only its neighbours tell.
const LONGEST_ROW: usize = 6;

/// Whether a cell holds a number or how it changed: 下降10.3%.
fn is_value(cell: &str) -> bool {
    let change = ["上升", "下降", "增长", "减少", "增加"].into_iter().find_map(|way| cell.strip_prefix(way));
    is_numeral(change.unwrap_or(cell)) || cell == "持平"
}

/// Whether a word is a number, with its sign.
fn is_numeral(word: &str) -> bool {
    word.chars().map(read_as).all(|c| c.is_ascii_digit() || matches!(c, '.' | '%' | ',' | '-' | '+'))
}

/// For each line, whether its end is to be read as nothing.
pub fn joined(source: &str, lines: &[Line]) -> Vec<bool> {
    let could = |i: usize| {
        let (line, Some(next)) = (&lines[i], lines.get(i + 1)) else { return false };
        let sibling = next.marked && !numeral_goes_on(source, line, next);
        next.width > 0 && !line.cells && !next.cells && !sibling && !line.headed
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
    sort_by(&mut widths, |&width| width.into());
    let typical = widths.get(widths.len() / 2).copied().unwrap_or(u32::MAX / 200);
    let near = |width: u32| width * 100 >= typical * SLACK_PERCENT;
    let alike = widths.iter().filter(|&&w| near(w) && near(typical * typical / w.max(1))).count();
    // One such line is chance; lines of every length are paragraphs without stops.
    let wrapped = alike >= 3 && alike * 10 >= widths.len() * 6;
    // 加上上年结转4件,办结24件: ⏎ 维持13件: on a page of broken lines a list goes on.
    let lists = |line: &Line| {
        let words = source[line.start..line.end].trim_end();
        words.ends_with_any(":：;；") && words.has_any(",，")
    };
    let ends = |line: &Line| line.finished && !lists(line);
    let around = breaks_around_figures(source, lines);
    (0..lines.len())
        .map(|i| {
            let line = &lines[i];
            let full = near(line.width) && (line.width <= typical * 2);
            let long = if wrapped { SHORTEST_BROKEN / 2 } else { SHORTEST_BROKEN };
            let stops = || !line.headed && line.width >= long;
            let inside = |next: &Line| {
                splits_figure(source, line, next)
                    || around && is_around_figure(source, line, next)
                    || stops() && stops_before_figure(source, line, next, wrapped)
                    || could(i) && stops() && !next.indented && is_cut(source, line, next)
            };
            lines.get(i + 1).is_some_and(inside)
                || wrapped && could(i) && !ends(line) && !opens(&lines[i + 1]) && full
        })
        .collect()
}

/// Whether a broken sentence goes on with a figure: 结案率98%,罚没款 ⏎ 682.4万元,比上年少一成.
fn stops_before_figure(source: &str, line: &Line, next: &Line, wrapped: bool) -> bool {
    let clauses = |line: &Line| source[line.start..line.end].has_any("，、,");
    let word = source[..line.end].ends_with(is_ideograph);
    let behind = source[next.start..next.end].trim_start();
    let figure = behind.without_first("0123456789.");
    let counts = figure.len() < behind.len() && goes_on(figure);
    // 2021年,新收236件。年末未结 ⏎ 26件。
    let ended = || source[..next.end].ends_with_any("。；;");
    word && counts && (wrapped || clauses(line)) && (clauses(next) || ended())
}

/// Whether a sentence breaks off: two lines of prose, of which the first ends with no stop and is no slogan
/// over the other: 化解矛盾，服务群众.
fn is_cut(source: &str, line: &Line, next: &Line) -> bool {
    let (before, after) = (&source[line.start..line.end], &source[next.start..next.end]);
    let clauses = |words: &str| words.has_any("，,。；;");
    let slogan = !before.has_any("0123456789。；;");
    !line.finished
        && before.ends_with(is_ideograph)
        && after.starts_with(is_ideograph)
        && clauses(before)
        && clauses(after)
        && !slogan
}

/// Whether a break stands inside a figure: `1` ⏎ `2.5万件` opens no list.
fn numeral_goes_on(source: &str, line: &Line, next: &Line) -> bool {
    let ends_in_digit = source[..line.end].chars().next_back().is_some_and(|c| c.is_ascii_digit());
    ends_in_digit && mark(&source[next.start..]).is_some_and(|m| m.kind == MarkKind::Number)
}

/// Units and scales that may stand alone at the start of a broken line.
const GOES_ON: &str =
    "件起宗例项个家户名人位次场期批轮份册本张篇条部台套辆支处座间所卷幅节堂类种枚万亿千百余多元%‰倍";

/// Whether a page puts its figures on lines of their own: 清除招牌 ⏎ 21000 ⏎ 余条;整治占道.
fn breaks_around_figures(source: &str, lines: &[Line]) -> bool {
    let words = |line: &Line| source[line.start..line.end].trim();
    let alone = |three: &&[Line]| {
        let (before, after) = (words(&three[0]), words(&three[2]));
        let on = goes_on(after) || after.begins_with_any("，,。；;、");
        let prose = after.has_any("，,。；;、");
        is_number_alone(words(&three[1])) && before.ends_with(is_ideograph) && on && prose
    };
    lines.windows(3).filter(alone).nth(FEWEST_ALONE - 1).is_some()
}

/// So many figures on lines of their own are no chance.
const FEWEST_ALONE: usize = 3;

fn is_number_alone(words: &str) -> bool {
    words.begins_with_digit() && words.without_first("0123456789.,万亿%").is_empty()
}

/// Whether, on such a page, a break stands before a figure or behind one.
fn is_around_figure(source: &str, line: &Line, next: &Line) -> bool {
    let words = |line: &Line| source[line.start..line.end].trim();
    let (before, after) = (words(line), words(next));
    let prose = after.starts_with(is_ideograph) || after.begins_with_any("，,。；;、");
    let marked = mark(after).is_some_and(|mark| mark.kind != MarkKind::Number);
    is_number_alone(before) && prose && !marked
        || before.ends_with(is_ideograph) && after.begins_with_digit() && !marked
}

/// Whether words begin like the rest of a broken figure.
pub fn goes_on(words: &str) -> bool {
    words.chars().next().is_some_and(|c| GOES_ON.has(read_as(c)))
}

/// Whether a break stands between a number and what belongs to it: 326 ⏎ 件, 3 ⏎ 26件, 三分 ⏎ 之一.
fn splits_figure(source: &str, line: &Line, next: &Line) -> bool {
    // 公安|86|25 ⏎ 人社|112|38: rows of one table.
    if line.cells && next.cells {
        return false;
    }
    let (before, after) = (&source[line.start..line.end], &source[next.start..next.end]);
    let after = after.trim_start();
    let halved = ['人', '件', '家', '户'].into_iter().any(|unit| {
        let number = before.strip_suffix(unit).unwrap_or_default().without_last("余多万 ");
        number.ends_with_any("0123456789")
    });
    if before.ends_with('百') && after.starts_with("分点")
        || halved && after.starts_with('次')
        || before.ends_with('分') && after.starts_with('之')
    {
        return true;
    }
    let number = before
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',') || "万亿千百余多".has(c));
    let worded = number.chars().next_back().is_some_and(|c| is_ideograph(c) || c == ' ');
    if number.len() == before.len() || !worded || next.marked || !before.has_digit() {
        return false;
    }
    let rest = after.without_first("0123456789.");
    goes_on(rest)
}
