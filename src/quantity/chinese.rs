//! Numbers in Chinese numerals: many only look as if they counted something.

use crate::Decimal;
use crate::number;
use crate::quantity::unit::UnitKind;
use crate::quantity::{Quantity, Raw, Scan, name};
use crate::words::{Stretch, ends};

impl Scan<'_> {
    /// A Chinese numeral that counts something: many only look as if they did.
    pub(super) fn chinese(&self, at: usize, found: &[Quantity]) -> Result<Quantity, usize> {
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
        if before.ends_with_any("第初数几年零月届·-每")
            || rest.begins_with_any("百千万亿") && (before.is_empty() || before.ends_with_any("、:(/"))
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
        const SINGLED: &str =
            "剩下 剩余 仅剩 仅有的 仅有 只有 唯一的 仅 另有 还有 尚有 至少 不少于 每月 超过";
        ends(before, SINGLED)
            || self.is_posted(quantity)
            || quantity.unit == "倍"
            || sibling && before.ends_with_any("、,和及")
    }

    /// Whether 一 with a classifier stands behind what it counts: 另有公职律师一名.
    fn is_posted(&self, quantity: &Quantity) -> bool {
        const COUNTED: [&str; 14] =
            ["名", "次", "件", "人", "个", "份", "部", "场", "起", "处", "家", "项", "期", "套"];
        const OTHER: &str = "跑 走 看 进 同 老 第 这 那 再 统 唯 某 任 逐 只 多 少 每 此 之 不 一";
        let (before, after) = (self.before(quantity.place.start), self.after(quantity.place.end));
        let clause = before.behind_any(",。;:、(");
        (after.is_empty() || after.begins_with_any(",。;、)"))
            && COUNTED.contains(&quantity.unit)
            && name::ends_in_word(clause)
            && clause.chars().nth(3).is_some()
            && !clause.has('每')
            && !ends(clause, OTHER)
    }
}
