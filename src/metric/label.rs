//! Labels: the words that say what is measured, on which a table row can stand.

use std::borrow::Cow;
use std::ops::Range;

use std::sync::LazyLock;

use crate::fold::is_letter;
use crate::mark::{Mark, MarkKind, is_bullet, mark};
use crate::metric::cue::{Hit, TABLE};
use crate::metric::frame::Frame;
use crate::quantity::leading_year;
use crate::words::{Ends, Stretch, Words, any_first, ends, starts};

/// Words that open a segment and say nothing of what is measured.
const OPENING: &str = "其中 包括 含 共计 累计 共 全年 年内 年底 年初 今年以来 今年 本年度 本年 当年 目前 截至目前 截至年底 截止目前 \
    截至 先后 分别 另外 另有 另 还有 还 并 且 以及 和 及 与 或 当中 之中 同时 已经 已 均 都 现有 现 有 以上 以下 及以上 为 对 将 把 在 \
    从 由 按 以 的 了 全部 全区 全县 全市 全镇 全局 全街道 我区 我县 我市 我镇 我局 区级 县级 是 则 也 又 、 \
    / “ ” ( ) 一年来 期间 仅 但 但是 而且 一是 二是 三是 四是 五是 六是 七是";

/// Words that close a segment and say nothing of what is measured.
const CLOSING: &str = "其中 共计 累计 合计 总计 共有 共 计 达到了 达到 达 为 分别为 分别 依次为 依次 的有 尚有 仍有 还有 另有 有 的 了 约 近 超过 \
    超 突破 逾 不少于 不低于 不超过 至少 是 仅 只有 均 都 各 至 到 在 已 高于 低于 不足 于 占 由 从 高达 \
    多达 将近 接近 一共 包括 也占到 保持在 稳定在 控制在 保持 就 “ ” 、 ( :";

/// Characters that make a word of the closing 约, 达, 为, 有 or 共: 签约, 传达, 行为, 公有.
const OTHER_WORD: &[(&str, &str)] = &[
    ("约", "规公民签解合预特条节履违"),
    ("达", "送直到下转抵传表"),
    ("为", "行作认成"),
    ("有", "国所持享没私实"),
    ("共", "公"),
    ("计", "审统会设估"),
    ("在", "存现所"),
    ("近", "附最"),
    ("至", "甚乃"),
    ("均", "平人日月年户案"),
    ("占", "侵抢强挪挤独乱"),
    ("到", "报签受"),
    ("就", "成"),
    ("由", "自理事"),
    ("从", "服随"),
    ("保持", "土"),
];

static OPENINGS: LazyLock<Ends> = LazyLock::new(|| Ends::of(OPENING));
static CLOSINGS: LazyLock<Ends> = LazyLock::new(|| Ends::of(CLOSING));
static BEGINNINGS: LazyLock<Ends> = LazyLock::new(|| Ends::of(BEGINS));
static RELATINGS: LazyLock<Ends> = LazyLock::new(|| {
    Ends::new([RELATING, OPENING, CLOSING].into_iter().flat_map(|words| words.split(' ')).collect())
});

/// What remains of a segment without the words that say nothing.
pub fn core(folded: &str, segment: Range<usize>) -> Range<usize> {
    let mut core = trim_start(folded, segment);
    while let Some(word) = CLOSINGS.at_end(&folded[core.clone()]) {
        let rest = &folded[core.start..core.end - word.len()];
        let other = OTHER_WORD.iter().find(|(closing, _)| *closing == word);
        // 培养“法律明白人”: a quotation that the words hold whole.
        let quoted = word == "”" && rest.has('“');
        if quoted || other.is_some_and(|(_, chars)| rest.ends_with_any(chars)) {
            break;
        }
        core.end -= word.len();
    }
    core
}

fn trim_start(folded: &str, mut core: Range<usize>) -> Range<usize> {
    core.start = core.end - folded[core.clone()].trim_start_matches(is_bullet).len();
    // ②修改2件, 1.引进项目3个, (一)“一网通办”率: an item of a list.
    let words = &folded[core.clone()];
    let marked = |mark: &Mark| {
        let bracketed = matches!(mark.kind, MarkKind::ChineseInBrackets | MarkKind::Circled);
        bracketed || mark.kind > MarkKind::Section && words[mark.len..].starts_with(is_letter)
    };
    let mark = mark(words).filter(marked);
    core.start += mark.map_or(0, |mark| mark.len);
    while let Some(word) = OPENINGS.at_start(&folded[core.clone()]) {
        // “一网通办”率: a quotation that is closed before the end.
        let quotes = word == "“" && folded[core.clone()].trim_end_matches('”').has('”');
        // A single character may begin a word: 有效差评, 对象, 以案释法.
        if quotes || word.chars().count() == 1 && BEGINNINGS.at_start(&folded[core.clone()]).is_some() {
            break;
        }
        // 市级24件、县级62件: the level is all that tells the part.
        if word.len() == core.len() && word.ends_with('级') {
            break;
        }
        core.start += word.len();
    }
    // 2024年开展讲座4场: the year is told elsewhere.
    let behind = leading_year(&folded[core.clone()]).map(|(_, rest)| rest);
    let told = behind.filter(|rest| rest.chars().nth(1).is_some() && !rest.begins_with_any("至的同"));
    match told {
        // 2021年以来一共培养96名
        Some(rest) => {
            trim_start(folded, core.end - rest.strip_prefix("以来").unwrap_or(rest).len()..core.end)
        }
        None => core,
    }
}

/// Words that begin like an opening word.
const BEGINS: &str = "含金量 含量 含税 有效 有关 有责 对象 对口 对接 以案 以上 现场 现行 现代 在册 在编 在岗 在职 在线 在矫 在校 由于 并处 并轨 为民 \
    从轻 从业 按时 按期 与会 及格 及时 及早 和解 和谐 还款 还贷 还建 均衡 均值 是否 为农 为企 在建 在押 从严 从重 \
    有序 有奖 有偿 有力 有机 有害 有毒 有色 有线 有限 有影响 有罪 按照 按日 对比 对账 对外 已决 现金 现存 现职 共享 共建 共治 共同 并联 并案 都市 将来 由市 \
    从事 以内 以来";

/// Words that only say how a figure relates to another.
const RELATING: &str = "占 占比 比例 同比 环比 增长 下降 上升 减少 增加 提高 提升 降低 回落 增幅 降幅 升幅 比上年 较上年 上年 \
    去年 去年同期 上年同期 同期 同口径 均值 相比 比 较 增 降 多 少 净增 比去年 较去年 同上年 与上年 件 案件 总数 数量";

/// Whether words say nothing but how the figure relates to another one.
pub fn is_relating(mut words: &str) -> bool {
    while !words.is_empty() {
        let digits = words.without_digits();
        // A year relates, too: 2021年.
        let year = digits.strip_prefix('年').filter(|_| digits.len() < words.len());
        let rest = RELATINGS.at_start(words).map(|word| &words[word.len()..]);
        let Some(rest) = rest.or(year) else { return false };
        words = rest;
    }
    true
}

/// The place of the words that name what a frame's quantity measures: label, and action before it.
pub fn local(folded: &str, frame: &Frame) -> (Range<usize>, Option<Range<usize>>) {
    if let Some(name) = &frame.name {
        // 合计 says all there is to say of a table's column.
        let words = core(folded, name.clone());
        let words = if words.is_empty() { name.clone() } else { words };
        // (二)部分公开(区分处理的,只计这一情形): a long note is no part of a head.
        return (last_words(folded, without_note(folded, words), LONGEST), None);
    }
    let before = without_note(folded, core(folded, frame.before.clone()));
    let after = core(folded, noun(folded, frame.after.clone()));
    let words = &folded[after.clone()];
    if let Some((action, name)) = listed(folded, &before).filter(|_| after.is_empty()) {
        return (name, Some(action));
    }
    if after.is_empty() || words == "内" || is_passive(words) || is_relating(words) && !before.is_empty() {
        return (last_words(folded, before, LONGEST), None);
    }
    if before.is_empty() {
        return (first_words(folded, after, LONGEST), None);
    }
    // 通过率95.6%三是深化普法: the rate is told, and what lost its stop is not.
    if ends(&folded[before.clone()], "率 满意度 占比") {
        return (last_words(folded, before, LONGEST), None);
    }
    let after = first_words(folded, after, LONGEST_BEHIND);
    (after, Some(last_words(folded, before, LONGEST)))
}

/// The verb and the noun around a long list of examples: 主动公开|行政处罚、财政预决算等|政府信息.
fn listed(folded: &str, before: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let words = &folded[before.clone()];
    let at = words.rfind('等').filter(|&at| words[..at].has('、'))?;
    let name = before.start + at + '等'.len_utf8()..before.end;
    let length = folded[name.clone()].chars().count();
    let long = words.chars().nth(LONGEST).is_some() && (2..=LISTED).contains(&length);
    let verb = any_first(words, "主动公开 公开 发布 推送 受理 查处 审查 化解 调处 排查")?;
    long.then(|| (before.start..before.start + verb, name))
}

/// The most characters of a noun behind a list of examples.
const LISTED: usize = 8;

/// A name without the note behind it, where both are too long: 直接纠错(包括撤销、确认违法、变更和责令履行).
fn without_note(folded: &str, name: Range<usize>) -> Range<usize> {
    let words = &folded[name.clone()];
    let note = words.rfind('(').filter(|&at| words.ends_with(')') && at >= "纠错".len());
    let long = words.chars().nth(LONGEST).is_some();
    note.filter(|_| long).map_or(name.clone(), |at| name.start..name.start + at)
}

/// The words of the clause before a figure's own, where no figure stands in it: 公布许可事项清单,共298项.
pub fn clause_before(folded: &str, frame: &Frame) -> Option<Range<usize>> {
    if frame.before.start != frame.clause.start {
        return None;
    }
    let words = folded[frame.reach..frame.clause.start].strip_suffix([',', ':'])?;
    let start =
        words.last_of(",。;:、)").map_or(0, |at| at + words[at..].chars().next().map_or(0, char::len_utf8));
    let end = frame.reach + words.len();
    let place = core(folded, frame.reach + start..end);
    let told = &folded[place.clone()];
    (!told.is_empty() && !told.has_digit()).then(|| last_words(folded, place, LONGEST))
}

/// The name before the bracket that holds nothing but a figure: 天津(68.22%).
pub fn before_bracket(folded: &str, frame: &Frame) -> Option<Range<usize>> {
    let open = frame.bracket.filter(|open| open + 1 == frame.before.end)?;
    let words = &folded[frame.reach..open];
    let behind = |at: usize| at + words[at..].chars().next().map_or(0, char::len_utf8);
    let start = words.last_of("、,。;:)").map_or(0, behind);
    // 火灾起数较2021年(265起)
    let compared = words[start..].last_of("较比").filter(|&at| at > 0);
    let end =
        compared.filter(|&at| is_relating(&words[start + at..])).map_or(open, |at| frame.reach + start + at);
    let place = core(folded, frame.reach + start..end);
    let name = &folded[place.clone()];
    let last = name.last_of("有为").map_or(0, |at| at + '有'.len_utf8());
    let plain = !name.is_empty() && !name.has_digit();
    plain.then(|| last_words(folded, place.start + last..place.end, LONGEST))
}

/// The most characters of a label, and of one behind an action.
const LONGEST: usize = 18;
const LONGEST_BEHIND: usize = 12;

/// Words behind a figure that only bound it.
fn noun(folded: &str, after: Range<usize>) -> Range<usize> {
    const BOUNDS: &str = "以上 以内 以下 左右 上下 及以上 有余 之内";
    let words = &folded[after.clone()];
    // 受理的126件中, 279件当中邻里纠纷…: no noun.
    let among = words.strip_prefix('当').unwrap_or(words).strip_prefix('中');
    if among.is_some_and(|behind| !starts(behind, MIDDLE)) {
        return after.start..after.start;
    }
    let skip = any_first(words, BOUNDS).unwrap_or(0);
    let start = after.start + skip;
    // A label is no longer than this.
    let near = words[skip..].char_indices().nth(LONGEST_BEHIND).map_or(words.len(), |(at, _)| skip + at);
    start..predicate(&words[skip..near]).map_or(after.end, |at| start + at)
}

/// Where a noun ends because its predicate begins: 34个部门|共保留, 89所中小学|聘请.
fn predicate(words: &str) -> Option<usize> {
    static VERBS: Words = Words::new(
        "共保留 共有 均已 均由 均经 均在 均为 都已 都由 都经 都在 都有 已 全部 聘请 聘任 配备 加上 建立 开展 签订 设立 组建 举办 制定 印发 出台 选派 悬挂 走访 全年 年内 累计 先后 每年 每月 巡回 查出 坐班 入驻 进驻 派驻 下沉 承担 担任 兼任 提供 参与 深度参与 登门 帮助 上门 协助",
    );
    // 5个尚未配备审核人员: there the verb is what is counted.
    let lacks = starts(words, "尚未 未 没有 仍未 还未 还没");
    let verb = VERBS.first_in(words).filter(|&at| at >= "部门".len() && !lacks);
    // 61个网格中兼职网格员偏多, 15个乡镇的权责清单
    let among = among(words).filter(|&at| at + "中".len() < words.len());
    let theirs = words.find('的').filter(|&at| is_body(words) && at >= "部门".len());
    [verb, among, theirs].into_iter().flatten().min()
}

/// Where 中 stands that makes what a noun counts the whole of what follows: 社区中创成省级3个.
pub fn among(words: &str) -> Option<usize> {
    words.find('中').filter(|&at| {
        at >= "网格".len()
            && !starts(&words[at + "中".len()..], MIDDLE)
            && !ends(&words[..at], "其 集 当 空 高 初")
    })
}

/// What goes on with a word that 中 begins: 中心, 中小学.
pub const MIDDLE: &str = "心 小 学 队 介 医 央 层 级 院 国 型 期 标 共 华 药 转 坝 试 高 区 外";

/// Whether the words behind a figure begin with bodies that it counts.
pub fn is_body(after: &str) -> bool {
    static BODIES: Words = Words::new(
        "部门 地市 市州 单位 乡镇 街道 镇街 镇(街) 社区 村 企业 学校 中小学 机关 县(市、区) 县区 区县 局 商会",
    );
    let near = after.char_indices().nth(BODY).map_or(after, |(end, _)| &after[..end]);
    BODIES.stand_in(near)
}

/// The most characters of such a noun.
const BODY: usize = 7;

/// Whether what follows a figure is no noun that it counts.
fn is_passive(words: &str) -> bool {
    const FOLLOWING: &str = "用于 进行 全部 均 居 位居 并 以 等 得到 已 的 精简 压缩 压减 缩短 整合 增至 增加 减少 减至 降 升 \
        提高 提升 扩展 扩大 上升 下降 压到 增长 调整 归并 涨";
    starts(words, FOLLOWING)
}

/// The first words of a stretch, `most` characters of it at most, broken where words may break.
fn first_words(folded: &str, stretch: Range<usize>, most: usize) -> Range<usize> {
    let words = &folded[stretch.clone()];
    let Some((end, _)) = words.char_indices().nth(most) else { return core(folded, stretch) };
    // A bracket that is not closed soon is left out, and so is what is left of a word.
    let open = words[..end].rfind('(').filter(|&open| open > 0 && !words[open..end].has(')'));
    let last = || table_words(&words[..end]).map(|word| word.end).filter(|&at| end / 2 < at).max();
    let end = open.or_else(last).unwrap_or(end);
    core(folded, stretch.start..stretch.start + end)
}

/// The last words of a stretch, broken behind a mark or a word that joins where one is near, else before a word.
fn last_words(folded: &str, stretch: Range<usize>, most: usize) -> Range<usize> {
    let words = &folded[stretch.clone()];
    let start = shortest_start(words, most);
    if start == 0 { stretch } else { core(folded, stretch.start + start..stretch.end) }
}

/// Where words begin of which only the last so many characters are kept.
fn shortest_start(words: &str, most: usize) -> usize {
    let Some((from, _)) = words.char_indices().rev().nth(most - 1).filter(|&(from, _)| from > 0) else {
        return 0;
    };
    let half = from + (words.len() - from) / 2;
    let near = &words[from..];
    let behind = |at: usize| at + words[at..].chars().next().map_or(0, char::len_utf8);
    // 《…调查评估规定》等长效机制: no half of a title or a quotation.
    for (open, close) in [('《', '》'), ('“', '”')] {
        let opened = words[..from].rfind(open).is_some_and(|at| !words[at..from].has(close));
        let behind_it = near.find(close).map(|at| behind(from + at)).filter(|_| opened);
        if let Some(at) = behind_it.filter(|&at| words[at..].chars().nth(1).is_some()) {
            return at;
        }
    }
    let mark = near.first_of("、的”》)").map(|at| from + at);
    // 审批局和综合行政执法局…, but no 和解; 结果2019年任务: behind a joint, and where a number begins.
    let joint = || {
        let mut chars = near.char_indices().map(|(at, c)| (from + at, c)).take_while(|&(at, _)| at < half);
        let at = chars.find(|&(at, c)| {
            let joins = c == '和' && !starts(&words[at..], "和解 和谐 和睦 和平");
            joins || at > from && c.is_ascii_digit() && words[..at].ends_with(is_letter)
        });
        at.map(|(at, c)| if c == '和' { behind(at) } else { at })
    };
    let word = || table_words(near).map(|word| from + word.start).filter(|&at| at < half).min();
    // 2024年新受理…: no half of a number, and no 年 without it.
    let number = || {
        let inside = words[..from].ends_with(is_alphanumeric) && near.starts_with(is_alphanumeric);
        let rest = if inside { near.trim_start_matches(is_alphanumeric) } else { near };
        let rest = if inside { rest.without_first("年月日") } else { rest };
        words.len() - rest.len()
    };
    mark.filter(|&at| at < half).map(behind).or_else(joint).or_else(word).unwrap_or_else(number)
}

fn is_alphanumeric(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// Where words of the table of cues stand: so much is known of where words begin and end.
fn table_words(words: &str) -> impl Iterator<Item = Range<usize>> {
    let mut hits = Vec::new();
    TABLE.find(words, 0..words.len(), &mut hits);
    hits.into_iter().map(Hit::place)
}

/// The most characters of subject, action and label together.
const LONGEST_NAME: usize = 30;

/// The last words of a subject, as many as leave room for the figure's own.
pub fn shortened<'a>(words: &Cow<'a, str>, own: &str) -> Cow<'a, str> {
    let room = LONGEST_NAME.saturating_sub(own.chars().count()).clamp(1, LONGEST);
    let from = shortest_start(words, room);
    match *words {
        Cow::Borrowed(words) => Cow::Borrowed(&words[from..]),
        Cow::Owned(ref words) => Cow::Owned(words[from..].to_owned()),
    }
}
