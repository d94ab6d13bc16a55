//! Whose report it is, of which year: read from the text, never guessed.

mod date;
mod issuer;
mod name;
mod once;
mod region;
mod title;
mod year;

pub(crate) use year::is_of_months;

use std::ops::Range;

use serde::Serialize;

use crate::Span;
use crate::outline::Outline;
use crate::text::Text;
use crate::words::{Stretch, Words, each_word, ends, starts};

/// Whose report it is, and of which year; what the text does not tell is `null`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Identity {
    /// The title line.
    pub title: Option<Named>,
    /// The report's own place.
    pub region: Option<Region>,
    /// Who reports.
    pub issuer: Option<Named>,
    /// What kind of body reports.
    pub kind: Option<BodyKind>,
    /// The year reported on.
    pub year: Option<u16>,
    /// The day of publication.
    pub published_on: Option<PublicationDate>,
}

/// Words and where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Named {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// A place: its shortest full name and its level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Region {
    /// 海港区, not 秦皇岛市海港区.
    pub name: String,
    /// What level of place it is.
    pub level: Level,
    /// Where the name stands.
    pub span: Span,
}

/// A day and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublicationDate {
    /// `2024-02-28`.
    pub date: String,
    /// Where it stands.
    pub span: Span,
}

/// What level of place a region is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 省, 自治区, 直辖市.
    Province,
    /// 设区的市, 自治州, 盟.
    City,
    /// 市辖区.
    District,
    /// 县, 自治县, 旗, 县级市.
    County,
    /// 乡, 镇, 街道.
    Township,
    /// 新区, 开发区, 高新区.
    Zone,
}

/// What kind of body reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// A province's, city's, county's or district's government.
    Government,
    /// A bureau or commission.
    Department,
    /// A town, township or subdistrict.
    Township,
    /// Another body.
    Other,
}

impl BodyKind {
    /// Its name in tables and results.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Government => "government",
            Self::Department => "department",
            Self::Township => "township",
            Self::Other => "other",
        }
    }
}

impl Identity {
    pub(crate) fn each_span(&mut self, visit: &mut impl FnMut(&mut Span)) {
        for named in [&mut self.title, &mut self.issuer].into_iter().flatten() {
            visit(&mut named.span);
        }
        self.region.iter_mut().for_each(|region| visit(&mut region.span));
        self.published_on.iter_mut().for_each(|date| visit(&mut date.span));
    }
}

/// Reads the identity.
#[must_use]
pub fn identity(text: &Text, outline: &Outline) -> Identity {
    let title = title::title(text, outline);
    let published = date::published(text, outline);
    let issuer = issuer::issuer(text, title.clone(), published.as_ref().map(|(place, _)| place.start));
    let region = region::region(text, [title.clone(), issuer.clone()]);
    let year = year::year(text, outline, title.as_ref(), published.as_ref().map(|(_, date)| *date));
    let kind = kind(text, title.clone(), issuer.clone(), region.clone());
    let words = |place: &Range<usize>| text.words(place.clone()).into_owned();
    let named = |place: Range<usize>| Named { text: words(&place), span: text.span(place) };
    Identity {
        title: title.map(named),
        region: region.map(|(place, level)| Region { name: words(&place), level, span: text.span(place) }),
        issuer: issuer.map(named),
        kind,
        year,
        published_on: published.map(|(place, (year, month, day))| PublicationDate {
            date: format!("{year:04}-{month:02}-{day:02}"),
            span: text.span(place),
        }),
    }
}

/// What kind of body reports: told by the title and the issuer, else by the level of its place.
fn kind(
    text: &Text,
    title: Option<Range<usize>>,
    issuer: Option<Range<usize>>,
    region: Option<(Range<usize>, Level)>,
) -> Option<BodyKind> {
    static GOVERNMENTS: Words = Words::new("政府 管委会 管理委员会");
    let (untitled, township) = (title.is_none(), matches!(region, Some((_, Level::Township))));
    let by_level = if township { BodyKind::Township } else { BodyKind::Government };
    for place in [title, issuer].into_iter().flatten() {
        let own =
            region.as_ref().filter(|(region, _)| place.start <= region.start && region.end <= place.end);
        let named = own.and_then(|(region, _)| name::body(&text.folded[region.end..place.end]));
        if named.is_some_and(|body| body.ends_with('局') && name::is_department(body)) {
            return Some(BodyKind::Department);
        }
        let words = &text.folded[place];
        let behind = |(at, _): &(usize, char)| starts(&words[*at..], "1 2 二〇 关 法治");
        let body = words.char_indices().find(behind).map_or(words, |(at, _)| &words[..at]);
        if body.holds("街道办") {
            return Some(BodyKind::Township);
        }
        // 市人民政府法制办公室 was a department.
        if GOVERNMENTS.stand_in(body) && !body.holds("政府法制") {
            return Some(by_level);
        }
        if name::is_department(body) {
            // 岩桑镇综治中心 is the township's own.
            let own = township && !body.has('局');
            return Some(if own { BodyKind::Township } else { BodyKind::Department });
        }
    }
    let Some((place, _)) = region else { return own_words(&text.folded) };
    // 我局…, where no government speaks of itself.
    let speaks = |who: &str| each_word(&text.folded, who).take(2).count();
    if by_level == BodyKind::Government
        && speaks("我局") == 2
        && speaks("我县") + speaks("我区") + speaks("我市") == 0
    {
        return Some(BodyKind::Department);
    }
    // 巧家县司法局以…: told by what the place's name goes on with at the start of a clause.
    let (before, behind) = (&text.folded[..place.start], &text.folded[place.end..]);
    // 清远市清城区司法局: the wider place before it.
    let opens = before.is_empty() || ends(before, "\n , 。 : ; 将 把 省 市 州 总局");
    let department = untitled && opens && name::body(behind).is_some_and(name::is_department);
    Some(if department { BodyKind::Department } else { by_level })
}

/// What kind of body speaks of itself, in an excerpt that names no place.
fn own_words(folded: &str) -> Option<BodyKind> {
    static DEPARTMENT: Words = Words::new("我局 本局 局属 局执法 局机关");
    static TOWNSHIP: Words = Words::new("我镇 我乡 我街道 本镇 本街道");
    match (DEPARTMENT.stand_in(folded), TOWNSHIP.stand_in(folded)) {
        (true, false) => Some(BodyKind::Department),
        (false, true) => Some(BodyKind::Township),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> (Option<String>, Option<BodyKind>) {
        let text = crate::text::text(source);
        let identity = identity(&text, &crate::outline::outline(&text));
        (identity.region.map(|region| region.name), identity.kind)
    }

    #[test]
    fn a_place_named_once_at_the_start_of_a_clause_is_the_reports_own() {
        use BodyKind::{Department, Government, Township};
        for (source, name, kind) in [
            ("“七五”普法以来,柳溪县以案释法,办讲座十场。", "柳溪县", Government),
            ("今年以来,江安市松岭区政府收到建议九件。", "松岭区", Government),
            ("2021年,柳溪县司法局以考促学。", "柳溪县", Department),
            ("现把松岭市2020年度执法情况通报如下。", "松岭市", Government),
            ("柳溪县人力资源和社会保障局\n2021年服务情况", "柳溪县", Department),
            ("2024年,远江市柳城区司法局办理法律援助案件九件。", "柳城区", Department),
            ("2024年上半年,柳山区司法局办理法律援助案件九件。", "柳山区", Department),
            ("远江市长柳区教育局2021年法治政府建设情况报告", "长柳区", Department),
            ("柳溪县委农办(县农业局)2020年依法行政工作总结", "柳溪县", Department),
            ("岩柳镇综治中心2023年矛盾纠纷化解情况", "岩柳镇", Township),
            ("2025年,北和镇在市委、市政府的正确领导下推进各项工作。", "北和镇", Township),
            ("中共大马营镇委员会 大马营镇人民政府\n关于2025年法治政府建设情况的报告", "大马营镇", Township),
            ("通城镇人民政府\n2025年法治政府建设情况", "通城镇", Township),
            ("2025年,银杏大街街道在区委的领导下召开会议九次。", "银杏大街街道", Township),
            ("2003年,哈尔滨市有调解员九人,哈尔滨市调解纠纷。", "哈尔滨市", Government),
            ("现在,我代表柳溪县人民政府,向大会报告工作。", "柳溪县", Government),
            (
                "【文字解读】《中共远江市柳城区委柳城区人民政府关于2021年依法行政情况的报告》",
                "柳城区",
                Government,
            ),
            ("柳溪县开展2022年督察\n抽调九人。", "柳溪县", Government),
            ("国家税务总局柳溪县税务局2023年数据摘要\n办案九件。", "柳溪县", Department),
            ("清理结果\n对文件,柳溪县于2017年组织了清理。", "柳溪县", Government),
            ("柳溪县2021年执法情况\n我局办案九件。我局培训九次。", "柳溪县", Department),
        ] {
            assert_eq!(told(source), (Some(name.to_owned()), Some(kind)), "{source}");
        }
        let title = "柳溪县水务局二〇一七年度依法行政工作总结";
        assert_eq!(told(title).1, Some(Department));
    }

    #[test]
    fn no_place_is_invented() {
        for source in [
            "2021年,全县政府机关带头学法。",
            "今年,各区县以考促学,我市以评促改。",
            "赴松岭市司法局学习经验。",
            "去年,审查区政府合同九份。",
            "到松岭市学习,落实县政府决定。",
            "柳溪县以案释法。松岭县以考促学。",
            "2023年,群众到市走访九批。群众到市走访反映问题。",
            "某县2023年法治政府建设年度报告",
            "清理文件,分为县政府制发九件、县政府办公室制发九件。",
            "幸福社区2021年办讲座九场。",
            "为规范我市建筑市场秩序,全市建筑市场共查处案件五起。",
            "中国市场监管系统。中国市场监管部门。",
            "实现所有县区全覆盖。公共法律服务实现所有县区全覆盖。",
            "结合区司法局工作要求,共有干部持证九名。",
            "公开选聘律师事务所,承担旗政府法律顾问工作。",
            "2025年区司法局工作。\n参与区委区政府重大决策九次,为区委区政府决策服务。",
        ] {
            assert_eq!(told(source), (None, None), "{source}");
        }
    }
}
