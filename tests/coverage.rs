//! What a report covers and lacks: each content by meaning and place, areas counted once, kinds and years that
//! a requirement binds.

mod support {
    pub mod files;
}

use fachi::{OffsetUnit, Options, Report, analyze};
use support::files::read;

const TITLE: &str = "云河县2023年法治政府建设年度报告\n";
const ACCOUNT: &str = "一、2023年主要工作\n（一）规范执法。全年办理行政处罚案件312件，评查案卷80卷，培训执法人员260人次。\n\
                       （二）优化服务。办理政务服务事项1.2万件，群众满意率99.1%。\n\
                       （三）化解纠纷。调解纠纷186起，成功181起，办理法律援助案件57件。\n";

fn report(text: &str) -> Report {
    analyze(text, &Options { offsets: OffsetUnit::Utf8, ..Options::default() }).expect("text")
}

fn status(report: &Report, requirement: &str) -> &'static str {
    let known = report.coverage.requirements.iter().find(|known| known.id == requirement);
    known.unwrap_or_else(|| panic!("no requirement {requirement}")).status
}

#[test]
fn contents_are_judged_by_meaning_and_place() {
    let corpus = read("tests/corpus/requirements.tsv");
    let mut wrong = Vec::new();
    for row in corpus.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<_> = row.split('\t').collect();
        let [requirement, wanted, words] = fields[..] else { panic!("three fields: {row}") };
        let account = if requirement == "measures_and_results" { "" } else { ACCOUNT };
        let text = format!("{TITLE}{account}{}\n", words.replace("\\n", "\n"));
        let report = report(&text);
        let found = status(&report, requirement);
        if found != wanted {
            wrong.push(format!("{requirement} is {found}, not {wanted}: {words}"));
        }
        for known in &report.coverage.requirements {
            assert_eq!(known.evidence.is_some(), known.status == "met", "{}: {words}", known.id);
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
