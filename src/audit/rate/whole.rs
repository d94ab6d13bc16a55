//! What a share may be of.

use super::MEAN;
use crate::Id;
use crate::audit::case::Case;
use crate::audit::subset::carried;
use crate::metric::Scope;

/// Figures that a part may be of: its total, then like figures of its paragraph that are no smaller,
/// nearest first.
pub fn wholes(case: &Case, part: usize, rate: usize) -> Vec<usize> {
    let (own, total) = (case.metric(part), case.metric(part).part_of.map(Id::index));
    let from = case.paragraph(part).start;
    let end = case.sentence(rate).end;
    let mut wholes: Vec<usize> = total.into_iter().collect();
    for i in from..end.max(part) {
        let w = if i < part { part - 1 - (i - from) } else { i };
        // 审结635人,去年同期1350人,审结率87.25%: another year's figure is no whole of this one's.
        let time = case.metric(w).scope != Scope::Earlier || own.scope == Scope::Earlier;
        let mean = MEAN.stand_in(case.lead(w));
        let fits = w != part && Some(w) != total && case.alike(w, part) && time && !mean;
        if fits && case.metric(w).value >= own.value && case.is_counted(w) {
            wholes.push(w);
        }
    }
    wholes
}

/// The figure before a part that should be its whole but is smaller.
pub fn exceeded(case: &Case, part: usize, rate: usize) -> Option<usize> {
    // 调处86件,包括…;成功88件: the parts between are of the whole.
    // 受理3127件,比上年的2846件增长9.9%;调解成功5089件: of this year's.
    let own = |&w: &usize| {
        let whole = case.metric(w);
        whole.part_of.is_none() && whole.scope == case.metric(part).scope && !MEAN.stand_in(case.lead(w))
    };
    let mut before = (case.paragraph(part).start..part).rev().filter(own).take(3);
    let whole = before.find(|&w| case.alike(w, part) && case.is_counted(w))?;
    let smaller = part < rate && case.metric(whole).value < case.metric(part).value;
    (smaller && !carried(case, part)).then_some(whole)
}
