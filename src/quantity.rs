//! Quantities: numbers that tell how much or how many, with scale, unit and bound; and what only
//! looks like one: names, days, sessions, articles, phone numbers, idioms, titles.

pub mod bound;
mod name;
mod share;
pub mod unit;

use std::ops::Range;

use crate::Decimal;
use crate::number::{self, Number};
use crate::text::Text;
use crate::words::ends;
pub use name::is_year;

use bound::{Bound, bound};
use unit::{Unit, UnitKind, unit};

/// A number with its unit, before it is known what it measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Where it stands in the folded text, unit included.
    pub place: Range<usize>,
    /// The value in the canonical unit.
    pub value: Decimal,
    /// The upper end of a range.
    pub upper: Option<Decimal>,
    /// The canonical unit; empty where none is written.
    pub unit: &'static str,
    /// What the unit counts.
    pub kind: UnitKind,
    /// How the text bounds the value.
    pub bound: Bound,
    /// Whether it stands in a table's cell.
    pub in_table: bool,
}

/// Finds the quantities of a text, in its order.
#[must_use]
pub fn quantities(text: &Text) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut titles = text.titles.iter().peekable();
    let mut sentences = text.sentences.iter().peekable();
    let mut scan = Scan { folded: &text.folded, sentence: 0..0, first: 0 };
    // Where the last number read ended.
    let mut done = 0;
    for &numeral in &text.numerals {
        let at = numeral as usize;
        if at < done {
            continue;
        }
        while titles.next_if(|title| title.end <= at).is_some() {}
        if let Some(title) = titles.peek().filter(|title| title.start <= at) {
            done = title.end;
            continue;
        }
        while let Some(sentence) = sentences.next_if(|sentence| sentence.start <= at) {
            scan = Scan { sentence: sentence.clone(), first: found.len(), ..scan };
        }
        done = scan.step(at, &mut found);
    }
    found
}

/// Reads one sentence.
struct Scan<'a> {
    folded: &'a str,
    sentence: Range<usize>,
    /// The index of the sentence's first quantity.
    first: usize,
}

/// A number read at a place: a quantity's raw form.
struct Raw {
    number: Number,
    /// Behind the number.
    end: usize,
}

impl<'a> Scan<'a> {
    fn before(&self, at: usize) -> &'a str {
        &self.folded[self.sentence.start..at]
    }

    fn after(&self, at: usize) -> &'a str {
        &self.folded[at..self.sentence.end]
    }

    /// Reads what stands at `at`; returns where to go on.
    fn step(&mut self, at: usize, found: &mut Vec<Quantity>) -> usize {
        let rest = self.after(at);
        let Some(c) = rest.chars().next() else { return self.sentence.end };
        let quantity = if c.is_ascii_digit() {
            match self.arabic(at) {
                Ok(raw) => self.share(at, &raw).or_else(|| self.measured(at, &raw, found)).ok_or(raw.end),
                Err(skip) => self.slashed(at).ok_or(skip),
            }
        } else if number::is_chinese(c) {
            self.chinese(at, found)
        } else {
            return at + c.len_utf8();
        };
        match quantity {
            Ok(quantity) => {
                let end = quantity.place.end;
                found.push(quantity);
                end
            }
            Err(end) => end,
        }
    }

    /// An Arabic number, or where what only looks like one ends.
    fn arabic(&self, at: usize) -> Result<Raw, usize> {
        let (before, rest) = (self.before(at), self.after(at));
        let last = before.chars().next_back();
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let program = before.ends_with("APP") || before.ends_with("App");
        if !program && last.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '第' | '+' | '#' | '№'))
        {
            let code = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
            return Err(at + code.max(digits));
        }
        if let Some(len) = name::arabic(before, rest) {
            return Err(at + len);
        }
        let spaced = last.is_some_and(|c| !c.is_ascii() || c == '\t');
        let number = number::arabic(rest, spaced).ok_or(at + digits)?;
        let end = at + number.len;
        let mut number = number;
        let mut start_sign = false;
        if let Some(unsigned) = before.strip_suffix('-') {
            // A minus stands behind a word or an opening, a dash behind a number or a day.
            let ahead = unsigned.chars().next_back();
            start_sign = ahead.is_none_or(|c| !c.is_ascii_alphanumeric() && !"年月日号时件个%-".contains(c));
        }
        if start_sign {
            number.value = number.value.negated();
        }
        Ok(Raw { number, end })
    }

    /// A Chinese numeral that counts something: many only look as if they did.
    fn chinese(&self, at: usize, found: &[Quantity]) -> Result<Quantity, usize> {
        let rest = self.after(at);
        let run: usize = rest.chars().take_while(|&c| number::is_chinese(c)).map(char::len_utf8).sum();
        let before = self.before(at);
        for (words, below) in [("百分之", 100), ("千分之", 1000), ("万分之", 10_000)] {
            if let Some(share) = rest.strip_prefix(words) {
                let below = Decimal::whole(below);
                return self.fraction(at, below, at + words.len(), share).ok_or(at + words.len());
            }
        }
        if let Some(len) = name::chinese(before, rest) {
            return Err(at + len.max(run));
        }
        // 占一半, 不到一半
        if rest.starts_with("一半") && name::is_share(before) {
            return Ok(self.quantity(at..at + "一半".len(), Decimal::whole(50), "%", UnitKind::Rate, false));
        }
        let Some(number) = number::chinese(rest) else { return Err(at + run) };
        let end = at + number.len;
        let behind = self.after(end);
        if let Some(share) = behind.strip_prefix("分之") {
            return self.fraction(at, number.value, end + "分之".len(), share).ok_or(end);
        }
        if let Some(tenths) = behind.strip_prefix('成').filter(|rest| name::is_tenth(rest)) {
            return self.tenths(at, &number, end, tenths).ok_or(end);
        }
        if before.ends_with(['第', '初', '数', '几', '年', '零', '月', '届', '·', '-', '每'])
            || rest.starts_with(['百', '千', '万', '亿'])
                && (before.is_empty() || before.ends_with(['、', ':', '(', '/']))
            || before.ends_with("周")
        {
            return Err(at + run);
        }
        let quantity = self.measured(at, &Raw { number, end }, found).ok_or(at + run)?;
        let one = quantity.value == Decimal::whole(1) && quantity.upper.is_none();
        let wanted = if one { self.singled_out(&quantity, found) } else { true };
        if wanted { Ok(quantity) } else { Err(quantity.place.end) }
    }

    /// Whether 一 with a classifier counts one thing, and is not a mere article.
    fn singled_out(&self, quantity: &Quantity, found: &[Quantity]) -> bool {
        let before = self.before(quantity.place.start);
        let sibling = found[self.first..].last().is_some_and(|last| last.unit == quantity.unit);
        const SINGLED: &str = "仅有的 仅有 只有 唯一的 仅 另有 还有 尚有 至少 不少于 每月 超过";
        ends(before, SINGLED)
            || self.is_posted(quantity)
            || quantity.unit == "倍"
            || sibling && before.ends_with(['、', ',', '和', '及'])
    }

    /// Whether 一 with a classifier stands behind what it counts: 另有公职律师一名.
    fn is_posted(&self, quantity: &Quantity) -> bool {
        const COUNTED: [&str; 14] =
            ["名", "次", "件", "人", "个", "份", "部", "场", "起", "处", "家", "项", "期", "套"];
        const OTHER: &str = "跑 走 看 进 同 第 这 那 再 统 唯 某 任 逐 只 多 少 每 此 之 不 一";
        let (before, after) = (self.before(quantity.place.start), self.after(quantity.place.end));
        let clause = before.rsplit([',', '。', ';', ':', '、', '(']).next().unwrap_or_default();
        (after.is_empty() || after.starts_with([',', '。', ';', '、', ')']))
            && COUNTED.contains(&quantity.unit)
            && name::ends_in_word(clause)
            && clause.chars().nth(3).is_some()
            && !clause.contains('每')
            && !ends(clause, OTHER)
    }

    fn quantity(
        &self,
        place: Range<usize>,
        value: Decimal,
        unit: &'static str,
        kind: UnitKind,
        over: bool,
    ) -> Quantity {
        // 五千来份 are about as many.
        let about = over && self.folded[place.clone()].contains('来');
        let bound = bound(self.before(place.start), self.after(place.end), over && !about);
        let bound = if about && bound == Bound::Exact { Bound::About } else { bound };
        Quantity { place, value, upper: None, unit, kind, bound, in_table: false }
    }

    /// The quantity that a number makes with its unit, if it counts something.
    fn measured(&self, at: usize, raw: &Raw, found: &[Quantity]) -> Option<Quantity> {
        let Some((unit, unit_end)) = self.unit_behind(raw) else {
            let other = || self.range(at, raw, None).or_else(|| self.bare(at, raw, found));
            return self.sharing(at, raw).or_else(other);
        };
        if !self.counts(at, raw, unit, unit_end) {
            return None;
        }
        if let Some(range) = self.range(at, raw, Some((unit, unit_end))) {
            return Some(range);
        }
        let start = at - usize::from(raw.number.value < Decimal::ZERO);
        let value = raw.number.value.shift(unit.power)?;
        let mut quantity = self.quantity(start..unit_end, value, unit.canonical, unit.kind, raw.number.over);
        quantity.in_table = self.in_cell(&quantity.place);
        Some(quantity)
    }

    /// 分别提高0.2和2.1个百分点: the share's unit stands behind the next number.
    fn sharing(&self, at: usize, raw: &Raw) -> Option<Quantity> {
        let rest = self.after(raw.end);
        let next = rest.strip_prefix('和').or(rest.strip_prefix('、')).filter(|_| !raw.number.chinese)?;
        let number = number::arabic(next, false)?;
        let unit = unit(&next[number.len..])?;
        let shares = matches!(unit.kind, UnitKind::Rate | UnitKind::Points) && unit.canonical != "倍";
        let listed = ends(self.before(at), "提高 提升 上升 下降 降低 增长 减少 回落 为 达 达到 占 是");
        let value = raw.number.value.shift(unit.power).filter(|_| shares && listed)?;
        Some(self.quantity(at..raw.end, value, unit.canonical, unit.kind, raw.number.over))
    }

    /// The unit behind a number, blanks and 大 (11大类) between, and where it ends.
    fn unit_behind(&self, raw: &Raw) -> Option<(&'static Unit, usize)> {
        let mut from = raw.end;
        if self.after(from).starts_with(' ') {
            from += 1;
        }
        if let Some(rest) = self.after(from).strip_prefix('大') {
            let unit = unit(rest).filter(|u| matches!(u.canonical, "类" | "项" | "种" | "件"))?;
            return Some((unit, from + "大".len() + unit.surface.len()));
        }
        let unit = unit(self.after(from))?;
        let mut end = from + unit.surface.len();
        // A unit written twice: 个/次.
        if let Some(rest) = self.after(end).strip_prefix('/')
            && let Some(second) = unit::unit(rest)
        {
            end += 1 + second.surface.len();
        }
        Some((unit, end))
    }

    /// Whether number and unit count something here.
    fn counts(&self, at: usize, raw: &Raw, unit: &Unit, end: usize) -> bool {
        let (before, after) = (self.before(at), self.after(end));
        let by_kind = match unit.kind {
            UnitKind::Duration => name::is_time_limit(before, after),
            // One numeral before such a unit makes a word, 四万余户 does not.
            _ => !(unit.digits_only && raw.number.chinese && raw.number.len <= "四".len()),
        };
        by_kind && !name::is_name(before, &self.folded[at..end], after)
    }

    /// 3-5个, 3至5起, 10%-20%.
    fn range(&self, at: usize, raw: &Raw, unit: Option<(&Unit, usize)>) -> Option<Quantity> {
        let from = unit.map_or(raw.end, |(_, end)| end);
        let rest = self.after(from);
        let dashes = rest.trim_start_matches(['-', '~', '至', '到']);
        let dash = rest.len() - dashes.len();
        if dash == 0 || dash > 6 {
            return None;
        }
        let number = if dashes.starts_with(|c: char| c.is_ascii_digit()) {
            number::arabic(dashes, false)?
        } else {
            number::chinese(dashes)?
        };
        let upper = Raw { number, end: from + dash + number.len };
        let (upper_unit, end) = self.unit_behind(&upper)?;
        let same = unit.is_none_or(|(unit, _)| unit.canonical == upper_unit.canonical);
        if !same || number.value <= raw.number.value || !self.counts(at, raw, upper_unit, end) {
            return None;
        }
        // 1至2万件: the scale of the upper end is that of both.
        let mut value = raw.number.value;
        if unit.is_none() && number.scaled && !raw.number.scaled && value < Decimal::whole(100) {
            let digits = number::arabic(dashes, false)?;
            value = value.shift(scale_of(&dashes[..digits.len]))?;
        }
        let value = value.shift(upper_unit.power)?;
        let mut range = self.quantity(at..end, value, upper_unit.canonical, upper_unit.kind, false);
        range.upper = Some(number.value.shift(upper_unit.power)?);
        Some(range)
    }

    /// A number without a unit: scaled, named as a number, in a table, or among siblings.
    fn bare(&self, at: usize, raw: &Raw, found: &[Quantity]) -> Option<Quantity> {
        let (before, after) = (self.before(at), self.after(raw.end));
        let place = at..raw.end;
        let cell = self.in_cell(&place);
        let ends = after.is_empty() || after.starts_with([',', '。', ';', '、', ')', '\t', ':', '(']);
        let siblings = found[self.first..].iter().any(|q| q.kind == UnitKind::Count);
        let code = name::is_year(&self.folded[place.clone()])
            || name::is_numbering(before, &self.folded[place.clone()]);
        let wanted = if raw.number.chinese {
            // 播放量超百万, no more than that: 百万 and 万一 are words.
            raw.number.scaled && ends && name::is_bounded(before)
        } else if cell {
            let serial =
                before.is_empty() && name::opens_row(after) && raw.number.value < Decimal::whole(1000);
            // Among numbers a head's years are none; 2087 between 386 and 429 counts.
            let year = name::is_year(&self.folded[place.clone()]) && !name::is_among_numbers(before, after);
            !serial && !year
        } else if raw.number.scaled || raw.number.over {
            ends || name::counts_people(after)
        } else {
            let counted = name::is_number_of(before) || name::has_share(before, after);
            ends && !code && (counted || siblings && name::ends_in_word(before))
        };
        wanted.then(|| {
            let mut bare = self.quantity(place, raw.number.value, "", UnitKind::Count, raw.number.over);
            bare.in_table = cell;
            bare
        })
    }

    /// Whether a place fills a table's cell.
    fn in_cell(&self, place: &Range<usize>) -> bool {
        let (before, after) = (self.before(place.start), self.after(place.end));
        let opened = before.is_empty() || before.ends_with('\t');
        let closed = after.is_empty() || after.starts_with('\t');
        opened && closed && (before.ends_with('\t') || after.starts_with('\t'))
    }
}

/// The power of ten of the scale characters in a number.
fn scale_of(written: &str) -> i8 {
    written.chars().filter_map(number::power).sum()
}
