//! Parts: which figures the text gives as parts of a stated total.
//!
//! Only words make a part: 其中, brackets behind a total, 包括, 分别为, N件案件中, 其余.

use std::ops::Range;
use std::sync::LazyLock;

use crate::Decimal;
use crate::metric::between::OUTCOMES;
use crate::metric::frame::Frame;
use crate::metric::label::core;
use crate::quantity::Quantity;
use crate::quantity::unit::UnitKind;
use crate::words::{Trie, Words, ends, starts};

/// A paragraph's quantities with their frames.
pub struct Figures<'a> {
    /// The folded text.
    pub folded: &'a str,
    /// The quantities.
    pub quantities: &'a [Quantity],
    /// The frame of each.
    pub frames: &'a [Frame],
    /// Whether each tells a change or another year's figure: never a part or a total.
    pub aside: &'a [bool],
}

/// Words that open a list of parts, behind the total.
const OPENERS: &str = "其中 包括 分别为 分为 分别是 包含 主要有 具体为 涵盖";

/// Words behind those that refer to an earlier total.
const REFERENCES: &str = "当中, 之中, 案件里 案件中 案件当中 件里, 件中, 件中: 看, 看: 来看, 类型看 纠纷中, 申请中, 诉求中, 工单中, 隐患中, 线索中, 投诉中,";

/// Where a list of parts opens, and the total if the words name it.
struct Opener {
    at: usize,
    total: Option<usize>,
}

/// The numbers of the words in [`OPENING_WORDS`]: those that refer, and those that don't.
const REFERS: u16 = 1;
const OPENS: u16 = 0;

static OPENING_WORDS: LazyLock<Trie> = LazyLock::new(|| {
    let lists = [(OPENERS, OPENS), (REFERENCES, REFERS)];
    Trie::numbered(&mut lists.into_iter().flat_map(|(words, kind)| words.split(' ').map(move |w| (w, kind))))
});

/// The most bytes of names between words that refer to a total and those that open its parts.
const NAMES: usize = 200;
/// The most characters of an item in a list that semicolons part.
const ITEM: usize = 8;
/// The same where 其中 opens the sentence.
const LONGEST_ITEM: usize = 20;
/// How far behind a total words may stand that open its parts.
const NEAR: usize = 22;
/// How many figures back a total may stand that has no opener.
const REACH: usize = 24;
/// How many figures back a total may stand before its opener.
const FARTHEST: usize = 120;

impl Figures<'_> {
    /// For each quantity, the total that it is part of.
    pub fn totals(&self) -> Vec<Option<usize>> {
        let mut totals = vec![None; self.quantities.len()];
        if self.quantities.len() < 2 {
            return totals;
        }
        let openers = self.openers();
        for i in 0..self.quantities.len() {
            if self.countable(i) {
                totals[i] = self
                    .by_bracket(i)
                    .or_else(|| self.by_rest(i, &mut totals))
                    .or_else(|| self.by_examination(i))
                    .or_else(|| self.by_opener(i, &openers, &totals))
                    .or_else(|| self.by_among(i));
            }
        }
        totals
    }

    /// Where lists of parts open in the paragraph.
    fn openers(&self) -> Vec<Opener> {
        let (Some(first), Some(last)) = (self.frames.first(), self.frames.last()) else { return Vec::new() };
        let start = first.sentence.start;
        let mut openers = Vec::new();
        OPENING_WORDS.find(&self.folded[start..last.sentence.end], |from, to, word| {
            let (from, to) = (start + from, start + to);
            if word == OPENS {
                openers.push(Opener { at: from, total: None });
            } else if let Some(total) = self.referred(from, to) {
                openers.push(Opener { at: from, total: Some(total) });
            }
        });
        openers
    }

    /// The total that words refer to: 受理的案件里, 从已结案件看.
    fn referred(&self, from: usize, to: usize) -> Option<usize> {
        let next = self.quantities.partition_point(|q| q.place.start < to);
        let quantity = self.quantities.get(next)?;
        // 51件案件中 has its own figure, 案件中 far from any opens nothing.
        let clause = self.words(self.frames[0].sentence.start..from);
        let clause = clause.rsplit([',', ';', '。']).next().unwrap_or(clause);
        let near = self.words(to..quantity.place.start).chars().count() <= NEAR;
        if clause.contains(|c: char| c.is_ascii_digit()) || !near {
            return None;
        }
        let key = clause.trim_start_matches(['从', '已', '在', '所', '全', '部', '年', '内']);
        let key = key.trim_end_matches('类').trim_end_matches("案件").trim_end_matches('的');
        let key: String = key.chars().take(2).collect();
        let earlier = || {
            (0..next)
                .rev()
                .take(REACH)
                .filter(|&t| self.like(next, t) && self.quantities[t].value >= quantity.value)
        };
        let named =
            |t: &usize| key.chars().count() == 2 && self.words(self.frames[*t].before.clone()).contains(&key);
        earlier().find(named).or_else(|| earlier().next().filter(|_| clause.starts_with('从')))
    }

    fn countable(&self, i: usize) -> bool {
        !self.aside[i] && matches!(self.quantities[i].kind, UnitKind::Count | UnitKind::Amount)
    }

    fn like(&self, i: usize, other: usize) -> bool {
        self.countable(other) && self.quantities[i].unit == self.quantities[other].unit
    }

    fn words(&self, place: Range<usize>) -> &str {
        self.folded.get(place).unwrap_or_default()
    }

    /// The words between a quantity and the one before.
    fn gap(&self, i: usize) -> &str {
        self.words(self.quantities[i - 1].place.end..self.quantities[i].place.start)
    }

    /// The total that the first part is called like, where the nearest tells what was done:
    /// 派单200件,办结197件。其中热线派单150件.
    fn echoed(&self, i: usize, at: usize, from: usize) -> Option<usize> {
        let name = |t: usize| self.words(core(self.folded, self.frames[t].before.clone()));
        let nearest = self.total_before(i, at, from)?;
        OUTCOMES.at_end(name(nearest))?;
        let own = name(i);
        let last = &own[own.char_indices().rev().nth(1)?.0..];
        let mut before =
            (0..nearest).rev().take(REACH).take_while(|&t| self.quantities[t].place.start >= from);
        before.find(|&t| {
            let larger = self.like(i, t) && self.quantities[t].value >= self.quantities[nearest].value;
            larger && own != name(t) && name(t).ends_with(last)
        })
    }

    /// The total that the words before the opener name again: 县区49件,部门37件。县区报备数分别为….
    fn told_before(&self, i: usize, at: usize, from: usize) -> Option<usize> {
        let words = self.words(from..at);
        let clause = words.rsplit([',', ';', '。', ':']).next().unwrap_or_default();
        let key = &clause[..clause.char_indices().nth(2)?.0];
        (0..i).rev().take(FARTHEST).take_while(|&t| self.quantities[t].place.start >= from).find(|&t| {
            self.like(i, t)
                && self.quantities[t].value >= self.quantities[i].value
                && self.words(self.frames[t].before.clone()).contains(key)
        })
    }

    /// The nearest like quantity before a place, and not inside a bracket that is closed by then.
    fn total_before(&self, i: usize, place: usize, from: usize) -> Option<usize> {
        (0..i).rev().take(FARTHEST).take_while(|&t| self.quantities[t].place.start >= from).find(|&t| {
            let total = &self.quantities[t];
            let closed = self.frames[t].bracket.is_some_and(|open| self.words(open..place).contains(')'));
            total.place.end <= place && self.like(i, t) && !closed && total.value >= self.quantities[i].value
        })
    }

    /// 410件(民事185件、刑事225件)
    fn by_bracket(&self, i: usize) -> Option<usize> {
        let open = self.frames[i].bracket?;
        let total = (0..i).rev().find(|&t| self.quantities[t].place.end <= open)?;
        let between = self.words(self.quantities[total].place.end..open);
        let near = !between.contains(['。', ',', ';']) && between.chars().count() <= 14;
        // 示范村5个(全省100个): a wider place's are no part.
        let wider = starts(self.words(self.frames[i].before.clone()), "全省 全市 全国 全州 全盟");
        (near && !wider && self.like(i, total)).then_some(total)
    }

    /// 19个问题, 整改17个, 其余2个: both are parts.
    fn by_rest(&self, i: usize, totals: &mut [Option<usize>]) -> Option<usize> {
        let before = self.words(self.frames[i].before.clone());
        static REST: Words = Words::new("其余 剩余 余下 另外");
        if !REST.stand_in(before) {
            return None;
        }
        let sibling = (0..i).rev().take(REACH).find(|&s| self.like(i, s))?;
        let listed =
            self.words(self.quantities[sibling].place.end..self.quantities[i].place.start).contains(';');
        if let Some(total) = totals[sibling] {
            return Some(total);
        }
        // 甲521件、乙12件,其余454件; 甲58件,占26%;乙19件;其余38件: no item of the list is the total.
        let mut first = sibling;
        let mut behind = i;
        for item in (0..=sibling).rev().take(REACH).filter(|&item| self.like(i, item)) {
            let gap = self.words(self.quantities[item].place.end..self.quantities[behind].place.start);
            if item < sibling && !gap.starts_with('、') && !(listed && gap.contains(';')) {
                break;
            }
            (first, behind) = (item, item);
        }
        let value = |i: usize| self.quantities[i].value;
        let total = (0..first)
            .rev()
            .take(REACH)
            .find(|&t| self.like(i, t) && value(t) > value(sibling) && value(t) >= value(i))?;
        totals[sibling] = Some(total);
        Some(total)
    }

    /// Those who passed and failed are parts of those who sat the examination, without a word.
    fn by_examination(&self, i: usize) -> Option<usize> {
        let frame = &self.frames[i];
        const OUTCOME: &str = "合格 通过 及格";
        static OUTCOMES: Words = Words::new(OUTCOME);
        static EXAMINED: Words = Words::new("考试 抽检 检测 检验 抽查 测试 测验");
        let near = [self.words(frame.before.clone()), self.words(frame.after.clone())];
        let outcome = near.iter().any(|words| OUTCOMES.stand_in(words));
        let from = frame.reach;
        // Files are judged, too, but those that pass are no part of those that don't.
        let people = ["人", "名", "人次", "批次", "批", "组", "份", "个"].contains(&self.quantities[i].unit);
        let told = || people && EXAMINED.stand_in(self.words(from..frame.before.end));
        if !outcome || !told() {
            return None;
        }
        let total = self.total_before(i, frame.before.start, from)?;
        // The other outcome is a sibling, not the total.
        (0..=total)
            .rev()
            .take(REACH)
            .filter(|&t| self.quantities[t].place.start >= from && self.like(i, t))
            .find(|&t| {
                let frame = &self.frames[t];
                !ends(self.words(frame.before.clone()), OUTCOME)
                    && !OUTCOMES.stand_in(self.words(frame.after.clone()))
            })
    }

    /// 2922项,其中行政许可154项、行政处罚1978项
    fn by_opener(&self, i: usize, openers: &[Opener], totals: &[Option<usize>]) -> Option<usize> {
        let (sentence, place) = (self.frames[i].reach, self.quantities[i].place.start);
        let before = &openers[..openers.partition_point(|opener| opener.at < place)];
        let &Opener { at, total: named } = before.last().filter(|opener| opener.at >= sentence)?;
        // 受理案件里邻里、物业分别为128件、76件: the words before the names tell the total.
        let referring = before.len().checked_sub(2).and_then(|last| {
            let opener = &before[last];
            let near = at - opener.at <= NAMES;
            opener.total.filter(|_| near && !self.words(opener.at..at).contains(['。', ';']))
        });
        let named = named.or(referring);
        // An opener inside a bracket that is closed again is over.
        let behind = self.words(at..place);
        if behind.matches(')').count() > behind.matches('(').count() {
            return None;
        }
        let first = (self.quantities[..=i]).partition_point(|q| q.place.start < at);
        let first = (first..=i).find(|&q| self.like(i, q))?;
        // 其中 that opens a sentence goes on with the one before.
        let opens = at == sentence
            || !(0..first)
                .rev()
                .take(REACH)
                .any(|t| self.quantities[t].place.start >= sentence && self.like(i, t));
        let from = if opens { self.frames[0].sentence.start } else { sentence };
        let told = || self.told_before(first, at, from).or_else(|| self.echoed(first, at, from));
        let total = named.or_else(told).or_else(|| self.total_before(first, at, from))?;
        // 罚款650万元。查处案件21件,其中…罚款9.7万元: 其中 speaks of the cases.
        let other = |t: usize| self.countable(t) && self.quantities[t].place.end <= at;
        if self.words(at..place).starts_with("其中")
            && named.is_none()
            && self.quantities[total].place.end <= sentence
            && (total + 1..first).any(|t| self.quantities[t].place.start >= sentence && other(t))
        {
            return None;
        }
        if first == i {
            return Some(total);
        }
        // 承办建议11件,已经解决11件;承办提案16件: what was done with a part is none itself.
        if self.is_outcome(i, totals) {
            return None;
        }
        let goes_on =
            (first..i).all(|q| !self.like(i, q) || totals[q].is_some() || self.is_outcome(q, totals));
        let listed = (first..i).filter(|&q| totals[q] == Some(total)).map(|q| self.quantities[q].value);
        let sum = total_of(self.quantities[i].value, listed)?;
        let gap = self.gap(i);
        let close = gap.trim_start_matches(')').starts_with(['、', '和']);
        let whole = self.quantities[total].value;
        // A joined list goes on although a slip makes it too big, but not for ever.
        let near = sum <= total_of(whole, [whole, whole].into_iter())?;
        // 。其中,甲类60件;乙类40件: such a sentence is all list.
        let longest = if opens { LONGEST_ITEM } else { ITEM };
        // 全程网办1342项,占87%;即办件689项,占45%: kinds with shares of their own may overlap.
        let shared = near && gap.contains(';') && self.has_share(i);
        let fits =
            (sum <= whole || shared) && (!gap.contains(';') || self.goes_on_behind_semicolon(i, longest));
        (goes_on && (close && near || fits)).then_some(total)
    }

    /// Whether its share stands behind a figure.
    fn has_share(&self, i: usize) -> bool {
        self.quantities.get(i + 1).is_some_and(|next| next.unit == "%") && self.gap(i + 1).starts_with(",占")
    }

    /// Whether a figure tells what was done with the part right before it.
    fn is_outcome(&self, i: usize, totals: &[Option<usize>]) -> bool {
        const DONE: &str = ",已 ,均已 ,全部办结 ,全部解决 ,正在解决 ,正在办理";
        let last = (0..i).rev().take(3).find(|&last| self.like(i, last));
        last.is_some_and(|last| {
            let done = starts(self.gap(i), DONE) && self.quantities[i].value <= self.quantities[last].value;
            done && (totals[last].is_some() || last + 1 < i || self.is_outcome(last, totals))
        })
    }

    /// 其中胜诉9起;原告撤诉5起;等待审理1起: an item, not what was done with the total.
    fn goes_on_behind_semicolon(&self, i: usize, longest: usize) -> bool {
        const DONE: &str = "加上 另 承接 向 取消 下放 受理 收到 立案 办 审 结案 已 化解 整改 处理 处置 调处 完成 开展 组织 全 共 累计 发 制 作";
        let item = self.gap(i).strip_prefix(';').filter(|item| item.chars().count() <= longest);
        item.is_some_and(|item| !starts(item, DONE)) && self.frames[i].bracket.is_none()
    }

    /// 146件文件中,继续有效118件
    fn by_among(&self, i: usize) -> Option<usize> {
        let from = self.frames[i].reach;
        let earlier = (0..i).rev().take(REACH).take_while(|&t| self.quantities[t].place.start >= from);
        let total = earlier.filter(|&t| self.like(i, t)).find(|&t| self.opens_behind(t, i))?;
        let between = (total + 1..i).filter(|&q| self.like(i, q)).map(|q| self.quantities[q].value);
        let sum = total_of(self.quantities[i].value, between)?;
        let gap = self.gap(i);
        let listed = total + 1 < i && gap.starts_with('、');
        (listed || sum <= self.quantities[total].value).then_some(total)
    }

    /// Whether the words right behind a figure make it a total: 件案件中, 名人员里.
    fn opens_behind(&self, total: usize, i: usize) -> bool {
        let behind = self.words(self.quantities[total].place.end..self.quantities[i].place.start);
        let end = behind.char_indices().nth(NEAR).map_or(behind.len(), |(at, _)| at);
        let near = &behind[..end];
        let near = &near[..near.find([',', ';', '。', ':']).unwrap_or(near.len())];
        let among = ends(near, "当中 之中 中 里 里边 里面 里头");
        // 146件文件中继续有效118件
        static TOLD: Words = Words::new("文件中 案件中 事项中 问题中 人员中 中有 中尚有");
        (among && !ends(near, "邻里 公里") || TOLD.stand_in(near)) && !near.contains("中心")
    }
}

fn total_of(first: Decimal, mut others: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    others.try_fold(first, Decimal::plus)
}
