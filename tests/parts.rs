//! Which figures are parts of which total: short texts, each with the totals that its figures are told to have.

#[path = "support/told.rs"]
mod told;

use fachi::metric::Scope;
use told::{each, holds, told};

fn parts(text: &str) -> Vec<String> {
    told(text).into_iter().map(|told| told.2).collect()
}

#[test]
fn parts_go_on_behind_semicolons_where_items_stand() {
    holds(
        "参加诉讼25起。其中胜诉14起；原告撤诉9起；等待审理2起。",
        &[
            ("25起", "参加诉讼", ""),
            ("14起", "胜诉", "25起"),
            ("9起", "原告撤诉", "25起"),
            ("2起", "等待审理", "25起"),
        ],
    );
    // What was done with the total is no part of it.
    let acts = told("收到申请90件，其中行政处罚类31件；审结52件。");
    assert_eq!(acts[2].2, "", "{acts:?}");
}

#[test]
fn a_total_named_as_a_pool_has_parts() {
    let text = "全年134起纠纷里边，土地山林41起、邻里37起、其他56起。";
    assert_eq!(parts(text), ["", "134起", "134起", "134起"]);
}

#[test]
fn an_item_of_a_list_is_not_the_total_of_its_rest() {
    let text = "公安类58件，占26.7%；人社类31件，占14.3%；其余各类合计38件。";
    assert_eq!(each(text, |m| m.part_of), [None; 5]);
}

#[test]
fn what_was_done_with_a_part_is_no_part() {
    let text = "接收建议31件。其中，承办代表建议11件，已经解决11件；承办政协提案20件，已经解决14件。";
    assert_eq!(parts(text), ["", "31件", "", "31件", ""]);
}

#[test]
fn years_of_a_whole_are_its_parts() {
    let text = "三年来，受理纠纷6204件（2021年1873件、2022年2115件、2023年2216件）。";
    assert_eq!(parts(text), ["", "6204件", "6204件", "6204件"]);
    assert_eq!(each(text, |m| m.scope), [Scope::Since, Scope::Earlier, Scope::Earlier, Scope::Earlier]);
}

#[test]
fn a_total_named_again_has_the_parts_behind_it() {
    let text = "收到文件86件，其中县区政府49件，部门37件。县区报备数分别为：归鹤县14件、石门县35件。";
    assert_eq!(parts(text), ["", "86件", "86件", "49件", "49件"]);
}

#[test]
fn what_is_among_those_named_before_is_part_of_them() {
    let text = "立案97件。立案的案件当中，医疗类32件，公共场所类41件，学校类24件。";
    assert_eq!(parts(text), ["", "97件", "97件", "97件"]);
    let text = "新收申请64件。新收的申请当中，受理57件；案前化解4件；以告知、转送等方式处理3件。";
    assert_eq!(parts(text), ["", "64件", "64件", "64件"]);
    let text = "服务事项1538项，其中全程网办1342项，占87.26%；即办件689项，占44.80%。";
    assert_eq!(parts(text), ["", "1538项", "", "1538项", ""]);
}

#[test]
fn an_outer_list_goes_on_behind_an_inner_one() {
    let text = "立案620件，其中①食品类300件（含小作坊160件）；②药品类94件，包括中药51件、西药29件、疫苗14件；\
                ③设备类38件；④价格、广告等188件。";
    let all = parts(text);
    assert_eq!(all, ["", "620件", "300件", "620件", "94件", "94件", "94件", "620件", "620件"]);
    let text = "民事案件1689件。民事案件中，劳动报酬742件；婚姻家庭318件，其中涉家暴27件；工伤236件，交通事故201件，\
                其余192件涉及赡养。";
    let all = parts(text);
    assert_eq!(all, ["", "1689件", "1689件", "318件", "1689件", "1689件", "1689件"]);
    let text = "以县级部门为被申请人的103件（其中公安机关64件），以乡镇政府为被申请人的14件。";
    let all = parts(&format!("受理复议申请117件。受理案件中，{text}"));
    assert_eq!(all, ["", "117件", "103件", "117件"]);
}

#[test]
fn a_list_that_comes_out_is_one_whatever_its_items_are_called() {
    let text = "收到申请284件。其中：受理196件；不予受理43件；受理前经调解自愿撤回37件；告知其他途径8件。";
    assert_eq!(parts(text), ["", "284件", "284件", "284件", "284件"]);
    let text = "收到申请284件。其中：受理196件；不予受理43件；受理前经调解自愿撤回27件。";
    assert_eq!(parts(text), ["", "284件", "284件", ""]);
}

#[test]
fn words_that_divide_a_total_open_its_parts() {
    let text = "主动公开信息6218条，按渠道分，网站3905条、公众号1876条、微博437条。";
    assert_eq!(parts(text), ["", "6218条", "6218条", "6218条"]);
    let text = "抽查150件卷宗，评为优秀、良好、合格的分别有38件、71件、41件。";
    assert_eq!(parts(text), ["", "150件", "150件", "150件"]);
    assert_eq!(parts("14个社区中创成省级3个、市级6个。"), ["", "14个", "14个"]);
    assert_eq!(parts("14个中心村建成省级3个。"), ["", ""]);
    assert_eq!(parts("结案652件（含2021年立案的61件）。"), ["", "652件"]);
}

#[test]
fn what_stands_behind_the_list_is_no_part() {
    let text = "调解委员会17个（镇级1个、村级16个），调解员42人，其中党员29人；挂牌调解室2个。";
    assert_eq!(parts(text), ["", "17个", "17个", "", "42人", ""]);
    let text = "立案23件，办结24件，办结的案子里有2件是去年立的；罚款6.84万元。";
    assert_eq!(parts(text), ["", "", "24件", ""]);
    let text = "要求立行立改的2100个问题中，98%已整改；要求分阶段整改的1200个问题制定了时间表。";
    assert_eq!(parts(text), ["", "", ""]);
    let text = "受理800宗，受援1500人次，办结400宗，其中民事300宗，刑事100宗，在法院提供帮助400人次。";
    assert_eq!(parts(text), ["", "", "", "400宗", "400宗", ""]);
}

#[test]
fn what_is_told_beside_another_time_is_no_total() {
    let text = "登记信访事项973件，上月为1041件，环比下降6.5%。其中来信206件、来访305件。";
    assert_eq!(parts(text), ["", "", "", "973件", "973件"]);
    let text = "对2016年以前的97件文件逐件研究，分为继续有效58件、废止39件。";
    assert_eq!(parts(text), ["", "97件", "97件"]);
}

#[test]
fn a_list_of_another_sentence_has_the_total_of_the_list_before() {
    let text = "受理的126件中，部门为被申请人的88件，乡镇38件。按事项分，处罚52件，工伤认定41件，其他33件。";
    assert_eq!(parts(text), ["", "126件", "126件", "126件", "126件", "126件"]);
    let text = "受理诉求8426件，其中电话7158件、网络1268件。直接答复5391件，其余3035件转派。";
    assert_eq!(parts(text), ["", "8426件", "8426件", "8426件", "8426件"]);
    let text = "受理纠纷936件，从类型看，①物业纠纷487件；②邻里纠纷241件；③其他纠纷208件。";
    assert_eq!(parts(text), ["", "936件", "936件", "936件"]);
    let text = "从248件新收案件的类型看，征收拆迁71件，治安处罚54件，其他123件。";
    assert_eq!(parts(text), ["", "248件", "248件", "248件"]);
    let text = "清理文件214件，结果是保留169件、修改17件、废止28件。";
    assert_eq!(parts(text), ["", "214件", "214件", "214件"]);
}

#[test]
fn pairs_of_names_and_figures_are_parts_in_turn_or_not_at_all() {
    let text = "常委会、常务会议研究法治工作分别为6次和9次，集中学法、会前学法分别为5次和21次。";
    assert_eq!(parts(text), ["", "", "", ""]);
    let text = "反馈问题58个，整改到位51个，其余7个转入次年。现有示范县和示范项目分别为2个和5个，其中新获命名的分别为1个和2个。";
    assert_eq!(parts(text)[3..], ["", "", "2个", "5个"]);
    let text = "作出处罚决定8.63万件。清单涵盖642项违法情形，免予处罚案件5218件。";
    assert_eq!(parts(text), ["", "", ""]);
}

#[test]
fn items_that_have_a_line_each_are_parts_of_the_line_above() {
    let text = "立案386件，结案342件。结案的按领域分为：\n①食品131件；\n②药品102件，其中疫苗9件；\n③设备109件。\n（2）专项整治8件。";
    assert_eq!(parts(text), ["", "", "342件", "342件", "102件", "342件", ""]);
    let text = "共发现问题463个，平均每卷1.5个，分为三类：\n——程序方面187个；\n——证据方面276个。";
    assert_eq!(parts(text), ["", "", "", "463个", "463个"]);
}

#[test]
fn one_total_may_be_divided_twice() {
    let text = "承接管理权限299项，其中省级权限86项、市级权限213项；按领域分为：①投资类121项；②准入类94项；③民生类84项。";
    assert_eq!(parts(text), ["", "299项", "299项", "299项", "299项", "299项"]);
    let text = "受理诉求412件，当场解答255件，转派157件。按诉求类型分：①咨询类224件②投诉类98件③求助类90件。";
    assert_eq!(parts(text)[3..], ["412件"; 3]);
}

#[test]
fn the_words_before_a_list_name_its_total() {
    let text = "全年调解纠纷732件，调解成功719件。调解纠纷从类型看，邻里184件、家庭121件。";
    assert_eq!(parts(text), ["", "", "732件", "732件"]);
    let text = "行政权力由5216项减为3880项，分3类：许可238项、处罚3512项、强制130项。";
    assert_eq!(parts(text)[3..], ["3880项"; 3]);
}

#[test]
fn items_with_shares_of_one_total_are_its_parts() {
    let text = "自查案卷510宗。评出优秀案卷109宗，占自查总数的21.37%；合格案卷397宗，占77.84%；不合格案卷4宗，占0.78%。";
    assert_eq!(parts(text), ["", "510宗", "", "510宗", "", "510宗", ""]);
    let text = "832项事项中：①网上可办819项，占比98.4%；②全程网办694项，占比83.4%。";
    assert_eq!(parts(text), ["", "832项", "", "832项", ""]);
}

#[test]
fn lines_below_a_total_are_its_parts_each_in_its_unit() {
    let text = "全区检查企业130家次，查出隐患540项，罚款63万元。其中：\n危险化学品检查41家次，隐患180项，罚款25万元；\n\
        工贸检查89家次，隐患360项，罚款38万元。\n";
    let totals = ["", "", "", "130家次", "540项", "63万元", "130家次", "540项", "63万元"];
    assert_eq!(parts(text), totals);
    // The words that open a line are said of all that stands in it.
    let words = told(text);
    assert!(words[4].1.contains("危险化学品") && words[7].1.contains("工贸"), "{words:?}");
}

#[test]
fn figures_of_another_year_have_parts_among_themselves() {
    let text = "青柳县2024年执法情况\n2024年办理案件102件，其中农资60件、渔政42件。2023年办理案件88件，其中农资46件、渔政42件。";
    assert_eq!(parts(text), ["", "102件", "102件", "", "88件", "88件"]);
    let compared = "办理案件102件（上年为88件），其中农资60件、渔政42件。";
    assert_eq!(parts(compared), ["", "", "102件", "102件"]);
}

#[test]
fn what_only_stands_beside_another_figure_in_a_bracket_is_no_part() {
    let text = "调解和解率（案前撤回16件与审结中的41件合并）33.9%。";
    assert_eq!(parts(text), [""; 3]);
}

#[test]
fn all_that_makes_a_total_whole_with_its_rest_is_part_of_it() {
    let text = "实际清理201件，废止25件，修改14件，其余162件继续有效。";
    assert_eq!(parts(text), ["", "201件", "201件", "201件"]);
}

#[test]
fn a_number_of_kinds_between_opener_and_list_is_no_item() {
    let text = "全年立案1846起。按案由分，三个领域的数字是：市容703起、规划182起、燃气961起。";
    assert_eq!(parts(text), ["", "", "1846起", "1846起", "1846起"]);
}

#[test]
fn words_that_find_out_what_is_what_open_parts() {
    let text = "核查图斑327个，核实为违法占地92个、设施农用地163个、其他用途72个。";
    assert_eq!(parts(text), ["", "327个", "327个", "327个"]);
    let text = "评查案卷150卷，评定为优秀40卷、良好70卷、合格40卷。";
    assert_eq!(parts(text), ["", "150卷", "150卷", "150卷"]);
}

#[test]
fn a_list_that_comes_out_with_its_rest_has_the_total_before_all_of_it() {
    let text = "收到申请121件，部门52件，乡镇33件，公安20件，其余16件不属于本机关管辖。";
    assert_eq!(parts(text), ["", "121件", "121件", "121件", "121件"]);
}
