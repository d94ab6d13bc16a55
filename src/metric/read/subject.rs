//! Label, action and subject of a figure: words of the text on which a row of a table can stand.

use std::borrow::Cow;
use std::ops::Range;

use crate::indicators::MetricKind;
use crate::metric::frame::Frame;
use crate::metric::label;
use crate::metric::read::{Figure, Reader};
use crate::words::{Stretch, ends};
use crate::{Id, Span};

impl<'a> Reader<'_, 'a> {
    /// Label, action and subject: words of the text that stand on their own.
    pub(super) fn named(
        &self,
        place: Range<usize>,
        action: Option<Range<usize>>,
        figure: &Figure,
        bare: bool,
    ) -> (Cow<'a, str>, Option<Cow<'a, str>>, Option<Cow<'a, str>>) {
        let own = self.text.words(place);
        let action = action.map(|place| self.text.words(place)).filter(|words| !words.is_empty());
        if figure.quantity.in_table && !own.is_empty() {
            let beside =
                figure.frame.beside.clone().map(|head| label::shortened(&self.text.words(head), &own));
            return (own, action, beside);
        }
        // A part's own words tell it from its siblings; the total's may hold theirs.
        // 抓获113名;侦办案件68起: a noun with a verb needs no other thing's name before it.
        let named = figure.previous.is_some_and(|m| self.metrics[m].unit != figure.quantity.unit);
        let short = own.chars().count() < if named { THIN } else { THIN + 1 };
        let short = action.is_none() && short && figure.total.is_none();
        let thin = bare || own.ends_with('率') || own.starts_with('占') || short;
        if !thin && !own.is_empty() {
            return (own, action, None);
        }
        let carried = figure.total.or_else(|| self.beside(figure)).map(|m| &self.metrics[m]);
        let spoken = [action.as_deref().unwrap_or_default(), &own].concat();
        let apart = figure.total.is_none() && !bare;
        let carried = carried.and_then(|m| {
            let count = m.label.chars().count();
            let alike = m.unit == figure.quantity.unit;
            // 公安287件,自然资源241件: items of one list have their total's subject, not each other's.
            let rate = m.label.ends_with('率') && own.ends_with('率');
            let item = count <= ITEM
                || rate
                || self.is_joined(figure)
                || alike && (ends(&m.label, BODIES) || self.opens_item(figure));
            let sibling = apart && item && (alike || figure.kind() != MetricKind::Rate);
            let subject = m.subject.as_ref().filter(|_| count < THIN || sibling);
            let words = if sibling { subject.filter(|_| alike) } else { Some(subject.unwrap_or(&m.label)) };
            words.map(|words| label::shortened(words, &spoken))
        });
        let previous = figure.previous.filter(|_| own.is_empty() && figure.frame.chained);
        if let Some(previous) = previous.map(|m| &self.metrics[m]).filter(|m| !m.label.is_empty()) {
            return (previous.label.clone(), action, previous.subject.clone());
        }
        if own.is_empty() {
            let told = label::before_bracket(&self.text.folded, figure.frame)
                .or_else(|| label::clause_before(&self.text.folded, figure.frame));
            let before = told.filter(|_| figure.total.is_none());
            let words = before.map(|place| self.text.words(place)).or(carried);
            return (words.unwrap_or_default(), action, None);
        }
        // A total that names its parts (建议、提案433件) would serve each of them as well.
        let subject = carried.filter(|subject| !own.holds(subject) && !subject.holds(&own));
        (own, action, subject)
    }
}

impl Reader<'_, '_> {
    /// Whether a semicolon parts the figure from the one before.
    fn opens_item(&self, figure: &Figure) -> bool {
        self.words(figure.frame.reach..figure.frame.clause.start).ends_with(';')
    }

    /// Whether 、 joins the figure to the one before: 继续执行29件、修改5件.
    fn is_joined(&self, figure: &Figure) -> bool {
        let Frame { before, clause, .. } = figure.frame;
        before.start > clause.start && self.words(before.clone()).starts_with('、')
    }

    /// The folded text behind a place of the source.
    fn folded_from(&self, at: u32) -> &str {
        &self.text.folded[self.text.place(Span { start: at, end: at }).start..]
    }

    /// The figure before: of 公安287件占41%,城管90件 the count, not its share.
    fn beside(&self, figure: &Figure) -> Option<usize> {
        let mut previous = figure.previous?;
        // 6204件(2021年1873件、2022年…),调解成功6129件: what stands in the bracket is over.
        let whole = self.metrics[previous].part_of.map(Id::index).filter(|_| figure.total.is_none());
        let closed = || self.folded_from(self.metrics[previous].span.end).starts_with(')');
        if let Some(whole) = whole.filter(|_| closed()) {
            previous = whole;
        }
        let share = |m: usize| self.metrics[m].kind == MetricKind::Rate;
        let count = previous.checked_sub(1).filter(|&m| {
            share(previous)
                && figure.kind() != MetricKind::Rate
                && !share(m)
                && self.metrics[m].sentence == self.metrics[previous].sentence
                && self.metrics[m].label == self.metrics[previous].label
        });
        count.or(Some(previous))
    }
}

/// A label of so many characters needs a subject to stand on its own.
const THIN: usize = 4;
/// Words that end a body's name or a kind: 市场监管领域77件,公安42件.
const BODIES: &str = "领域 部门 分局 局 委 类 镇 乡 街道 县 区 系统 行业";
/// A label of so many characters is an item's among others of its kind.
const ITEM: usize = 4;
