//! What a rule hands in, and how it becomes a finding.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::audit::case::Case;
use crate::audit::{Audit, Confirmed, Finding, Fix, Rule, Severity};
use crate::order::sort_by;
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
    /// The figures that slips are about, each with the rule's code.
    told: FxHashSet<(&'static str, usize)>,
    confirmed: Vec<Confirmed>,
}

impl Found {
    /// Hands in a slip.
    pub fn slip(&mut self, slip: Slip) {
        let Some(rule) = self.rule else { return };
        self.told.extend(slip.metrics.iter().map(|&i| (rule.code, i)));
        self.slips.push((rule, slip));
    }

    /// Hands in a relation that holds.
    pub fn holds(&mut self, metrics: &[usize], expression: String) {
        let metrics = metrics.iter().map(|&i| Id::new('m', i)).collect();
        self.confirmed.extend(self.rule.map(|rule| Confirmed { rule: rule.code, metrics, expression }));
    }

    /// Whether a slip of this rule is about one of these figures.
    pub fn tells_of(&self, code: &'static str, metrics: &[usize]) -> bool {
        metrics.iter().any(|&i| self.told.contains(&(code, i)))
    }

    /// The findings in the order of the text, and what holds.
    pub fn audit(mut self, case: &Case) -> Audit {
        let place = |slip: &Slip| {
            let first = slip.metrics.first().map(|&i| case.metric(i).span);
            slip.span.or(first).unwrap_or(Span::new(0, 0))
        };
        sort_by(&mut self.slips, |(_, slip)| place(slip).start.into());
        let finding = |(index, (rule, slip)): (usize, (&Rule, Slip))| Finding {
            id: Id::new('f', index),
            rule: rule.code,
            group: rule.group,
            severity: slip.severity.unwrap_or(rule.severity),
            span: place(&slip),
            message: slip.message,
            metrics: slip.metrics.iter().map(|&i| Id::new('m', i)).collect(),
            related: slip.related,
            stated: slip.stated,
            expected: slip.expected,
            fixes: slip.fixes,
            key: format!("{}:{}", rule.code, slip.key),
        };
        let mut findings: Vec<Finding> = self.slips.into_iter().enumerate().map(finding).collect();
        // What is remembered by its key must be one thing.
        let mut keys: FxHashMap<String, u32> = FxHashMap::default();
        for finding in &mut findings {
            let times = keys.entry(finding.key.clone()).or_insert(0);
            *times += 1;
            if *times > 1 {
                finding.key = format!("{}#{times}", finding.key);
            }
        }
        Audit { findings, confirmed: self.confirmed }
    }
}
