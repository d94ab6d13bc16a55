//! What figures are told to measure, and of which total they are part: short texts, each with what it holds.

#[path = "support/told.rs"]
mod told;

use fachi::metric::{Direction, Scope};
use fachi::{Options, analyze};
use told::{each, holds, told};

#[test]
fn items_of_a_list_keep_their_own_labels() {
    holds(
        "来信142件，来访387件，网上投诉604件。",
        &[("142件", "来信", ""), ("387件", "来访", ""), ("604件", "网上投诉", "")],
    );
    // Blanks were lost: the words between two figures are the second one's.
    holds(
        "调处纠纷127起。其中山林41起 邻里33起 婚姻家庭29起。",
        &[
            ("127起", "调处纠纷", ""),
            ("41起", "山林", "127起"),
            ("33起", "邻里", "127起"),
            ("29起", "婚姻家庭", "127起"),
        ],
    );
    holds(
        "征地拆迁318件占51%；城乡建设204件占33%。",
        &[
            ("318件", "征地拆迁", ""),
            ("51%", "征地拆迁", ""),
            ("204件", "城乡建设", ""),
            ("33%", "城乡建设", ""),
        ],
    );
    holds(
        "结果为：①继续有效11件；②修改2件。市场监管领域77件（51%），公安42件（28%）。",
        &[
            ("11件", "继续有效", ""),
            ("2件", "修改", ""),
            ("77件", "市场监管领域", ""),
            ("51%", "市场监管领域", ""),
            ("42件", "公安", ""),
            ("28%", "公安", ""),
        ],
    );
    // An outcome needs what it is the outcome of.
    holds(
        "收到行政复议申请168件，受理150件。",
        &[("168件", "收到行政复议申请", ""), ("150件", "收到行政复议申请 受理", "")],
    );
}

#[test]
fn a_noun_ends_where_its_predicate_begins() {
    holds("38个部门共保留权力2906项。", &[("38个", "部门", ""), ("2906项", "部门共保留权力", "")]);
    holds("71所中小学聘请法治副校长74名。", &[("71所", "中小学", ""), ("74名", "中小学聘请法治副校长", "")]);
}

#[test]
fn a_noun_ends_where_its_part_or_what_it_has_begins() {
    holds("全镇61个网格中兼职网格员偏多。", &[("61个", "网格", "")]);
    holds("对15个乡镇的权责清单进行调整。", &[("15个", "乡镇", "")]);
    holds("建成38个法治中心户。", &[("38个", "建成 法治中心户", "")]);
    holds("行政检查164项以及其他权力89项。", &[("164项", "行政检查", ""), ("89项", "其他权力", "")]);
}

#[test]
fn an_outcome_between_two_figures_is_the_second_ones() {
    holds("28件信访积案化解26件。", &[("28件", "信访积案", ""), ("26件", "化解", "")]);
    holds("督察反馈的38个问题已整改36个。", &[("38个", "督察反馈 问题", ""), ("36个", "整改", "")]);
}

#[test]
fn a_comparison_tells_which_way_it_went() {
    let directions = each("检查企业365家次，比上年少检查110家次，比上年多帮扶12家。", |m| m.direction);
    assert_eq!(directions, [None, Some(Direction::Down), Some(Direction::Up)]);
}

#[test]
fn two_levels_of_one_measure_have_its_name() {
    holds("许可事项由57项压减到22项。", &[("57项", "许可事项", ""), ("22项", "许可事项", "")]);
    holds("从5名增加到12名法律顾问。", &[("5名", "法律顾问", ""), ("12名", "法律顾问", "")]);
    let text = "某县2024年法治政府建设年度报告\n抽查事项从去年的45项扩大到今年的62项。";
    let scopes = each(text, |m| m.scope);
    assert_eq!(scopes, [Scope::Earlier, Scope::Report]);
    // Two things that are counted one after the other are no levels.
    let apart = told("由3名律师组成专班，审查合同45份，提出意见到会12次。");
    assert_eq!(apart[2].1, "提出意见到会", "{apart:?}");
}

#[test]
fn names_of_a_list_share_their_verb_and_noun() {
    let text = "一审、二审行政诉讼案件分别为62件、17件。受理、审结复议案件分别为104件和97件。";
    let indicators = each(text, |m| m.indicator.unwrap_or("-"));
    assert_eq!(
        indicators,
        [
            "disputes.litigation_first_instance",
            "disputes.litigation_second_instance",
            "disputes.reconsideration_accepted",
            "disputes.reconsideration_concluded",
        ]
    );
}

#[test]
fn shares_told_together_are_of_the_counts_before_them() {
    let text = "网上可办事项1203项、全程网办1126项、即办件657项，分别占99.6%、93.2%、54.4%。";
    let report = analyze(text, &Options::default()).unwrap();
    let told: Vec<_> = report.metrics[3..].iter().map(|m| (&*m.label, m.indicator.unwrap_or("-"))).collect();
    assert_eq!(
        told,
        [
            ("网上可办事项", "functions.online_rate"),
            ("全程网办", "functions.full_online_rate"),
            ("即办件", "functions.one_visit_rate"),
        ]
    );
}

#[test]
fn a_list_by_years_has_a_year_for_each() {
    let title = "某市2022年行政审判白皮书\n";
    for years in ["2020年至2022年", "2020-2022年", "2020年、2021年和2022年"] {
        let text = format!("{title}一审行政案件收案{years}分别为612件、655件和703件。");
        let report = analyze(&text, &Options::default()).unwrap();
        let told: Vec<_> = report.metrics.iter().map(|m| (&*m.label, m.year, m.scope)).collect();
        let label = "一审行政案件收案";
        assert_eq!(
            told,
            [
                (label, Some(2020), Scope::Earlier),
                (label, Some(2021), Scope::Earlier),
                (label, Some(2022), Scope::Report),
            ],
            "{years}"
        );
    }
}

#[test]
fn a_figure_alone_in_its_clause_has_the_words_before_it() {
    holds("编制公布行政许可事项清单，共298项。", &[("298项", "编制公布行政许可事项清单", "")]);
    holds("拆除违建326处4.7万平方米。", &[("326处", "拆除违建", ""), ("4.7万平方米", "拆除违建", "")]);
}

#[test]
fn a_bracket_may_hold_an_earlier_years_figure() {
    let text = "检查企业588家次，较2020年（735家次）减少二成。受理争议916件（2014年为804件）。";
    let told = each(text, |m| (m.scope, m.part_of.is_some()));
    let (own, earlier) = ((Scope::Report, false), (Scope::Earlier, false));
    assert_eq!(told, [own, earlier, own, own, earlier]);
}

#[test]
fn what_is_planned_or_demanded_is_a_target() {
    let text =
        "某县2024年法治政府建设年度报告\n2025年力争纠错率控制在3%以内。审核覆盖率应达到98%。全年审结52件。";
    let scopes = each(text, |m| m.scope);
    assert_eq!(scopes, [Scope::Target, Scope::Target, Scope::Report]);
}

#[test]
fn the_same_rate_of_a_wider_place_is_elsewhere() {
    for text in ["持证率98.4%，全市97.0%。", "调解率31.1%，全省同口径27.5%。", "网办率92.5%，全市均值89.8%。"]
    {
        assert_eq!(each(text, |m| m.scope), [Scope::Report, Scope::Elsewhere], "{text}");
        assert_eq!(each(text, |m| m.indicator)[0], each(text, |m| m.indicator)[1], "{text}");
    }
    let own = each("网办率92%，全市89%的事项可掌上办。", |m| m.scope);
    assert_eq!(own, [Scope::Report, Scope::Report]);
}

#[test]
fn what_is_not_done_yet_is_no_outcome() {
    let told = each("审结行政诉讼案件5件，另有2件尚未审结。", |m| m.indicator);
    assert_eq!(told, [Some("disputes.litigation_concluded"), None]);
}

#[test]
fn names_that_a_figure_counts_have_the_figures_behind_them() {
    let labels = each("东屏、澄江、南洲三个大队立案分别为36件、28件、29件。", |m| {
        m.label.to_string()
    });
    assert_eq!(labels[1..], ["东屏", "澄江", "南洲"]);
    let labels = each(
        "投诉、咨询、建议及其他类工单分别为40件、30件、20件，占比依次为44.4%、33.3%、22.2%。",
        |m| m.label.to_string(),
    );
    let names = ["投诉", "咨询", "建议及其他类工单"];
    assert_eq!(labels, [names, names].concat());
}

#[test]
fn words_between_two_figures_part_the_whole_from_its_part() {
    holds("28个复工项目中有重点项目9个。", &[("28个", "复工项目", ""), ("9个", "重点项目", "28个")]);
}

#[test]
fn fewer_things_are_a_fall() {
    for text in ["申请材料减少6件。", "共减少执法队伍14支。", "为企业少添麻烦940余户次。"]
    {
        assert_eq!(each(text, |m| m.direction), [Some(Direction::Down)], "{text}");
    }
    assert_eq!(each("减少罚款金额共计26万元。", |m| m.direction), [None]);
}

#[test]
fn what_was_reached_is_told_apart_from_what_was_demanded() {
    let scopes = each(
        "拆除37.6万平方米，为年度计划36万平方米的104.4%。收缴率91.6%，与省厅95%的要求有距离。",
        |m| m.scope,
    );
    assert_eq!(scopes, [Scope::Report, Scope::Target, Scope::Report, Scope::Report, Scope::Target]);
}

#[test]
fn what_years_brought_together_is_no_years_own() {
    for text in
        ["过去五年，受理纠纷6204件。", "“十四五”期间，受理纠纷6204件。", "平台上线以来，受理纠纷6204件。"]
    {
        assert_eq!(each(text, |m| m.scope), [Scope::Since], "{text}");
    }
}

#[test]
fn labels_are_whole_words() {
    holds("天津（68.22%）、黑龙江（62.16%）居前。", &[("68.22%", "天津", ""), ("62.16%", "黑龙江", "")]);
    holds("1.引进项目3个。", &[("3个", "引进项目", "")]);
    holds("按日连续处罚案件537件。", &[("537件", "按日连续处罚案件", "")]);
    holds("考试通过率95.6%三是深化普法。", &[("95.6%", "考试通过率", "")]);
    let long =
        "街道便民服务中心受理行政审批和各类服务事项31839件，12345政务服务便民热线（市长热线）受理诉求9件。";
    let labels = each(long, |m| m.label.to_string());
    assert_eq!(labels, ["服务中心受理行政审批和各类服务事项", "政务服务便民热线（市长热线）受理诉求"]);
    let subject = told("2024年新受理行政复议案件151件，同比增长128.78%。");
    assert_eq!(subject[1].1, "新受理行政复议案件 同比增长");
}

#[test]
fn names_of_the_clause_before_have_the_figures_behind_it() {
    let labels =
        each("物业管理、停车秩序、供热投诉最多，依次为512件、340件、196件。", |m| m.label.to_string());
    assert_eq!(labels, ["物业管理", "停车秩序", "供热"]);
}

#[test]
fn a_noun_before_a_joint_is_the_first_figures() {
    holds("对12个乡镇和20个县直部门开展督察。", &[("12个", "乡镇", ""), ("20个", "县直部门", "")]);
    holds(
        "涉及4个方面、29个单位共计50项问题。",
        &[("4个", "涉及 方面", ""), ("29个", "单位", ""), ("50项", "问题", "")],
    );
    holds("一是备案文件20件。但2024年制定文件3件。", &[("20件", "备案文件", ""), ("3件", "制定文件", "")]);
    holds("直接纠错（包括撤销、确认违法、变更和责令履行）1639件。", &[("1639件", "直接纠错", "")]);
    holds(
        "抓获嫌疑人113名；重拳打击网络诈骗犯罪，侦办案件68起。",
        &[("113名", "抓获嫌疑人", ""), ("68起", "侦办案件", "")],
    );
}

#[test]
fn what_a_later_year_is_to_bring_is_a_target() {
    let text = "某县2024年法治政府建设年度报告\n到2027年，开办时间压缩到1个工作日内，满意度达到88%。";
    assert_eq!(each(text, |m| m.scope), [Scope::Target, Scope::Target]);
    let wider = each("我县获评示范村5个（全省100个）。", |m| (m.scope, m.part_of.is_some()));
    assert_eq!(wider, [(Scope::Report, false), (Scope::Elsewhere, false)]);
    assert_eq!(each("由原来的14个科室重组为7个股室。", |m| m.scope), [Scope::Earlier, Scope::Report]);
}

#[test]
fn words_of_a_time_tell_whose_figure_it_is() {
    let scopes = |text: &str| {
        let text = format!("某县2023年法治政府建设年度报告\n{text}");
        each(&text, |m| m.scope)
    };
    // The same time of the year before, or this one.
    assert_eq!(scopes("同期县直机关办理行政处罚案件1247件。"), [Scope::Report]);
    assert_eq!(scopes("上年同期办理案件1247件。"), [Scope::Earlier]);
    // A running total, and what stands since then.
    assert_eq!(scopes("2021年以来共培养法律明白人96名。"), [Scope::Since]);
    assert_eq!(scopes("对2010年以来的118件文件开展清理。"), [Scope::Report]);
    assert_eq!(scopes("对2018年以前印发的9件文件作了清理。"), [Scope::Report]);
    assert_eq!(scopes("包括上年未结1件、当年新收3件。"), [Scope::Report, Scope::Report]);
    assert_eq!(scopes("与2022年（891件）相比增长一成。"), [Scope::Earlier, Scope::Report]);
}

#[test]
fn a_wider_figure_beside_ones_own_is_elsewhere() {
    let scopes = |text: &str| each(text, |m| m.scope);
    assert_eq!(scopes("全区热线派单16.8万件，本局承办6213件。"), [Scope::Elsewhere, Scope::Report]);
    assert_eq!(scopes("出庭率96.9%，同期全市为93.5%。"), [Scope::Report, Scope::Elsewhere]);
    assert_eq!(scopes("占执法人员的7.7%，高于不少于5%的配备要求。"), [Scope::Report, Scope::Target]);
}

#[test]
fn a_change_is_told_by_what_stands_behind_it_too() {
    let ways = |text: &str| each(text, |m| m.direction);
    assert_eq!(ways("上年为973件，增加311件，增幅32%。")[1..], [Some(Direction::Up), Some(Direction::Up)]);
    assert_eq!(ways("增加311件办公用品。"), [None]);
    assert_eq!(ways("办理时限压缩幅度为55%。"), [Some(Direction::Down)]);
    assert_eq!(ways("去年是62场，多了近三成。")[1], Some(Direction::Up));
    assert_eq!(ways("权责事项比调整前净减58项。"), [Some(Direction::Down)]);
}

#[test]
fn a_change_stands_right_behind_what_changed() {
    use Direction::{Down, Up};
    for (text, way) in [
        ("会前学法14次，增加2次。", [None, Some(Up)]),
        ("部门比改革前的37个减少3个。", [None, Some(Down)]),
        ("立案14件，增加执法人员2件。", [None, None]),
        ("房产类58件，比一季度少18件。", [None, Some(Down)]),
        ("免罚562宗，少罚486.7万元。", [None, None]),
    ] {
        assert_eq!(each(text, |m| m.direction), way, "{text}");
    }
}

#[test]
fn a_sentence_that_opens_with_a_comparison_compares_all_in_it() {
    let text = "与上一年相比，行政处罚少512宗，降5.7%；行政许可多4.2%。办证18436件，比上年17120件增7.7%。";
    let ways =
        [Some(Direction::Down), Some(Direction::Down), Some(Direction::Up), None, None, Some(Direction::Up)];
    assert_eq!(each(text, |m| m.direction), ways);
}

#[test]
fn what_is_planned_beside_what_was_done_is_a_target() {
    let text = "我局计划检查企业180家，实际检查226家次。全年目标是受理520件，已受理412件。";
    assert_eq!(each(text, |m| m.scope), [Scope::Target, Scope::Report, Scope::Target, Scope::Report]);
}

#[test]
fn a_month_compared_with_is_an_earlier_one() {
    let text = "3月份检查企业146家次，较2月份的111家次上升31.5%。";
    assert_eq!(each(text, |m| m.scope), [Scope::Report, Scope::Earlier, Scope::Report]);
}

#[test]
fn what_is_there_at_a_years_end_is_called_as_at_its_start() {
    let text = "年初持证人员915人，全年新增102人，因调离注销126人，年底为891人。";
    let labels: Vec<_> = each(text, |m| m.label.to_string());
    assert_eq!([&*labels[0], &*labels[3]], ["持证人员"; 2]);
    assert_eq!(each(text, |m| m.indicator)[3], Some("enforcement.certificates_held"));
}

#[test]
fn a_title_tells_what_all_figures_are_of() {
    let body = "一、收案\n本年度共收到申请176件。\n二、结案\n全年审结142件，其中维持81件、撤销12件。";
    let told = |title: &str| each(&format!("{title}\n{body}"), |m| m.indicator.unwrap_or("-"));
    assert_eq!(
        told("松岭区2022年度行政复议案件统计分析"),
        [
            "disputes.reconsideration_received",
            "disputes.reconsideration_concluded",
            "disputes.reconsideration_upheld",
            "disputes.reconsideration_corrected",
        ]
    );
    // Who reports tells nothing of that.
    assert_eq!(told("松岭区司法局行政复议科2022年度工作总结")[2], "-");
    // What disputes are about is no case of its own.
    let text = "松岭区2022年度行政复议统计\n从类型来看，投诉举报处理的有51件，行政处罚8件。";
    assert_eq!(each(text, |m| m.indicator), [None; 2]);
}

#[test]
fn an_outcome_is_of_the_figure_before() {
    let of = |text: &str| each(text, |m| m.indicator)[1];
    assert_eq!(of("信访积案22件，已化解19件。"), None);
    assert_eq!(of("矛盾纠纷22件，已化解19件。"), Some("disputes.disputes_resolved"));
}
