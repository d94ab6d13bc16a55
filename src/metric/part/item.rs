//! The items of a list: whether it goes on with a figure.

use std::ops::Range;

use super::{Figures, REACH, total_of};
use crate::Decimal;
use crate::words::{Stretch, starts};

/// The fewest parts after which a list that comes out goes on with anything.
const FEWEST: usize = 2;
/// The most characters of an item in a list that semicolons part.
const ITEM: usize = 8;
/// The same where 其中 opens the sentence.
const LONGEST_ITEM: usize = 20;

impl Figures<'_> {
    /// Whether the list of a total goes on with a figure; `before` are those from its first one on, and it `opens`
    /// its sentence or does not.
    pub(super) fn goes_on(
        &self,
        i: usize,
        before: Range<usize>,
        total: usize,
        opens: bool,
        totals: &[Option<usize>],
    ) -> bool {
        // 承办建议11件,已经解决11件;承办提案16件: what was done with a part is none itself.
        if self.is_outcome(i, totals) {
            return false;
        }
        let unbroken =
            before.clone().all(|q| !self.like(i, q) || totals[q].is_some() || self.is_outcome(q, totals));
        let listed = || before.clone().filter(|&q| totals[q] == Some(total));
        let parts = listed().map(|q| self.quantities[q].value);
        let Some(sum) = total_of(self.quantities[i].value, parts) else { return false };
        let gap = self.gap(i);
        let close = gap.trim_start_matches(')').begins_with_any("、和");
        let whole = self.quantities[total].value;
        // A joined list goes on although a slip makes it too big, but not for ever.
        let near = total_of(whole, [whole, whole].into_iter()).is_some_and(|limit| sum <= limit);
        // 。其中,甲类60件;乙类40件: such a sentence is all list.
        let longest = if opens { LONGEST_ITEM } else { ITEM };
        // 全程网办1342项,占87%;即办件689项,占45%: kinds with shares of their own may overlap.
        let shared = near
            && gap.has(';')
            && self.has_share(i)
            && listed().next_back().is_none_or(|part| self.has_share(part));
        let goes_on_behind = || {
            self.goes_on_behind_semicolon(i, longest)
                || listed().count() >= FEWEST && self.comes_out(i, sum, whole)
        };
        // A long list parted by commas ends with a slip rather than before its last item.
        let slipped = || {
            let over = sum.minus(whole).and_then(|over| over.times(Decimal::whole(20)));
            let full = whole.plus(self.quantities[i].value) == Some(sum);
            gap.starts_with(',')
                && listed().count() > FEWEST
                && !full
                && over.is_some_and(|over| over <= whole)
        };
        let fits = (sum <= whole || shared || slipped()) && (!gap.has(';') || goes_on_behind());
        unbroken && (close && near || fits)
    }

    /// Whether its share stands behind a figure.
    pub(super) fn has_share(&self, i: usize) -> bool {
        self.quantities.get(i + 1).is_some_and(|next| next.unit == "%") && self.gap(i + 1).starts_with(",占")
    }

    /// Whether a figure tells what was done with the part right before it.
    fn is_outcome(&self, i: usize, totals: &[Option<usize>]) -> bool {
        const DONE: &str = ";已 ;目前已 ;截至目前已 ,已 ,均已 ,全部办结 ,全部解决 ,正在解决 ,正在办理";
        let last = (0..i).rev().take(3).find(|&last| self.like(i, last));
        last.is_some_and(|last| {
            let done = starts(self.gap(i), DONE) && self.quantities[i].value <= self.quantities[last].value;
            done && (totals[last].is_some() || last + 1 < i || self.is_outcome(last, totals))
        })
    }

    /// 其中胜诉9起;原告撤诉5起;等待审理1起: an item, not what was done with the total.
    fn goes_on_behind_semicolon(&self, i: usize, longest: usize) -> bool {
        const DONE: &str = "加上 另 承接 向 取消 下放 受理 收到 立案 办 审 结案 已 化解 整改 处理 处置 调处 完成 开展 组织 全 共 累计 发 制 作";
        let item = self.item(i).filter(|_| self.frames[i].bracket.is_none());
        item.is_some_and(|item| {
            let own = item.trim_start_matches(|c| ('①'..='⑳').contains(&c));
            // 其中维持13件、终止10件;行政诉讼案件6件: other cases.
            let other = own.ends_with("案件") && (i < 2 || !self.gap(i - 1).ends_with("案件"));
            // ;政府文件、财务预决算等其他信息共计2004条
            let short = own.chars().count() <= longest || own.holds("其他");
            own.len() < item.len() || short && !own.is_empty() && !starts(own, DONE) && !other
        })
    }

    /// The words of a figure that a semicolon parts from what stands before it.
    pub(super) fn item(&self, i: usize) -> Option<&str> {
        (i > 0).then(|| self.gap(i).trim_start_matches(')').strip_prefix(';'))?
    }

    /// Whether the figures from here on make up exactly the whole: then they are its list, whatever they are called.
    fn comes_out(&self, i: usize, sum: Decimal, whole: Decimal) -> bool {
        let mut sum = Some(sum);
        let mut items = (i + 1..self.quantities.len()).take(REACH);
        loop {
            match sum {
                Some(sum) if sum < whole => {}
                sum => return sum == Some(whole),
            }
            let Some(next) = items.next().filter(|&q| self.frames[q].sentence == self.frames[i].sentence)
            else {
                return false;
            };
            if self.like(i, next) && self.frames[next].bracket.is_none() {
                sum = sum.and_then(|sum| sum.plus(self.quantities[next].value));
            }
        }
    }
}
