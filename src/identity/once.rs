//! The place of an excerpt that names it only once: where it stands as who acts.

use std::ops::Range;

use crate::identity::Level;
use crate::identity::name::{body, ending, leading_place, skipped};
use crate::identity::region::{OPENING, RUNNING};
use crate::quantity::leading_year;
use crate::words::{Stretch, Words, ends, starts};

/// The place that opens a clause as who acts there, in an excerpt that names it no second time: 巧家县以….
/// None where another opens one as well, unless it lies around the first.
pub fn named_once(folded: &str) -> Option<(Range<usize>, Level)> {
    let text = &folded[..folded.floor_char_boundary(OPENING)];
    let mut first: Option<(Range<usize>, Level)> = None;
    for (at, _) in text.char_indices() {
        if at > 0 && !ends(&text[..at], "。 , ; : ) \n") {
            continue;
        }
        let start = at + skipped(&text[at..]);
        let Some((place, level)) = leading_place(&text[start..]) else { continue };
        let place = start + place.start..start + place.end;
        if !acts(text, &place, level) {
            continue;
        }
        match &first {
            None => first = Some((place, level)),
            Some((known, of)) if text[known.clone()] != text[place.clone()] && depth(level) >= depth(*of) => {
                return None;
            }
            Some(_) => {}
        }
    }
    first
}

/// Whether a name at the start of a clause is a place's own, and what stands behind says that it acts there.
fn acts(text: &str, place: &Range<usize>, level: Level) -> bool {
    // 审查区政府…, 赴柳溪县…: verbs, and a place in passing.
    static NO_STEM: Words = Words::new(
        "结合 承担 赴 到 向 按 据 受 被 请 经 由 是 某 其 及 诉 报 组织 联合 配合 通过 参 协助 审查 办 主持 召开 落实 \
         执行 出台 印发 制定 推 支持 接受 会同 聘请 学习 指导 督促 监督 代 服务 依托 根据 围绕 完成 提 征求 \
         处理 以 于 分为 听取 收到 涉及 获 委托 要求 维持 加强 强化 优化 完善 规范 健全 实施 开展 带头 列席",
    );
    let (name, behind) = (&text[place.clone()], &text[place.end..]);
    let Some((ending, _)) = ending(name) else { return false };
    let stem = &name[..name.len() - ending.len()];
    // A verb comes again with other words behind it.
    let mut rest = text;
    while let Some(at) = rest.place_of(stem) {
        rest = &rest[at + stem.len()..];
        if !rest.starts_with(ending) && !starts(rest, COURTS) {
            return false;
        }
    }
    // 相山区司法局 is a place's, though 山区 is a word.
    let common = body(behind).is_none()
        && RUNNING
            .iter()
            .any(|(end, _, before)| ending.starts_with(*end) && before.holds(&stem[stem.len() - 3..]));
    let year = leading_year(behind.strip_prefix('于').unwrap_or(behind)).is_some();
    let means = starts(behind, "以") && !starts(behind, "以上 以下 以来 以外 以内");
    let longest = match level {
        _ if ending.starts_with("自治") => 9,
        Level::Township => 4,
        _ => 3,
    };
    (2..=longest).contains(&stem.chars().count())
        && !common
        && !NO_STEM.stand_in(stem)
        && (year
            || means
            || starts(behind, OPENS)
            || body(behind).is_some()
            || starts(behind, COURTS)
            || starts(behind, COUNTS)
            || place.start == skipped(text) && starts(behind, TITLED))
}

/// The courts of a place, also by their short names.
const COURTS: &str = "人民法院 中级人民法院 法院 中院 人民检察院 检察院";
/// How the first sentence of a report goes on behind the name of the place.
const OPENS: &str = "委书记 在市委 在县委 在区委 在省委 在上级 在州委 坚持以 始终坚持 深入贯彻 深入学习 认真贯彻 认真落实 全面贯彻 紧紧围绕 \
    紧扣 牢牢把握 高度重视 切实加强 持续推进 扎实推进 深入推进 全面推进";
/// What the first line of an account goes on with behind the name of the place: 某市12345热线运行月报.
const TITLED: &str = "依法行政 法治 12345 12348 交通 行政 政务 人民调解 法律援助 法律服务 公证 生态环境 市场监管 应急 城管 信访 普法 营商 \
    上半年 下半年 前三季度 一季度 二季度 三季度 四季度 社区矫正 劳动 住房 自然资源";
/// What a place is told to have counted.
const COUNTS: &str = "受理 共受理 新收 共新收 收到 共收到 审结 立案 共立案 全年共 承接";

/// How deep a place lies inside others.
const fn depth(level: Level) -> u8 {
    match level {
        Level::Province => 0,
        Level::City => 1,
        Level::County | Level::District | Level::Zone => 2,
        Level::Township => 3,
    }
}
