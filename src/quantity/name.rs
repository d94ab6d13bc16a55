//! What only looks like a quantity: days, years, sessions, names, idioms, durations.

use std::sync::LazyLock;

use crate::data;
use crate::fold::is_ideograph;
use crate::number;
use crate::words::{Keys, Stretch, Words, ends, starts};

/// Names and idioms, each split before one numeral of its.
type Split = Vec<(&'static str, &'static str)>;

/// The numerals in names and idioms, and by each: what stands before it, and the whole.
static NAMES: LazyLock<(Keys, Vec<Split>)> = LazyLock::new(|| {
    let (mut numerals, mut names) = (Keys::default(), Vec::<Split>::new());
    for name in data::lines(data::table!("../data/names.tsv")) {
        for (i, c) in name.char_indices().filter(|&(_, c)| number::is_chinese(c)) {
            let numeral = numerals.add(u64::from(c));
            if numeral == names.len() {
                names.push(Vec::new());
            }
            names[numeral].push(name.split_at(i));
        }
    }
    (numerals, names)
});

/// The year that words begin with, 2022年 or 2022年度, and the words behind it.
pub fn leading_year(words: &str) -> Option<(u16, &str)> {
    let (digits, rest) = words.split_at_checked("2022".len())?;
    let rest = rest.strip_prefix("年度").or(rest.strip_prefix('年'))?;
    Some((digits.parse().ok().filter(|_| is_year(digits))?, rest))
}

/// How many bytes at the start of `rest` are a day, a year, a code: nothing that counts.
pub fn arabic(before: &str, rest: &str) -> Option<usize> {
    let run = |from: usize| rest[from..].bytes().take_while(u8::is_ascii_digit).count();
    let digits = run(0);
    // 202303-00026
    if digits > 1 && rest.starts_with('0') && before.ends_with('-') {
        return Some(digits);
    }
    let after = &rest[digits..];
    let first = after.chars().next()?;
    match first {
        '年' | '月' | '号' | '时' | '点' | '届' | '版' | '级' | '°' | '代' | '线' | '度' => {
            return Some(digits);
        }
        // K12+300; not 8000+份
        '+' if run(digits + 1) > 0 => return Some(digits),
        '路' if !ends(before, "监控 探头 视频 摄像头 画面 镜头") => return Some(digits),
        '日' if !after.starts_with("日内") => return Some(digits),
        '·' | '/' | ':' if run(digits + first.len_utf8()) > 0 && number::decimal_point(after).is_none() => {
            let day = digits + first.len_utf8() + run(digits + first.len_utf8());
            let rest =
                rest[day..].strip_prefix(first).map_or(0, |_| first.len_utf8() + run(day + first.len_utf8()));
            return Some(day + rest);
        }
        c if c.is_ascii_alphabetic()
            && !crate::quantity::unit::unit(after).is_some_and(|u| u.surface.is_ascii()) =>
        {
            return Some(digits);
        }
        _ => {}
    }
    // 2021-2025年, 2022-03-24, 5月-7月; 6、7月
    let dashes = after.without_first("-~至到、和");
    let dash = after.len() - dashes.len();
    if dash > 0 {
        let next = run(digits + dash);
        let behind = &rest[digits + dash + next..];
        let years = digits == 4 && next == 4 && is_year(&rest[..digits]);
        if next > 0 && (years || behind.begins_with_any("年月日号时-届版级")) {
            return Some(digits + dash + next);
        }
    }
    // 12.4国家宪法日, (2021) and the like have no unit; a bracketed year does: [2021]33号
    let bracketed = before.ends_with('[') || before.ends_with('(');
    (bracketed && digits == 4 && after.begins_with_any("])")).then_some(digits)
}

/// How many bytes at the start of `rest` belong to a name or an idiom.
pub fn chinese(before: &str, rest: &str) -> Option<usize> {
    let (numerals, names) = &*NAMES;
    let numeral = numerals.get(u64::from(rest.chars().next()?))?;
    let name = names[numeral].iter().find(|(head, tail)| before.ends_with(head) && rest.starts_with(tail));
    name.map(|(_, tail)| tail.len())
}

/// Whether N成 is a share: not 成立, 成果, 成员.
pub fn is_tenth(after: &str) -> bool {
    !after.begins_with_any("立功果员本长为熟效绩分品人就型套片群了体都交")
}

/// Whether digits are a year of our time.
#[must_use]
pub fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// Whether a bare number is a code: 编号, 电话, 12345.
pub fn is_numbering(before: &str, digits: &str) -> bool {
    const CODES: &str = "号 电话 热线 邮编 编码 代码 第 拨打 年 附件 表 图 版本 热线: \
        电话: 号: 编码: QQ 微信 访问量: 浏览量: 浏览次数: 点击数: 点击: 阅读: 次数:";
    let hotline = digits.len() == 5 && (digits.starts_with("12") || digits.starts_with('9'));
    hotline || digits.starts_with('0') && digits.len() > 1 || ends(before, CODES)
}

/// Whether a bare number is named as one: 办结数为415, 受理总数:427.
pub fn is_number_of(before: &str) -> bool {
    let before = before.without_last(": ");
    let before = ["分别为", "为", "达到", "达", "是", "约", "超", "近", "有", "约为", "共", "已有"]
        .iter()
        .find_map(|w| before.strip_suffix(w))
        .unwrap_or(before);
    let before = before.strip_suffix(')').and_then(|b| b.rsplit_once('(')).map_or(before, |(b, _)| b);
    ends(before, "数 数量 总量 总数 人数 件数")
}

/// Whether a share behind a bare number, or the noun before it, makes it a count: 行政处罚2100,占33.9%; 审结案件4696,….
pub fn has_share(before: &str, after: &str) -> bool {
    ends_in_word(before) && starts(after, ",占 (占 ,约占") || ends(before, "案件 申请 工单 纠纷 诉求")
}

/// Whether words right before a number bound it, as nothing but a number is bounded.
pub fn is_bounded(before: &str) -> bool {
    ends(before, "超 超过 突破 近 逾 达 达到 上")
}

/// Whether the words before make what follows a share: 占, 不到, 近.
pub fn is_share(before: &str) -> bool {
    ends(before, "占 不到 近 超过 不足 约 达到 到 过 约占 已占")
}

/// Whether a scaled number without classifier counts people: 52万粉丝.
pub fn counts_people(after: &str) -> bool {
    starts(
        after,
        "粉丝 群众 居民 市民 人口 用户 师生 学生 农民 职工 村民 党员 以上 左右 企业 干部 网民 读者 家庭 执法人员 工作人员 律师 网格员 志愿者",
    )
}

/// Whether the cell behind a row's first number holds words: then the number only counts the rows.
pub fn opens_row(after: &str) -> bool {
    let cell = after.trim_start_matches('\t').split('\t').next().unwrap_or_default();
    cell.starts_with(is_ideograph) && cell.chars().count() > 2
}

/// 二〇二一: the year in Chinese digits that words end with, and where it begins.
#[must_use]
pub fn chinese_year(words: &str) -> Option<(usize, u16)> {
    let (mut start, mut year, mut power) = (words.len(), 0, 1);
    for c in words.chars().rev().take(4) {
        let nought = matches!(c, '零' | '○');
        let digit = "〇一二三四五六七八九".chars().position(|d| d == c || d == '〇' && nought)?;
        (start, year, power) = (start - c.len_utf8(), year + digit * power, power * 10);
    }
    (1980..2100).contains(&year).then_some((start, year as u16))
}

/// Whether a cell that looks like a year is the one number of its row: 市直单位, 2015.
pub fn is_only_number(before: &str, after: &str) -> bool {
    const HEADS: &str = "年份 年度 年 项目 指标 类别 类型 地区 名称 事项 内容 时间";
    let head = before.split('\t').find(|cell| !cell.is_empty()).unwrap_or_default();
    let told = head.chars().nth(1).is_some() && !ends(head, HEADS) && head.chars().all(is_ideograph);
    told && !before.split('\t').chain(after.split('\t')).any(is_year)
}

/// Whether the cells around hold numbers that are no years; a few of them tell.
pub fn is_among_numbers(before: &str, after: &str) -> bool {
    const NEAR: usize = 6;
    let near = before.rsplit('\t').take(NEAR).chain(after.split('\t').take(NEAR));
    let number = |cell: &&str| !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    near.filter(number).filter(|cell| !is_year(cell)).nth(1).is_some()
}

/// Whether the last character is an ideograph.
pub fn ends_in_word(before: &str) -> bool {
    before.chars().next_back().is_some_and(is_ideograph)
}

/// Whether a duration is a time limit that was reached: 压缩至3个工作日, 提速5天.
pub fn is_time_limit(before: &str, after: &str) -> bool {
    static RESULT: Words = Words::new(
        "控制在 压缩 缩短 压减 提速 缩减 减少 用时 耗时 最快 人均 时限 期限 周期 提前 办结时间 办理时间 时间由 减至 \
         审批时间 时长 时效 天数 到场时间 响应时间 处置时间 平均时间 审理时间 压到 缩到 减到 压至 缩至",
    );
    let clause = before.behind_any(",。;、");
    let next = &after[..after.first_of(",。;").unwrap_or(after.len())];
    // 平均4.5个工作日办结
    const MEAN: &str = "平均 平均为 平均是 平均审理 平均办理 平均办案 平均结案 平均办结 平均处置";
    static BEHIND: Words = Words::new("压缩 缩短 压减 减至 降至 压到 降到 减到 缩到 缩至 压至");
    RESULT.stand_in(clause) || ends(clause, MEAN) || BEHIND.stand_in(next)
}

/// Whether number and unit are a name or an ordinal, by what stands around them.
pub fn is_name(before: &str, quantity: &str, after: &str) -> bool {
    // 二十届三中全会, 十九届六次全会
    let session = after.starts_with("会议") && before.has('届');
    if session || after.starts_with("全会") || after.starts_with("全体会议") || before.ends_with("届")
    {
        return true;
    }
    // 二期应用, 平台二期
    if quantity.ends_with('期') && quantity.chars().count() == 2 {
        const PHASED: &str = "工程 项目 应用 建设 平台 系统 改造 园 园区 大脑 中心 小区";
        if starts(after, PHASED) || ends(before, PHASED) {
            return true;
        }
    }
    // 一类占88.5%,二类占11.5%: kinds by their number.
    if quantity.ends_with('类') && quantity.chars().count() == 2 && starts(after, "占 的占 及以上 以上")
    {
        return true;
    }
    // 一类驿站、二类驿站和三类驿站; as a count it would be 两类.
    if quantity == "二类" || matches!(quantity, "三类" | "四类") && before.holds("二类") {
        return true;
    }
    // 如表1所示
    if quantity.ends_with('所') && ends(before, "表 图") {
        return true;
    }
    // 已满14周岁不满16周岁的人, 60岁以上老人: whom it is about.
    if quantity.ends_with('岁') && (ends(before, "满 过") || starts(after, "以上 以下 的 至 及以上 及以下"))
    {
        return true;
    }
    // 第3页共6页
    if quantity.ends_with('页')
        && (before.ends_with('第') || ends(before.trim_end(), "页共 页,共 页 共 页/共"))
    {
        return true;
    }
    // 前两位, 浏览次数:1386次
    let ranked = before.ends_with('前') && quantity.ends_with_any("位名个类项");
    const COUNTER: &str = "浏览次数: 点击数: 点击次数: 访问次数: 访问量: 阅读次数: 浏览量: 点击量: 阅读: 浏览: 点击: 访问: 阅读量:";
    let before_count = before.trim_end();
    ranked || before_count.ends_with(':') && ends(before_count, COUNTER) || quoted(before, quantity, after)
}

/// Whether a short quotation holds the quantity: “四个亲自”, “两轻一免”.
fn quoted(before: &str, quantity: &str, after: &str) -> bool {
    const SHORT: usize = 10;
    let is_quote = |&(_, c): &(usize, char)| matches!(c, '“' | '”' | '"');
    let Some(open) = before.char_indices().rev().take(SHORT).find(is_quote) else { return false };
    let Some((close, _)) = after.char_indices().take(SHORT).find(is_quote) else { return false };
    let inside =
        before[open.0..].chars().count() - 1 + quantity.chars().count() + after[..close].chars().count();
    // A straight mark opens where it is an odd one.
    let straight = open.1 == '"' && before.matches('"').count() % 2 == 1;
    (open.1 == '“' || straight) && after[close..].begins_with_any("”\"") && inside <= SHORT
}
