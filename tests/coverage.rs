//! What a report covers and lacks: each content by meaning and place, areas counted once, kinds and years that
//! a requirement binds.

use fachi::{OffsetUnit, Options, Report, analyze};

const TITLE: &str = "云河县2023年法治政府建设年度报告\n";
const ACCOUNT: &str = "一、2023年主要工作\n（一）规范执法。全年办理行政处罚案件312件，评查案卷80卷，培训执法人员260人次。\n\
                       （二）优化服务。办理政务服务事项1.2万件，群众满意率99.1%。\n\
                       （三）化解纠纷。调解纠纷186起，成功181起，办理法律援助案件57件。\n";

fn report(text: &str) -> Report<'_> {
    analyze(text, &Options { offsets: OffsetUnit::Utf8, ..Options::default() }).expect("text")
}

fn status(report: &Report, requirement: &str) -> &'static str {
    let known = report.coverage.requirements.iter().find(|known| known.id == requirement);
    known.unwrap_or_else(|| panic!("no requirement {requirement}")).status
}

#[test]
fn contents_are_judged_by_meaning_and_place() {
    let corpus = include_str!("corpus/requirements.tsv");
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

#[test]
fn a_section_s_own_words_count_once() {
    let text = format!(
        "{TITLE}一、行政执法\n甲乙丙。\n（一）人员情况\n丁戊。\n（二）化解矛盾纠纷\n己。\n二、其他\n庚。\n"
    );
    let report = report(&text);
    let characters =
        |id: &str| report.coverage.areas.iter().find(|area| area.id == id).map(|area| area.characters);
    // 一、行政执法 甲乙丙。 (一)人员情况 丁戊。: the second has no area of its own.
    assert_eq!(characters("enforcement"), Some(6 + 4 + 7 + 3));
    assert_eq!(characters("disputes"), Some(9 + 2));
    assert_eq!(characters("digital"), Some(0));
}

#[test]
fn requirements_bind_in_time_and_by_kind() {
    let status_of =
        |title: &str, requirement: &str| status(&report(&format!("{title}\n{ACCOUNT}")), requirement);
    assert_eq!(status_of("云河县人民政府2018年法治政府建设年度报告", "causes"), "not_applicable");
    assert_eq!(status_of("云河县人民政府2019年法治政府建设年度报告", "causes"), "missing");
    assert_eq!(status_of("法治政府建设年度报告", "causes"), "missing");
    assert_eq!(
        status_of("白柿镇2023年法治政府建设年度报告", "reconsideration_and_litigation"),
        "not_applicable"
    );
    assert_eq!(
        status_of("云河县人民政府2023年法治政府建设年度报告", "reconsideration_and_litigation"),
        "missing"
    );
}

#[test]
fn the_day_of_publication_is_met_missed_or_unknown() {
    let status_on =
        |line: &str| status(&report(&format!("{TITLE}{ACCOUNT}{line}\n")), "publication_by_april_1");
    assert_eq!(status_on("云河县人民政府\n2024年3月28日"), "met");
    assert_eq!(status_on("云河县人民政府\n2024年4月12日"), "missing");
    assert_eq!(status_on("云河县人民政府"), "unknown");
}

#[test]
fn a_bureau_lacks_only_what_a_bureau_holds() {
    let lacking = |title: &str| report(&format!("{title}\n{ACCOUNT}")).coverage.indicators.lacking;
    let (bureau, county) = (
        lacking("云河县交通运输局2023年法治政府建设年度报告"),
        lacking("云河县人民政府2023年法治政府建设年度报告"),
    );
    for id in ["disputes.reconsideration_received", "leadership.executive_meeting_law_topics"] {
        assert!(county.contains(&id) && !bureau.contains(&id), "{id}");
    }
    assert!(bureau.contains(&"enforcement.fines_amount"));
    assert!(!county.contains(&"enforcement.case_files_reviewed"), "it is given");
}

#[test]
fn a_sentence_alone_owes_nothing() {
    let coverage = report("全年办理公证1874件。").coverage;
    assert!(coverage.requirements.is_empty() && coverage.indicators.lacking.is_empty());
    assert_eq!(coverage.indicators.given, ["society.notarisations"]);
    assert!(report("").coverage.areas.is_empty());
}
