//! The place of an excerpt that names it only once: where it stands as who acts.

use std::ops::Range;

use crate::identity::Level;
use crate::identity::name::{body, ending, leading_place, skipped};
use crate::identity::region::{OPENING, RUNNING};
use crate::words::{Words, starts};

/// The place that opens a clause as who acts there, in an excerpt that names it no second time: 巧家县以….
/// None where another opens one as well, unless it lies around the first.
pub fn named_once(folded: &str) -> Option<(Range<usize>, Level)> {
    let text = &folded[..folded.floor_char_boundary(OPENING)];
    let mut first: Option<(Range<usize>, Level)> = None;
    let mut from = 0;
    for clause in text.split_inclusive(['。', ',', ';', ':', '\n']) {
        let start = from + skipped(clause);
        from += clause.len();
        let Some((place, level)) = leading_place(&text[start..from]) else { continue };
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
        "赴 到 向 按 据 受 被 请 经 由 是 某 其 及 诉 报 组织 联合 配合 通过 参加 参与 协助 审查 办理 主持 \
         召开 落实 执行 出台 印发 制定 推动 支持 接受 提请 会同 聘请 学习 负责 指导 督促 监督 代表 代理 \
         服务 对接 依托 根据 针对 围绕 建立 成立 完成 提交 征求 听取 收到 承办 办结 涉及 荣获 获得 委托 \
         抽调 安排 要求 责成 撤销 维持 加强 强化 推进 优化 完善 规范 健全 实施 开展 推行 带头 列席",
    );
    let (name, behind) = (&text[place.clone()], &text[place.end..]);
    let Some(stem) = ending(name).and_then(|(ending, _)| name.strip_suffix(ending)) else { return false };
    let common =
        RUNNING.iter().any(|(_, of, before)| *of == level && before.contains(&stem[stem.len() - 3..]));
    // A verb comes again with other words behind it.
    let own = text.matches(stem).count() == text.matches(name).count();
    let year = behind.get(..4).is_some_and(crate::quantity::is_year) && starts(&behind[4..], "年");
    let means = starts(behind, "以") && !starts(behind, "以上 以下 以来 以外 以内");
    (2..=3).contains(&stem.chars().count())
        && !common
        && own
        && !NO_STEM.stand_in(stem)
        && (year || means || body(behind).is_some())
}

/// How deep a place lies inside others.
const fn depth(level: Level) -> u8 {
    match level {
        Level::Province => 0,
        Level::City => 1,
        Level::County | Level::District | Level::Zone => 2,
        Level::Township => 3,
    }
}
