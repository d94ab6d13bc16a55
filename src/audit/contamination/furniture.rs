//! Lines and clauses of the page around the report that stand inside it.

use std::ops::Range;

use memchr::memchr;

use crate::audit::case::Case;
use crate::audit::contamination::slip;
use crate::audit::slip::Found;
use crate::audit::{Fix, Severity};
use crate::words::{Stretch, Words};

const SAYS: [&str; 2] = [
    "“$0”是网页上的文字，不属于报告，建议删去。",
    "“$0” belongs to the page, not to the report; it should go.",
];

/// Words that only a page has, not a report.
static FURNITURE: Words = Words::new(
    "当前位置 您所在的位置 您现在的位置 所在位置 浏览次数 访问次数 访问量 点击数 点击量 阅读次数 字体: 字号: \
     打印本页 关闭窗口 分享到 上一篇 下一篇 责任编辑 信息来源 发布时间: 发布日期: 索引号 扫一扫 返回顶部 版权所有 \
     网站地图 正文复制 公文素材 更多素材 微信扫码 点击查看 作者:",
);
/// How clauses of a page begin, in the middle of a paragraph.
const CLAUSES: &str = "微信号: QQ群: 字号:[大 字体:[大 字体:大 浏览次数: 点击数: 分享到: 扫一扫在手机 打印本页 \
                       关闭窗口 责任编辑: 更多范文 更多写作 更多公文 更多精彩 更多材料请 请关注微信公众号 请关注公众号 \
                       本文来自 本文来源 转载请注明 免责声明:";
/// How the way to a page begins.
const WAY: &str = "首页>";
/// A quick no for most paragraphs: how all of these begin but a group of QQ.
static OPENS: Words = Words::new(
    "【 更多 请关注 本文来 转载 免责 微信号 字号 字体 浏览 点击 分享 扫一扫 打印 关闭 责任编辑 首页>",
);
/// Words of advertisers.
static ADVERTISER: Words = Words::new("微信 公众号 更多 本文来 转载 免责");
/// Bytes of the longest line of a page.
const LINE: usize = 240;

pub fn check(case: &Case, found: &mut Found) {
    let text = &case.reading.text;
    let body = |place: &Range<usize>| case.words(place.clone()).ends_with('。');
    let first = text.paragraphs.iter().position(body);
    let last = text.paragraphs.iter().rposition(body);
    let (Some(first), Some(last)) = (first, last) else { return };
    let heading = case.outline().places.first().map_or(usize::MAX, |place| place.start);
    let top = heading.min(text.paragraphs[first].start);
    for (i, paragraph) in text.paragraphs.iter().enumerate() {
        let words = case.words(paragraph.clone());
        let line = first < i && i < last && words.len() <= LINE && !words.ends_with('。');
        let place = if line && is_furniture(words) { Some(0..words.len()) } else { put_in(words) };
        // Above the text and below it a page has its own lines: only an advertiser's are foreign there.
        let inside = i <= last && paragraph.end > top;
        let foreign = |place: &Range<usize>| inside || ADVERTISER.stand_in(&words[place.clone()]);
        if let Some(place) = place.filter(foreign) {
            let place = paragraph.start + place.start..paragraph.start + place.end;
            let fix = Fix { span: text.span(place.clone()), text: String::new() };
            let mut slip = slip(case, place, SAYS, Some(fix));
            slip.severity = Some(Severity::Note);
            found.slip(slip);
        }
    }
}

fn is_furniture(words: &str) -> bool {
    FURNITURE.stand_in(words) || words.holds("ICP备")
}

/// 【打印本页】, an advertiser's address or a page's clause in the middle of a paragraph.
fn put_in(words: &str) -> Option<Range<usize>> {
    if !OPENS.stand_in(words) && memchr(b'Q', words.as_bytes()).is_none() {
        return None;
    }
    for (start, _) in words.match_indices('【') {
        let Some(len) = words[start..].find('】') else { break };
        let inner = &words[start..start + len];
        if is_furniture(inner) || inner.holds("微信") || inner.holds("QQ") {
            return Some(start..start + len + '】'.len_utf8());
        }
    }
    // 首页>>新闻中心>>正文: the way to the page.
    if let Some(at) = words.place_of(WAY) {
        let end = words.rfind('>').map_or(words.len(), |last| last + 1);
        let end = end + if words[end..].starts_with("正文") { "正文".len() } else { 0 };
        return Some(at..end);
    }
    let (at, len) = CLAUSES.split(' ').filter_map(|w| words.place_of(w).map(|at| (at, w.len()))).min()?;
    let behind = &words[at + len..];
    let stop = behind.first_of("。,;】").unwrap_or(behind.len());
    // 请关注微信公众号“某某文稿”区政府常务会议…: behind the name the report goes on.
    let name = behind[..stop].find('”').map(|at| at + '”'.len_utf8());
    Some(at..at + len + name.unwrap_or(stop))
}
