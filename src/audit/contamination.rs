//! What does not belong to the text: names put in by hacked sites, page furniture, broken
//! characters, places left to be filled in.

mod blank;
mod broken;
mod furniture;
mod spam;

use std::ops::Range;

use crate::audit::case::Case;
use crate::audit::message::say;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Fix, Group, Rule, Severity};
use crate::words::Numbers;

pub const RULE: Rule = Rule {
    code: "contamination",
    group: Group::Text,
    severity: Severity::Warning,
    name: ["混入无关文字", "Foreign text"],
    why: [
        "网站被篡改、复制网页或套用模板时，会混入无关文字。",
        "Hacked sites, copied pages and templates leave words that are not the report's.",
    ],
    #[cfg(test)]
    proof: include_str!("contamination.tsv"),
    check,
};

fn check(case: &Case, found: &mut Found) {
    spam::check(case, found);
    furniture::check(case, found);
    broken::check(case, found);
    blank::check(case, found);
}

/// Slips that are one for all places that hold the same words.
#[derive(Default)]
struct Once<'a> {
    words: Numbers<'a>,
    slips: Vec<Slip>,
}

impl<'a> Once<'a> {
    /// Adds a place of the folded text; of the first with its words this makes the slip.
    fn add(&mut self, case: &Case<'a>, place: Range<usize>, slip: impl FnOnce(Range<usize>) -> Slip) {
        match self.slips.get_mut(self.words.add(&case.folded()[place.clone()])) {
            Some(known) => known.related.push(case.reading.text.span(place)),
            None => self.slips.push(slip(place)),
        }
    }

    fn hand_in(self, found: &mut Found) {
        for slip in self.slips {
            found.slip(slip);
        }
    }
}

/// A slip at a place of the folded text, told by a message that may quote it; `without`: what to put there instead.
fn slip(case: &Case, place: Range<usize>, says: [&str; 2], without: Option<Fix>) -> Slip {
    let text = &case.reading.text;
    let told: String = text.words(place.clone()).chars().take(40).collect();
    Slip {
        span: Some(text.span(place)),
        fixes: Vec::from_iter(without),
        message: say(case, says, &[&told]),
        key: told,
        ..Slip::default()
    }
}
