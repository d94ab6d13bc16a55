//! Shortcomings and plans, item by item, and which plan takes up which shortcoming.

use fachi::{OffsetUnit, Options, Report, analyze};

const HEAD: &str = "云河县2023年法治政府建设年度报告\n一、主要工作\n全年办理行政处罚案件312件，评查案卷80卷，培训执法人员260人次，调解纠纷186起。\n";

fn report(text: &str) -> Report<'_> {
    analyze(text, &Options { offsets: OffsetUnit::Utf8, ..Options::default() }).expect("text")
}

fn problems(text: &str) -> Vec<String> {
    report(&format!("{HEAD}{text}")).problems.into_iter().map(|problem| problem.text).collect()
}

fn plans(text: &str) -> Vec<String> {
    report(&format!("{HEAD}{text}")).plans.into_iter().map(|plan| plan.text).collect()
}

#[test]
fn shortcomings_are_told_item_by_item() {
    for (text, wanted) in [
        ("二、存在的不足\n一是执法力量不足；二是普法形式单一。", &["执法力量不足", "普法形式单一"][..]),
        ("二、存在的问题\n1.执法程序不规范。\n2.数据共享不畅通。", &["执法程序不规范", "数据共享不畅通"]),
        (
            "二、主要短板\n（一）执法程序不规范。部分案卷缺少照片。\n（二）数据共享不畅通。",
            &["执法程序不规范。部分案卷缺少照片", "数据共享不畅通"],
        ),
        ("二、存在的不足\n执法力量依然不足。普法形式比较单一。", &["执法力量依然不足", "普法形式比较单一"]),
        (
            "但也存在一些薄弱环节，主要体现在：执法规范化、信息化水平有待提高，面对新业态，监管手段不多，普法形式比较单一。",
            &["执法规范化、信息化水平有待提高", "面对新业态，监管手段不多", "普法形式比较单一"],
        ),
        (
            "工作中还存在执法力量不足、普法形式单一、数据共享不畅等问题。",
            &["执法力量不足", "普法形式单一", "数据共享不畅"],
        ),
        (
            "二、不足和原因\n一是执法力量不足，原因在于编制偏紧。二是普法形式单一。究其原因，一是认识不够；二是投入不足。",
            &["执法力量不足", "普法形式单一"],
        ),
        (
            "二、存在的不足\n①执法力量不足；②普法形式单一。\n云河县人民政府\n2024年1月18日",
            &["执法力量不足", "普法形式单一"],
        ),
    ] {
        assert_eq!(problems(text), wanted, "{text}");
    }
}

#[test]
fn plans_are_told_item_by_item() {
    for (text, wanted) in [
        (
            "二、下一步打算\n2024年，我县将做好以下工作：一是充实执法力量；二是丰富普法形式。\n特此报告。\n云河县人民政府",
            &["充实执法力量", "丰富普法形式"][..],
        ),
        (
            "二、2024年主要安排\n（一）充实执法力量。新招十人。\n（二）丰富普法形式。",
            &["充实执法力量。新招十人", "丰富普法形式"],
        ),
    ] {
        assert_eq!(plans(text), wanted, "{text}");
    }
}

#[test]
fn a_plan_answers_the_shortcoming_of_its_words() {
    let text = format!(
        "{HEAD}二、存在的不足\n一是专职复议人员偏少，案件办理周期长；二是普法形式单一；三是行政裁量基准不统一。\n\
         三、下一步打算\n一是配强专职复议人员；二是优化政务服务；三是创新普法形式；四是加强信访工作。",
    );
    let report = report(&text);
    let answers: Vec<Vec<String>> =
        report.plans.iter().map(|plan| plan.answers.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(answers, [vec!["p1".to_owned()], vec![], vec!["p2".to_owned()], vec![]]);
    assert_eq!(
        report.problems.iter().map(|problem| problem.area).collect::<Vec<_>>(),
        [Some("disputes"), Some("society"), Some("enforcement")]
    );
}

#[test]
fn substance_is_measured() {
    let text = format!("{HEAD}坚持以人民为中心，为发展提供有力法治保障。\n二、存在的不足\n执法力量不足。\n");
    let report = report(&text);
    let substance = &report.text.substance;
    let characters = f64::from(report.text.characters);
    let number = |decimal: fachi::Decimal| decimal.to_string().parse::<f64>().expect("a number");
    assert!((number(substance.figures_per_thousand) - 4000.0 / characters).abs() < 0.06);
    // 二、存在的不足 执法力量不足。
    assert!((number(substance.shortcomings_share) - 14.0 / characters).abs() < 0.001);
    // 坚持以人民为中心, 为发展提供有力法治保障
    assert!((number(substance.boilerplate_share) - 19.0 / characters).abs() < 0.001);
    assert_eq!(substance.empty_sentences, 2);
}
