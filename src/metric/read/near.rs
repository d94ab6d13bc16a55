//! What a figure reports that says less of itself than the figures before it.

use crate::indicators::{self, MetricKind, area};
use crate::metric::indicator::{Reading, related};
use crate::metric::label::core;
use crate::metric::read::{Figure, Reader};
use crate::metric::{Direction, Metric, Scope};
use crate::words::{Stretch, ends};

/// Areas that count the same things: drafts reviewed, licences, examinations.
const SHARED: &[[&str; 2]] = &[["decisions", "rules"], ["enforcement", "functions"], EXAMINED];
/// Those that train and examine people.
const EXAMINED: [&str; 2] = ["leadership", "enforcement"];

/// Whether a part may report this where its total reports that: 复议案件45件,其中行政处罚类20件 are disputes still.
pub fn is_of(total: &str, part: &str) -> bool {
    let [total, part] = [total, part].map(area);
    total == part || SHARED.iter().any(|areas| areas.contains(&total) && areas.contains(&part))
}

/// How much worse a reading may be that keeps to what the figure before is about.
const KEPT: f32 = 4.0;
/// How many figures before a rate may be what it is of.
const RATED: usize = 4;

/// The ends of names of places.
const PLACES: &str = "县 区 市 镇 乡 街道 州 旗";
/// The end of an indicator's name that only a fall reports.
const CUT: &str = "_cut_rate";

impl Reader<'_, '_> {
    /// What a figure reports whose own words only relate it to another one.
    pub(super) fn derived(&self, figure: &Figure) -> Option<&'static str> {
        let last = figure.previous?;
        let previous = &self.metrics[last];
        // 败诉4件,占已审结57件的7.0%: the share is of the figure before.
        let of = |relation| {
            let earlier = (last.saturating_sub(1)..=last).rev();
            let mut near = earlier.filter(|&m| self.metrics[m].sentence == previous.sentence);
            near.find_map(|m| related(self.metrics[m].indicator?, relation))
        };
        match figure.kind() {
            MetricKind::Rate => of("share"),
            MetricKind::Change => {
                of("growth").filter(|id| !id.ends_with(CUT) || figure.direction == Some(Direction::Down))
            }
            _ if previous.unit == figure.quantity.unit => previous.indicator,
            _ => None,
        }
        .filter(|id| indicators::indicator(id).is_some())
    }

    /// Prefers, where officers and cadres are trained and examined alike, who the figure before is about:
    /// 应考326人,实考319人.
    pub(super) fn keep_to_area(&self, readings: &mut [Reading], figure: &Figure) {
        let before = figure.previous.and_then(|last| self.metrics[last].indicator).map(area);
        let (Some(before), Some(best)) = (before, readings.first().copied()) else { return };
        let own = area(best.indicator);
        if !EXAMINED.contains(&own) || !EXAMINED.contains(&before) {
            return;
        }
        // 实考1140人,合格1122人,不合格18人,合格率98.4%
        let sentence = self.metrics.iter().rev().take_while(|m| m.sentence == figure.sentence);
        let share = |m: &Metric| related(m.indicator?, "share");
        let share = sentence.take(RATED).find_map(share).filter(|_| figure.kind() == MetricKind::Rate);
        if let Some(share) = share.filter(|share| EXAMINED.contains(&area(share)) && area(share) != own) {
            readings[0].indicator = share;
            return;
        }
        let kept = |r: &Reading| area(r.indicator) == before && best.score - r.score <= KEPT;
        if let Some(at) = readings.iter().position(kept).filter(|_| own != before) {
            readings[..=at].rotate_right(1);
        }
    }

    /// What another year's or place's figure reports: what the one before it does.
    pub(super) fn inherited(&self, figure: &Figure) -> Option<&'static str> {
        let previous = &self.metrics[figure.previous?];
        let rate = figure.kind() == MetricKind::Rate;
        // 出庭率87.6%,其中高铺县100%: a place's own.
        let own = self.words(core(&self.text.folded, figure.frame.before.clone()));
        let place = rate && ends(own, PLACES);
        // 持证率达到100%;案卷优秀率提高到60%: another rate.
        let name = own.rfind('率').map(|at| {
            let from = own[..at].char_indices().rev().nth(1).map_or(0, |(from, _)| from);
            &own[from..at + '率'.len_utf8()]
        });
        let named = name.is_some_and(|name| !previous.label.ends_with(name));
        let other = place
            || is_period(own)
            || matches!(figure.scope, Scope::Earlier | Scope::Elsewhere | Scope::Target);
        let alike = previous.unit == figure.quantity.unit && previous.kind == figure.kind();
        previous.indicator.filter(|_| other && alike && !named && figure.total.is_none())
    }
}

/// What the time before is called.
pub const LAST: &str = "上月 上个月 上季度 上一季度";

/// Whether words name a month and nothing else: 4月, 4月份.
pub fn is_month(words: &str) -> bool {
    is_numbered(words, "月 月份")
}

/// Whether words name a month, a quarter or half a year and nothing else: 4月, 上月, 一季度.
fn is_period(words: &str) -> bool {
    let named = || LAST.split(' ').chain(["上半年", "下半年", "上期"]).any(|period| words == period);
    is_numbered(words, "月 月份 季度") || named()
}

/// Whether words are a number and one of these.
fn is_numbered(words: &str, periods: &str) -> bool {
    let period = words.without_first("0123456789一二三四五六七八九十");
    period.len() < words.len() && periods.split(' ').any(|word| word == period)
}
