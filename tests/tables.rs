//! Tables run flat and broken lines: what their figures are told to measure.

#[path = "support/told.rs"]
mod told;

use fachi::metric::Scope;
use fachi::{Options, analyze};
use told::{each, holds, told};

#[test]
fn ranks_left_out_of_a_row_move_no_figure() {
    let text = "单位\t名次\t受理\t排名\t说明\n东区\t1\t20件\t3\t许可6件、处罚4件，分别占60%、40%\n西区\t2\t31件\t4\t无\n";
    let shares: Vec<_> = told(text).into_iter().filter(|(figure, ..)| figure.ends_with('%')).collect();
    let words: Vec<_> = shares.iter().map(|(_, words, _)| words.as_str()).collect();
    assert_eq!(words, ["东区 许可", "东区 处罚"]);
}

#[test]
fn blanks_that_part_cells_make_a_table() {
    let text = "办理情况\n序号 单位 派单量（件） 办结率（%） 名次 1 青禾区 6821 99.5 2 2 河湾区 5934 99.7 1 合计 12755 99.6\n三、问题";
    holds(
        text,
        &[
            ("6821", "青禾区 派单量（件）", "12755"),
            ("99.5", "青禾区 办结率（%）", ""),
            ("5934", "河湾区 派单量（件）", "12755"),
            ("99.7", "河湾区 办结率（%）", ""),
            ("12755", "合计 派单量（件）", ""),
            ("99.6", "合计 办结率（%）", ""),
        ],
    );
}

#[test]
fn a_row_of_totals_holds_what_stands_above_it_but_for_shares_and_means() {
    let text = "执法情况\n领域\t立案（件）\t平均（件）\t结案率\n市容\t46\t2\t93%\n消防\t22\t3\t91%\n合计\t68\t3\t92%\n";
    let parts: Vec<_> = told(text).into_iter().map(|(_, _, total)| total).collect();
    assert_eq!(parts, ["68", "", "", "68", "", "", "", "", ""]);
}

#[test]
fn cells_that_stand_one_in_a_line_make_a_table() {
    let text = "评查结果\n\n单位\n\n案卷（卷）\n\n优秀（卷）\n\n城管局\n\n20\n\n2\n\n水务局\n\n10\n\n1\n\n交通局\n\n31\n\n7\n";
    let told = told(text);
    assert_eq!(told.len(), 6, "{told:?}");
    assert_eq!(told[3].1, "水务局 优秀（卷）", "{told:?}");
}

#[test]
fn a_head_that_names_a_year_tells_whose_year_a_cell_is() {
    let text = "某县2024年法治政府建设年度报告\n指标\t单位\t2024年\t2023年\n立案\t件\t312\t286\n检查\t户次\t1285\t1724\n";
    let report = analyze(text, &Options::default()).unwrap();
    let cells: Vec<_> = report.metrics.iter().map(|m| (m.text, m.unit, &*m.label, m.scope)).collect();
    let own = (Scope::Report, Scope::Earlier);
    assert_eq!(
        cells,
        [
            ("312", "件", "立案", own.0),
            ("286", "件", "立案", own.1),
            ("1285", "户次", "检查", own.0),
            ("1724", "户次", "检查", own.1),
        ]
    );
}

#[test]
fn rows_of_a_name_and_as_many_numbers_make_a_table() {
    let text = "（表3）行政强制统计表（单位：件） 查封场所、设施 7 扣押财物 58 冻结存款、汇款 0 加处罚款 31 代履行 9 合计 105\n说明：以决定日期为准。";
    let told = told(text);
    let cells: Vec<_> = told.iter().map(|(figure, words, _)| (figure.as_str(), words.as_str())).collect();
    assert_eq!(
        cells,
        [
            ("7", "查封场所、设施"),
            ("58", "扣押财物"),
            ("0", "冻结存款、汇款"),
            ("31", "加处罚款"),
            ("9", "代履行"),
            ("105", "合计"),
        ]
    );
    let prose = "保留许可 154 项、处罚 1978 项、强制 12 项、检查 96 项、奖励 8 项、确认 31 项";
    let report = analyze(prose, &Options::default()).unwrap();
    assert!(report.metrics.iter().all(|m| m.unit == "项"), "blanks around numbers make no table");
    let form = "收到申请情况 自然人 商业企业 总计 一、本年新收申请 41 6 47 二、上年结转申请 1 0 1 （一）予以公开 17 3 20";
    let report = analyze(form, &Options::default()).unwrap();
    assert!(report.sections.is_empty(), "rows are no headings");
    let last = report.metrics.last().unwrap();
    assert_eq!((last.text, &*last.label, last.subject.as_deref()), ("20", "总计", Some("（一）予以公开")));
}

#[test]
fn a_caption_of_several_units_gives_each_column_its_own() {
    let cells = [
        "单位：件、万元",
        "类别",
        "立案",
        "罚款额",
        "市容",
        "1 906",
        "58.30",
        "渣土",
        "322",
        "146.75",
        "合计",
        "2 228",
        "205.05",
    ];
    let text = cells.join("\n\n");
    let report = analyze(&text, &Options::default()).unwrap();
    let told: Vec<_> = report.metrics.iter().map(|m| (m.value.to_string(), m.unit)).collect();
    let figures = [
        ("1906", "件"),
        ("583000", "元"),
        ("322", "件"),
        ("1467500", "元"),
        ("2228", "件"),
        ("2050500", "元"),
    ];
    assert_eq!(told, figures.map(|(value, unit)| (value.to_owned(), unit)));
}

#[test]
fn a_sentence_that_a_line_end_cuts_goes_on() {
    let text = "新建法治文化广场3处，累计建成民主法治示范\n村29个，数量比上年多。\n化解矛盾，服务群众\n调解员进网格，办好身边事。";
    assert_eq!(each(text, |m| m.label.to_string()), ["新建法治文化广场", "建成民主法治示范村"]);
}

#[test]
fn blanks_part_the_cells_of_rows_that_end_with_a_change() {
    let text = "某局2021年工作报告\n监察数据与上年对比：\n指标（单位）　2021年　2020年　增减\n投诉举报（件）　642　758　下降15.3%\n立案（件）　218　243　下降10.3%\n";
    let report = analyze(text, &Options::default()).unwrap();
    let cells: Vec<_> = report.metrics.iter().map(|m| (m.text, m.unit, m.scope)).collect();
    let (own, earlier) = (Scope::Report, Scope::Earlier);
    let first = [("642", "件", own), ("758", "件", earlier), ("15.3%", "%", own)];
    let second = [("218", "件", own), ("243", "件", earlier), ("10.3%", "%", own)];
    assert_eq!(cells, [first, second].concat());
}

#[test]
fn a_column_of_totals_holds_what_stands_before_it_where_the_rows_come_out() {
    let parts = |text: &str| told(text).into_iter().map(|(_, _, total)| total).collect::<Vec<_>>();
    let text = "审结方式\n方式\t维持\t驳回\t终止\t总计\n件数（件）\t91\t34\t0\t125\n";
    assert_eq!(parts(text), ["125", "125", "", ""]);
    let overlapping = "办理情况\n单位\t收到\t办结\t合计\n甲县\t61\t52\t70\n乙县\t44\t40\t58\n";
    assert_eq!(parts(overlapping), [""; 6]);
}

#[test]
fn figures_on_lines_of_their_own_stay_in_their_sentences() {
    let text = "2020\n年城管工作总结\n专项整治出动\n8000\n余人次,车辆\n1000\n余辆次;清除招牌\n21000\n余条;查处渣土车\n300辆次。\n";
    let told: Vec<_> = told(text).into_iter().map(|(figure, words, _)| (figure, words)).collect();
    let [first, second, third, fourth] = &told[..] else { panic!("{told:?}") };
    assert_eq!((&*first.0, &*first.1), ("8000\n余人次", "专项整治出动"));
    assert_eq!([&*second.1, &third.1, &fourth.1], ["专项整治出动 车辆", "清除招牌", "查处渣土车"]);
}

#[test]
fn a_row_of_numbers_ends_where_the_next_table_begins() {
    let text = "执法统计年报 表1 行政处罚（宗） 警告 罚款 没收 合计 罚没金额（万元） 4 987 6 997 141.7 表2 行政强制（宗） 查封 扣押 其他 合计 2 78 0 80 表3 其他";
    let told: Vec<_> = each(text, |m| m.label.to_string());
    assert_eq!(told, ["警告", "罚款", "没收", "合计", "罚没金额（万元）", "查封", "扣押", "其他", "合计"]);
    assert_eq!(each(text, |m| m.unit), ["宗", "宗", "宗", "宗", "元", "宗", "宗", "宗", "宗"]);
}

#[test]
fn a_sum_that_names_no_row_is_of_what_the_caption_tells() {
    let text = "表一 行政处罚实施数量（宗）\n警告\t罚款\t合计\n9\t410\t419\n表二 行政强制措施实施数量（宗）\n冻结\t其他\t合计\n0\t4\t4\n";
    let told = each(text, |m| m.indicator);
    assert_eq!([told[2], told[5]], [Some("enforcement.penalty_cases"), Some("enforcement.coercion_cases")]);
}

#[test]
fn names_and_numbers_in_turn_are_a_table_without_heads() {
    let text = "某局2022年执法数据\n表一 行政处罚（宗）\n警告\n12\n罚款\n486\n吊销许可证件\n1\n合计\n499\n罚没金额（万元）\n318.62\n表二  行政检查\n行业  出动人次  检查户次\n公路客运  640  212\n普通货运  1180  405\n总计  1820  617\n";
    let told: Vec<_> = each(text, |m| (m.unit.to_owned(), m.indicator));
    let (penalties, fines) = (Some("enforcement.penalty_cases"), Some("enforcement.fines_amount"));
    assert!(told[..3].iter().all(|(unit, _)| unit == "宗"), "{told:?}");
    assert_eq!(told[3..5], [("宗".to_owned(), penalties), ("元".to_owned(), fines)]);
    let units: Vec<_> = told[5..].iter().map(|(unit, _)| unit.as_str()).collect();
    assert_eq!(units, ["人次", "户次"].repeat(3));
    let contents =
        "目录\n一、组织领导\n1\n二、制度建设\n3\n三、行政执法\n6\n四、主要问题\n9\n五、工作打算\n11\n";
    assert!(each(contents, |m| m.text.to_owned()).is_empty());
}

#[test]
fn blanks_behind_figures_are_stops_where_nothing_else_is() {
    for text in
        ["▲办案　　立案402宗　结案388宗　罚没574.3万元", "办案情况：立案 402 宗 结案 388 宗 罚没 574.3 万元"]
    {
        let labels = each(text, |m| m.label.to_string());
        assert!(
            labels.iter().zip(["立案", "结案", "罚没"]).all(|(label, end)| label.ends_with(end)),
            "{labels:?}"
        );
    }
}

#[test]
fn the_names_of_rows_may_have_no_head_and_begin_like_units() {
    for gap in ["  ", " | "] {
        let rows = [["", "上报", "取消", "保留"], ["公安", "86", "61", "25"], ["人社", "112", "74", "38"]];
        let lines: Vec<_> = rows.iter().map(|row| row.join(gap).trim_start_matches(gap).to_owned()).collect();
        let text = format!("减证便民情况（单位：项）\n{}\n", lines.join("\n"));
        let told: Vec<_> = told(&text).into_iter().map(|(figure, words, _)| (figure, words)).collect();
        let [.., fourth, _, last] = &told[..] else { panic!("{told:?}") };
        assert_eq!(told.len(), 6, "{told:?}");
        assert_eq!((&*fourth.0, &*fourth.1), ("112", "人社 上报"));
        assert_eq!((&*last.0, &*last.1), ("38", "人社 保留"));
        assert_eq!((&*told[2].0, &*told[2].1), ("25", "公安 保留"));
    }
}
