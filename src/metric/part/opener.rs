//! Words that open a list of parts: 其中, 包括, 分别为, 案件当中.

use std::sync::LazyLock;

use super::{Figures, NEAR, REACH};
use crate::metric::between::OUTCOMES;
use crate::metric::label::core;
use crate::order::sort_by;
use crate::words::{Stretch, Trie, ends, last_two, starts};

/// Words that open a list of parts, behind the total.
const OPENERS: &str = "其中 包括 分别为 分为 分别是 分别有 分别作出 依次为 依次是 各为 包含 内含 内有 主要有 具体为 涵盖 结果是 结果为 核实为 认定为 判定为 评定为 分类看, 分类看: 分项看, ,当中 ,含";

/// Words behind those that refer to an earlier total.
const REFERENCES: &str = "当中, 之中, 案子里 案子中 案件里 案件中 案件当中 件里, 件中, 件中: 看, 看: 来看, 类型看 纠纷中 申请中 决定中 处罚中, 许可中, 人员中 问题中 事项中 合同中 案卷中 诉求中 工单中 隐患中 线索中 投诉中, 户数中 人数中 件数中 总数中 总量中 程序分 种类分 类型分 类别分 专业分 事由分 领域分 环节分 渠道分 来源分 方式分 性质分 级别分 行业分 原因分 结果分 对象分 主体分 区域分 \
    部门分 情形分 内容分 分, 分: 分列, 分列: 区分, 划分, 划分:";

/// Where a list of parts opens, and the total if the words name it.
pub struct Opener {
    pub at: usize,
    pub total: Option<usize>,
    /// Whether that is only the nearest total: 按事项分 names none.
    pub nearest: bool,
    /// Where the bracket is closed that it stands in.
    pub until: usize,
}

/// The numbers of the words in [`OPENING_WORDS`]: those that refer, and those that don't.
const REFERS: u16 = 1;
const OPENS: u16 = 0;

static OPENING_WORDS: LazyLock<Trie> = LazyLock::new(|| {
    let lists = [(OPENERS, OPENS), (REFERENCES, REFERS)];
    Trie::numbered(&mut lists.into_iter().flat_map(|(words, kind)| words.split(' ').map(move |w| (w, kind))))
});

/// The most bytes of names between words that refer to a total and those that open its parts.
pub const NAMES: usize = 200;
/// The most bytes of a bracket that is looked for the end of.
const LONGEST_BRACKET: usize = 600;

impl Figures<'_> {
    /// Where lists of parts open in the paragraph.
    pub(super) fn openers(&self) -> Vec<Opener> {
        let (Some(first), Some(last)) = (self.frames.first(), self.frames.last()) else { return Vec::new() };
        let start = first.sentence.start;
        let mut openers = Vec::new();
        OPENING_WORDS.find(&self.folded[start..last.sentence.end], |from, to, word| {
            let (from, to) = (start + from, start + to);
            let referred = self.referred(from, to).filter(|_| word == REFERS);
            if word == OPENS || referred.is_some() {
                let (total, nearest) = referred.unzip();
                openers.push(Opener {
                    at: from,
                    total,
                    nearest: nearest == Some(true),
                    until: self.closed(to),
                });
            }
        });
        // 行政权力5087项,分10类:行政许可238项
        for (i, frame) in self.frames.iter().enumerate() {
            let at = self.quantities[i].place.end;
            let divided =
                ends(self.words(frame.before.clone()), "分 分为 分成") && self.words(at..at + 1) == ":";
            if divided && matches!(self.quantities[i].unit, "类" | "种" | "部分" | "方面") {
                openers.push(Opener { at, total: None, nearest: false, until: self.closed(at) });
            }
        }
        sort_by(&mut openers, |opener| opener.at as u64);
        openers
    }

    /// Where the bracket around a place is closed; far behind all where none is near.
    fn closed(&self, place: usize) -> usize {
        let end = self.folded.floor_char_boundary(self.folded.len().min(place + LONGEST_BRACKET));
        let mut depth = 1;
        let close = self.folded[place..end].bytes().position(|byte| {
            depth += i32::from(byte == b'(') - i32::from(byte == b')');
            depth == 0
        });
        close.map_or(usize::MAX, |at| place + at)
    }

    /// The total that words refer to, 受理的案件里, 从已结案件看, and whether it is only the nearest that fits.
    fn referred(&self, from: usize, to: usize) -> Option<(usize, bool)> {
        let mut next = self.quantities.partition_point(|q| q.place.start < to);
        // 按案由分,六个领域的数字是:市容703起
        let kinds = self.quantities.get(next).filter(|kinds| matches!(kinds.unit, "个" | "类" | "种"));
        if kinds.is_some() && next + 1 < self.quantities.len() && self.gap(next + 1).has(':') {
            next += 1;
        }
        let quantity = self.quantities.get(next)?;
        // 51件案件中 has its own figure, 案件中 far from any opens nothing.
        let near = self.words(to..quantity.place.start).chars().nth(NEAR).is_none();
        let start = self.frames[0].sentence.start.max(from.saturating_sub(NAMES));
        let start = self.folded.ceil_char_boundary(start);
        let clause = self.words(start..from).behind_any(",;。");
        if !near {
            return None;
        }
        let words = self.words(from..to);
        if clause.has_digit() {
            // 从248件新收案件的类型看
            let own =
                next.checked_sub(1).filter(|&own| self.quantities[own].place.start + clause.len() >= from);
            let own = own.filter(|&own| self.like(next, own) && words.has('看'));
            return own.map(|own| (own, false));
        }
        let key = clause.without_first("从按已在所全部年内");
        let key = key.trim_end_matches('类');
        let key = key.strip_suffix("案件").unwrap_or(key).trim_end_matches('的');
        let key: String = key.chars().take(2).collect();
        let alike = || (0..next).rev().take(REACH).filter(|&t| self.like(next, t));
        let earlier = || alike().filter(|&t| self.quantities[t].value >= quantity.value);
        let named = |t: &usize| {
            let told = key.chars().count() == 2 && self.words(self.frames[*t].before.clone()).holds(&key);
            told && !(words.has('看') && self.is_arm(*t, next))
        };
        // 调解纠纷732件,调解成功719件。调解纠纷从类型看: of all of them rather than of the outcome.
        let plain = |t: &usize| {
            let outcome = OUTCOMES.at_end(self.words(core(self.folded, self.frames[*t].before.clone())));
            named(t) && outcome.is_none_or(|outcome| clause.holds(outcome))
        };
        let divides = clause.begins_with_any("从按以依");
        let whole = || earlier().find(|&t| !self.is_arm(t, next)).filter(|_| divides);
        // 办结45件。办结案件中,维持74件: by its words, though a slip makes the first part bigger.
        let told = earlier().find(plain).or_else(|| earlier().find(named)).or_else(|| alike().find(named));
        told.map(|t| (t, false)).or_else(|| whole().map(|t| (t, true)))
    }

    /// Whether a figure is one of two that split the same whole: 公民提出申请53件,法人提出申请10件; `next` is the first
    /// that may be a part of it.
    fn is_arm(&self, t: usize, next: usize) -> bool {
        let twin = |other: usize| {
            let [one, two] = [t, other].map(|i| self.words(core(self.folded, self.frames[i].before.clone())));
            let last = last_two(one);
            self.like(t, other) && one != two && last.is_some_and(|last| two.ends_with(last))
        };
        // 管理权限299项,其中省级权限86项: what opens a list is its total.
        let beside =
            |at: usize| self.gap(at).begins_with_any(",、") && !starts(self.gap(at), ",其中 ,包括 ,含");
        let behind = Some(t + 1).filter(|&behind| behind < next && beside(behind));
        let ahead = t.checked_sub(1).filter(|_| beside(t));
        // 婚姻家庭91件、邻里104件: an item of a list.
        let item = |other: usize| self.like(t, other) && self.gap(t.max(other)).starts_with('、');
        [behind, ahead].into_iter().flatten().any(|other| twin(other) || item(other))
    }
}
