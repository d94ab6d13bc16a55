//! The audit: what does not add up, does not fit, or does not belong; and what does add up.
//!
//! Each rule is a plain value in a file of its own, with sentences beside it that it must flag and
//! sentences that no rule may. [`RULES`] lists them.

mod amount;
mod case;
mod change;
mod conflict;
mod contamination;
mod duplicate;
mod message;
mod numbering;
mod percent;
mod period;
mod rate;
mod ratio;
mod slip;
mod subset;
mod sum;

use serde::Serialize;

use crate::{Decimal, Id, Locale, Reading, Span};
use case::Case;
use slip::Found;

/// What the audit found and what it confirmed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Audit {
    /// Slips, in the order of the text.
    pub findings: Vec<Finding>,
    /// Relations that hold.
    pub confirmed: Vec<Confirmed>,
}

/// A slip: what does not add up, does not fit, or does not belong.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// `f1`, `f2` …
    pub id: Id,
    /// The code of the rule that found it.
    pub rule: &'static str,
    /// What kind of rule that is.
    pub group: Group,
    /// How sure it is to be a slip.
    pub severity: Severity,
    /// For the person who mends the text.
    pub message: String,
    /// The figures that it is about.
    pub metrics: Vec<Id>,
    /// The tightest place to mend.
    pub span: Span,
    /// The other places.
    pub related: Vec<Span>,
    /// What the text says.
    pub stated: Option<Decimal>,
    /// What the other figures give.
    pub expected: Option<Decimal>,
    /// Ways to mend it.
    pub fixes: Vec<Fix>,
    /// The same after the text is pasted again: what “ignore” remembers.
    pub key: String,
}

/// One way to mend a slip: put `text` where `span` is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fix {
    /// What to replace.
    pub span: Span,
    /// What to put there.
    pub text: String,
}

/// A relation between figures that holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Confirmed {
    /// The code of the rule that tried it.
    pub rule: &'static str,
    /// The figures that it is about.
    pub metrics: Vec<Id>,
    /// The sum as a person would write it.
    pub expression: String,
}

/// What kind of rule found a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Figures against each other.
    Arithmetic,
    /// One place of the text against another.
    Consistency,
    /// The text by itself.
    Text,
}

/// How sure a slip is to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth a look.
    Note,
    /// Most likely a slip.
    Warning,
    /// Arithmetic that does not hold.
    Error,
}

/// A rule: what it flags, why, and how it looks for it.
pub struct Rule {
    /// Its code, as findings give it.
    pub code: &'static str,
    /// What kind of rule it is.
    pub group: Group,
    /// The severity of its findings, where none says otherwise.
    pub severity: Severity,
    /// What it flags, in Chinese and in English.
    pub name: [&'static str; 2],
    /// Why it matters, in Chinese and in English.
    pub why: [&'static str; 2],
    /// Texts that it must flag, cannot flag yet, and that no rule may flag, a row each: `fires`, `later`
    /// or `quiet`; words that the finding touches; text.
    #[cfg(test)]
    proof: &'static str,
    check: fn(&Case, &mut Found),
}

/// The rules, figures first.
pub static RULES: [Rule; 10] = [
    sum::RULE,
    subset::RULE,
    rate::RULE,
    change::RULE,
    percent::RULE,
    conflict::RULE,
    period::RULE,
    numbering::RULE,
    duplicate::RULE,
    contamination::RULE,
];

/// Tries every rule; messages are in `locale`.
#[must_use]
pub fn audit(reading: &Reading, locale: Locale) -> Audit {
    let case = Case::new(reading, locale);
    let mut found = Found::default();
    for rule in &RULES {
        found.rule = Some(rule);
        (rule.check)(&case, &mut found);
    }
    found.audit(&case)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the rules say of a text: the code and the places of each finding.
    fn findings(text: &str) -> Vec<Finding> {
        let reading = crate::read(text);
        let (zh, en) = (audit(&reading, Locale::Zh), audit(&reading, Locale::En));
        let keys = |audit: &Audit| audit.findings.iter().map(|f| f.key.clone()).collect::<Vec<_>>();
        assert_eq!(keys(&zh), keys(&en), "keys know no language: {text}");
        zh.findings
    }

    fn touches(text: &str, finding: &Finding, words: &str) -> bool {
        let metrics = &crate::read(text).metrics;
        let own = finding.metrics.iter().map(|id| metrics[id.index()].span);
        let places: Vec<Span> = own.chain([finding.span]).chain(finding.related.iter().copied()).collect();
        text.match_indices(words).any(|(at, _)| {
            let wanted = Span::new(at, at + words.len());
            places.iter().any(|place| place.touches(wanted))
        })
    }

    #[test]
    fn keys_tell_slips_apart() {
        let once = "一、甲\n办理法律援助案件638件（民事391件、刑事219件、行政18件）。\n";
        let found = findings(&once.repeat(2));
        let keys: std::collections::BTreeSet<_> = found.iter().map(|finding| &finding.key).collect();
        assert!(found.len() > 1 && keys.len() == found.len(), "{keys:?}");
    }

    #[test]
    fn every_rule_proves_itself() {
        let mut slips = Vec::new();
        for rule in &RULES {
            let (mut fires, mut quiet) = (0, 0);
            for row in rule.proof.lines().filter(|line| !line.starts_with('#')) {
                let [kind, words, text] = row.split('\t').collect::<Vec<_>>()[..] else {
                    panic!("{}: a row has three fields: {row}", rule.code);
                };
                let text = text.replace("\\n", "\n");
                let found = findings(&text);
                assert!(text.contains(words), "{}: {words} is not in {text}", rule.code);
                let flagged = found.iter().any(|f| f.rule == rule.code && touches(&text, f, words));
                match kind {
                    "fires" if flagged => fires += 1,
                    "fires" => slips.push(format!("{} must flag {words}: {text}", rule.code)),
                    "later" if flagged => slips.push(format!("{} flags {words} by now: {text}", rule.code)),
                    "later" => {}
                    "quiet" => {
                        quiet += 1;
                        slips.extend(
                            found.iter().map(|f| format!("{} must not flag: {text} ({})", f.rule, f.message)),
                        );
                    }
                    _ => panic!("{}: unknown kind {kind}", rule.code),
                }
            }
            assert!(fires >= 8 && quiet >= 12, "{} has {fires} to flag and {quiet} not to", rule.code);
        }
        assert!(slips.is_empty(), "{} slips:\n{}", slips.len(), slips.join("\n"));
    }
}
