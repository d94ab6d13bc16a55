//! What a number counts: its unit, a range, a bare number that counts all the same.

use std::ops::Range;

use crate::Decimal;
use crate::number;
use crate::quantity::unit::{self, Unit, UnitKind, unit};
use crate::quantity::{Quantity, Raw, Scan, name};
use crate::words::{Stretch, ends};

impl Scan<'_> {
    /// The quantity that a number makes with its unit, if it counts something.
    pub(super) fn measured(&self, at: usize, raw: &Raw, found: &[Quantity]) -> Option<Quantity> {
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
        let dashes = rest.without_first("-~至到");
        let dash = rest.len() - dashes.len();
        if dash == 0 || dash > 6 {
            return None;
        }
        let number = if dashes.begins_with_digit() {
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
        let ends = after.is_empty() || after.begins_with_any(",。;、)\t:(");
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
            let year = name::is_year(&self.folded[place.clone()])
                && !name::is_among_numbers(before, after)
                && !name::is_only_number(before, after);
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
