//! Whose figure it is and of which year: sentences, each with the scopes of its figures in turn.

use fachi::metric::Scope;
use fachi::{Options, analyze};

/// The scopes of the figures of a sentence in a report of 2024, a letter each.
fn scopes(sentence: &str) -> String {
    within("柳溪县2024年法治政府建设年度报告\n一、工作情况\n", sentence)
}

fn within(title: &str, sentence: &str) -> String {
    let text = format!("{title}{sentence}");
    analyze(&text, &Options::default()).unwrap().metrics.iter().map(|m| letter(m.scope)).collect()
}

fn letter(scope: Scope) -> char {
    match scope {
        Scope::Report => 'r',
        Scope::Target => 't',
        Scope::Elsewhere => 'x',
        Scope::Earlier => 'e',
        Scope::Since => 's',
    }
}

fn all(rows: &[(&str, &str)]) {
    let wrong = rows.iter().map(|(sentence, letters)| (sentence, *letters, scopes(sentence)));
    let wrong: Vec<_> = wrong.filter(|(_, wanted, told)| wanted != told).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_aimed_at_or_asked_for_is_a_target() {
    all(&[
        ("新年小目标：败诉率压到7%以内，讲座90场。", "tt"),
        ("2025年安排：检查频次再压减一成，办讲座20场。", "tt"),
        ("直办率目标62%，实际66%。", "tr"),
        ("全年抽查任务原定80次，实际抽查93次。", "tr"),
        ("完成年度任务（6000平方米）的31.5%。", "tr"),
        ("纠错率9.4%，比省里考核指标（不高于12%）低2.6个百分点。", "rtr"),
        ("建议各单位每季度至少旁听1次。", "t"),
        ("按要求，6月底前整改率须达到95%。", "t"),
        ("下半年打算再开9场，力争调解成功率保持在96%以上。", "tt"),
        ("四是下一年度，案卷自查不少于3次。", "t"),
        ("比年度要求的6%高出0.4个百分点。", "tr"),
        ("纠错率10.2%，控制在市定15%以内的目标之下。", "rt"),
        ("审批环节由法定的20天压缩至6天。", "tr"),
    ]);
    let unknown = within("普法工作\n", "到2030年，持证调解员要增加到900人。");
    assert_eq!(unknown, "t");
    // What was reached is none, whatever it is told beside.
    all(&[
        ("超过目标2.5个百分点。", "r"),
        ("目标责任书签订45份，完成率100%。", "rr"),
        ("计划生育条例宣传20场。", "r"),
        ("截至12月底前办结312件。", "r"),
    ]);
}

#[test]
fn a_work_plan_holds_targets_but_what_it_compares_with() {
    let plan = "柳溪县2025年法治政府建设工作计划（任务分解）\n（一）制度建设。";
    assert_eq!(within(plan, "制定规范性文件9件（2024年制定12件），评查案卷120宗。"), "tet");
    let both = "柳溪县2024年法治政府建设工作总结和2025年工作计划\n一、";
    assert_eq!(within(both, "制定规范性文件9件。"), "r");
}

#[test]
fn what_words_set_beside_a_wider_place_is_its_figure() {
    all(&[
        ("败诉率8.1%，好于全省11.2%的平均水平。", "rx"),
        ("查实率94%，比全市12.6%的水平高。", "rx"),
        ("满意率96.4%，而全区平均为94.1%。", "rx"),
        ("满意率95.2%，比全县的平均满意率（93.0%）要高。", "rx"),
        ("同期全省查办案件3.1万起，我县处罚120起。", "xr"),
        ("全省示范案例15件里我市入选2件。", "xr"),
        ("3人获评办案能手（全省共60名）。", "rx"),
        ("实有市场主体3.1万户，占全市（27.5万户）的11.3%。", "rxr"),
        ("比去年全县的310件多出20件。", "er"),
        ("立案120件，占全县案件总数480件的25%。", "rrr"),
    ]);
}

#[test]
fn what_is_compared_with_is_an_earlier_years() {
    all(&[
        ("处罚180宗，比2021年的240宗下降25%。", "rer"),
        ("监督案件150件，是2022年（60件）的2.5倍。", "rer"),
        ("机构25个，比改革前的40个减少15个。", "rer"),
        ("市场主体2.9万户，五年前只有1.5万户。", "re"),
        ("与上年同期（260件、310万元）相比分别减少10%、20%。", "eerr"),
        ("自审率由承接之初的61%上升为93%。", "er"),
    ]);
    let unknown = within("说明\n", "检查4000户次，较2022年的5000户次压减20%。");
    assert_eq!(unknown, "rer");
}

#[test]
fn a_span_of_years_is_no_years_own() {
    all(&[
        ("2016年至2020年，中心累计办案2100件。", "s"),
        ("2017年热线整合以来受理380万件。", "s"),
        ("五年开展宣传1150场。", "s"),
        ("与历年累计的12个合并计算。", "s"),
        ("2010年以来现行的118件文件逐件清理。", "r"),
        ("五年规划列出任务36项。", "r"),
    ]);
}
