//! What a rule hands in, and how it becomes a finding.

use crate::audit::case::Case;
use crate::audit::{Audit, Confirmed, Finding, Fix, RULES, Rule, Severity};
use crate::order::sort_by;
use crate::words::Numbers;
use crate::{Decimal, Id, Span};

/// A slip as a rule sees it: metrics by index.
#[derive(Debug, Default)]
pub struct Slip {
    /// The figures that it is about.
    pub metrics: Vec<usize>,
    /// The tightest place to mend.
    pub span: Option<Span>,
    /// The other places.
    pub related: Vec<Span>,
    /// What the text says.
    pub stated: Option<Decimal>,
    /// What the other figures give.
    pub expected: Option<Decimal>,
    /// Ways to mend it.
    pub fixes: Vec<Fix>,
    /// For the person who mends the text.
    pub message: String,
    /// What stays the same when the text is pasted again, without the rule's code.
    pub key: String,
    /// Where it is not the rule's own.
    pub severity: Option<Severity>,
}

/// What the rules have found so far.
#[derive(Default)]
pub struct Found {
    /// The rule that is looking now.
    pub rule: Option<&'static Rule>,
    slips: Vec<(&'static Rule, Slip)>,
    /// Which rules' slips each figure is in, a bit a rule.
    told: Vec<u16>,
    confirmed: Vec<Confirmed>,
}

impl Found {
    /// Hands in a slip.
    pub fn slip(&mut self, slip: Slip) {
        let Some(rule) = self.rule else { return };
        for &i in &slip.metrics {
            if self.told.len() <= i {
                self.told.resize(i + 1, 0);
            }
            self.told[i] |= bit(rule.code);
        }
        self.slips.push((rule, slip));
    }

    /// Hands in a relation that holds.
    pub fn holds(&mut self, metrics: &[usize], expression: String) {
        let Some(rule) = self.rule else { return };
        self.confirmed.push(Confirmed { rule: rule.code, metrics: ids(metrics), expression });
    }

    /// Whether a slip of this rule is about one of these figures.
    pub fn tells_of(&self, code: &'static str, metrics: &[usize]) -> bool {
        metrics.iter().any(|&i| self.told.get(i).is_some_and(|told| told & bit(code) != 0))
    }

    /// The findings in the order of the text, and what holds.
    pub fn audit(mut self, case: &Case) -> Audit {
        let place = |slip: &Slip| {
            let first = slip.metrics.first().map(|&i| case.metric(i).span);
            slip.span.or(first).unwrap_or(Span::new(0, 0))
        };
        sort_by(&mut self.slips, |(_, slip)| place(slip).start.into());
        let mut findings: Vec<Finding> = Vec::with_capacity(self.slips.len());
        for (rule, slip) in self.slips {
            findings.push(Finding {
                id: Id::new('f', findings.len()),
                rule: rule.code,
                group: rule.group,
                severity: slip.severity.unwrap_or(rule.severity),
                span: place(&slip),
                message: slip.message,
                metrics: ids(&slip.metrics),
                related: slip.related,
                stated: slip.stated,
                expected: slip.expected,
                fixes: slip.fixes,
                key: [rule.code, ":", &slip.key].concat(),
            });
        }
        // What is remembered by its key must be one thing.
        let (mut keys, mut counts) = (Numbers::default(), Vec::new());
        let mut times = Vec::with_capacity(findings.len());
        for finding in &findings {
            let number = keys.add(&finding.key);
            counts.resize(counts.len().max(number + 1), 0_u32);
            counts[number] += 1;
            times.push(counts[number]);
        }
        for (finding, times) in findings.iter_mut().zip(times) {
            if times > 1 {
                finding.key = [&*finding.key, "#", &times.to_string()].concat();
            }
        }
        Audit { findings, confirmed: self.confirmed }
    }
}

/// The bit of a rule.
fn bit(code: &str) -> u16 {
    let place = RULES.iter().position(|rule| rule.code == code);
    place.map_or(0, |place| 1 << place)
}

fn ids(metrics: &[usize]) -> Vec<Id> {
    metrics.iter().map(|&i| Id::new('m', i)).collect()
}
