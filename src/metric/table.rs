//! Tables run flat: which head a cell stands under.

use std::ops::Range;

use crate::Decimal;
use crate::fold::is_ideograph;
use crate::quantity::unit::{Unit, UnitKind, unit};
use crate::quantity::{Quantity, is_year, leading_year};
use crate::text::Text;
use crate::words::{Stretch, behind_word, ends, last_two};

/// The words around a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heads {
    /// The cell above that names the column.
    pub column: Option<Range<usize>>,
    /// The cell that opens the row.
    pub row: Option<Range<usize>>,
    /// The lines above the table, or those of it that have one cell only; the nearest first.
    pub captions: Vec<Range<usize>>,
    /// The cell of the row that holds nothing but a unit.
    pub unit: Option<Range<usize>>,
}

/// Rows looked at above a cell.
const REACH: usize = 12;
/// The most cells of a row that are read: a wider one is no table's.
pub const WIDEST: usize = 120;
/// The most lines that a caption has, and the most characters of one behind the first.
const CAPTIONS: usize = 3;
const LONGEST_CAPTION: usize = 40;

/// The cells of a row: between borders, blanks trimmed.
fn cells(text: &Text, row: &Range<usize>) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = row.start;
    for cell in text.folded[row.clone()].split('\t').take(WIDEST) {
        cells.push(start..start + cell.len());
        start += cell.len() + 1;
    }
    cells
}

fn is_words(cell: &str) -> bool {
    cell.chars().any(is_ideograph) && (!cell.begins_with_digit() || is_period(cell))
}

/// Whether a head names a time, not a thing: 2023年, 上年同期.
pub fn is_period(cell: &str) -> bool {
    let year = cell.get(..4).filter(|digits| is_year(digits)).map_or(cell, |_| &cell[4..]);
    !year.is_empty()
        && "上年 本年 去年 今年 上年同期 去年同期 同期 年 年度 本期 上期"
            .split(' ')
            .any(|words| words == year)
}

/// Whether a head names a rank, which counts nothing.
pub fn is_rank(cell: &str) -> bool {
    ends(cell, "排名 名次 序号 位次")
}

/// Whether a head only says that all is counted: 合计(宗).
pub fn is_sum(cell: &str) -> bool {
    ["合计", "总计", "总数", "数量", "件数", "宗数"].contains(&cell.up_to_any("( "))
}

/// The unit that a cell holds and nothing else.
fn unit_of(cell: &str) -> Option<(&'static Unit, i8)> {
    let (scale, rest) = scaled(cell);
    unit(rest).filter(|unit| unit.surface == rest).map(|unit| (unit, scale))
}

/// The power of ten of a scale before a unit, and the unit.
fn scaled(unit: &str) -> (i8, &str) {
    let scales = [("万", 4), ("亿", 8), ("千", 3)];
    scales.iter().find_map(|(word, power)| Some((*power, unit.strip_prefix(word)?))).unwrap_or((0, unit))
}

/// The heads of a place in the `paragraph`th paragraph.
pub fn heads(text: &Text, paragraph: usize, place: &Range<usize>) -> Heads {
    let words = |cell: &Range<usize>| is_words(&text.folded[cell.clone()]);
    let own = cells(text, &text.paragraphs[paragraph]);
    let holds = |cell: &Range<usize>| cell.start <= place.start && place.end <= cell.end;
    let Some(column) = own.iter().position(holds) else { return Heads::default() };
    let holds_unit = |cell: &&Range<usize>| unit_of(&text.folded[(*cell).clone()]).is_some();
    let unit = own.iter().find(holds_unit).cloned();
    let ahead = own.iter().take_while(|cell| cell.end <= place.start);
    // 办理结果 | 予以公开 | 8 | 2: the last of the words that open the row.
    let mut opening = ahead.filter(|cell| !holds_unit(cell)).skip_while(|cell| !words(cell));
    let first = opening.next();
    let row = opening.take_while(|cell| words(cell)).last().or(first).cloned();
    let mut heads = Heads { column: None, row, captions: Vec::new(), unit };
    for above in text.paragraphs[..paragraph].iter().rev().take(REACH) {
        let cells = cells(text, above);
        let filled: Vec<_> = cells.iter().filter(|cell| !cell.is_empty()).collect();
        match filled.as_slice() {
            [] => continue,
            // 2022年调解案件分类情况(单位:件、万元)
            [only]
                if words(only)
                    || !heads.captions.is_empty()
                    || leading_year(&text.folded[(*only).clone()]).is_some() =>
            {
                let line = &text.folded[(*only).clone()];
                // 罚没金额(万元)|318.62 above 表二 行政检查 are another table's.
                if !words(only) && !line.has_any("年月") {
                    break;
                }
                let short = line.chars().nth(LONGEST_CAPTION).is_none() && !line.has('。');
                if heads.captions.is_empty() || short {
                    heads.captions.push((*only).clone());
                }
                if !short || heads.captions.len() == CAPTIONS {
                    break;
                }
                continue;
            }
            // Rows above a caption are another table's.
            _ if !heads.captions.is_empty() => break,
            _ => {}
        }
        if heads.column.is_none() {
            // 上报|取消 over 公安|86|61: the names of the rows have no head.
            let unheaded = cells.len() + 1 == own.len() && own.first().is_some_and(words);
            let all = unheaded && cells.iter().all(words);
            let column = if all { column.checked_sub(1) } else { Some(column) };
            heads.column = column.and_then(|column| cells.get(column)).filter(|cell| words(cell)).cloned();
        }
    }
    heads
}

/// The unit that a head gives in brackets or a caption names: 罚没金额(万元), 单位:件.
fn unit_in(head: &str) -> Option<(&'static Unit, i8)> {
    if let Some(unit) = behind_word(head, "单位:") {
        return unit_of(unit.trim_end_matches(')'));
    }
    unit_of(head.rsplit_once('(')?.1.split(')').next()?)
}

/// The unit of a column of this name among those that a caption lists: 单位:件、万元.
fn unit_among(caption: &str, column: &str) -> Option<(&'static Unit, i8)> {
    let listed = behind_word(caption, "单位:")?;
    let kind = match column {
        _ if ends(column, "款 额 金额 资金 经费 收入 支出 款额 款项 罚没") => {
            UnitKind::Amount
        }
        _ if ends(column, "率 占比 比例 比重") => UnitKind::Rate,
        _ => UnitKind::Count,
    };
    let mut units = listed.trim_end_matches(')').split(['、', '/', ',', ' ']).filter_map(unit_of);
    units.find(|(unit, _)| unit.kind == kind)
}

/// Gives a bare cell the unit of its heads.
pub fn measure(text: &Text, quantity: &mut Quantity, heads: &Heads) {
    if !quantity.unit.is_empty() {
        return;
    }
    let told = heads.column.iter().chain(&heads.row).chain(&heads.captions);
    let own = || unit_of(&text.folded[heads.unit.clone()?]);
    let column = heads.column.clone().map_or("", |column| &text.folded[column]);
    let among = || heads.captions.iter().find_map(|line| unit_among(&text.folded[line.clone()], column));
    let Some((unit, scale)) =
        told.into_iter().find_map(|head| unit_in(&text.folded[head.clone()])).or_else(own).or_else(among)
    else {
        // 检查户次: the head ends with the unit.
        let last = last_two(column).unwrap_or_default();
        if let Some((unit, _)) = unit_of(last).filter(|_| last.ends_with('次')) {
            quantity.unit = unit.canonical;
            return;
        }
        let share = heads.row.as_ref().is_some_and(|row| text.folded[row.clone()].has_any("率占"));
        if share && quantity.value <= Decimal::whole(100) {
            (quantity.unit, quantity.kind) = ("%", UnitKind::Rate);
        }
        return;
    };
    if let Some(value) = quantity.value.shift(scale + unit.power) {
        quantity.value = value;
        quantity.unit = unit.canonical;
        quantity.kind = unit.kind;
    }
}
