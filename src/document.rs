//! Titles: the laws, documents and works that a report names in 《》.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Serialize;

use crate::data;
use crate::text::Text;
use crate::words::{Numbers, Stretch, Trie, ends};
use crate::{Id, Span};

/// A title and where it is mentioned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// `d1`, `d2` … in the order of the first mention.
    pub id: Id,
    /// The title without 《》, mended where foreign words were put in.
    pub title: String,
    /// The title as given, where it was mended.
    pub raw_title: Option<String>,
    /// Every mention, 《》 included.
    pub spans: Vec<Span>,
    /// What kind of thing it names.
    #[serde(rename = "type")]
    pub kind: DocumentKind,
    /// What the report did with it: 印发, 贯彻 …
    pub act: Option<String>,
    /// Whose it is.
    pub origin: Option<Origin>,
    /// Its number: 国发〔2021〕33号.
    pub number: Option<String>,
}

/// What kind of thing a title names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A law, a regulation, a rule.
    Law,
    /// A plan, a list, a notice, a policy.
    Document,
    /// A film, a song, a book, a programme.
    Work,
    /// A licence, a certificate.
    Certificate,
}

/// Whose a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The reporting body's.
    Own,
    /// A higher level's.
    Superior,
    /// Somebody else's.
    Other,
}

/// Finds the titles, mentions of one title merged.
#[must_use]
pub fn documents(text: &Text) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    let mut known = Numbers::default();
    // The act of the title before, which a joined one shares: 印发《甲》、《乙》.
    let mut shared: Option<(usize, &'static str, Origin)> = None;
    for place in &text.titles {
        let inner = place.start + BRACKET..place.end - BRACKET;
        let title = text.words(inner.clone()).into_owned();
        if title.is_empty() {
            continue;
        }
        let before = clause_before(&text.folded[..place.start]);
        let joined = |&(end, ..): &(usize, _, _)| {
            text.folded[end..place.start].chars().all(|c| matches!(c, '、' | '和' | '及' | ' '))
        };
        let told = act(before).or_else(|| shared.filter(joined).map(|(_, act, origin)| (act, origin)));
        shared = told.map(|(act, origin)| (place.end, act, origin));
        let next = documents.len();
        let index = known.add(&text.folded[inner.clone()]);
        if index == next {
            let mended = mended(&title);
            let raw_title = mended.is_some().then(|| title.clone());
            documents.push(Document {
                id: Id::new('d', next),
                kind: kind(&text.folded[inner], before),
                raw_title,
                title: mended.unwrap_or(title),
                spans: Vec::new(),
                act: None,
                origin: None,
                number: None,
            });
        }
        let document = &mut documents[index];
        document.spans.push(text.span(place.clone()));
        if let Some((act, origin)) = told.filter(|_| document.act.is_none()) {
            document.act = Some(act.to_owned());
            document.origin = Some(origin);
        }
        if document.number.is_none() {
            document.number = number(&text.folded, place.end).map(|number| text.words(number).into_owned());
        }
    }
    documents
}

/// Bytes of 《 and of 》.
const BRACKET: usize = "《".len();

/// Words of names and advertisements that hacked sites put in.
pub struct Spam {
    /// The words, by number.
    pub words: Trie,
    /// Whether a report may use each of them itself.
    pub in_context: Vec<bool>,
}

/// The table of spam.
pub static SPAM: LazyLock<Spam> = LazyLock::new(|| {
    let (mut words, mut in_context) = (Vec::new(), Vec::new());
    for (word, use_of_it) in pairs(data::table!("data/spam.tsv")) {
        words.push(word);
        in_context.push(use_of_it == "context");
    }
    Spam { words: Trie::new(&words), in_context }
});

/// A title without the name that a hacked site put in the place of 关于: 某体育在线:成立…的通知.
fn mended(title: &str) -> Option<String> {
    const OFFICIAL: &str = "通知 意见 决定 措施 方案 办法 规定 公告 通报 批复 函";
    if !ends(title, OFFICIAL) {
        return None;
    }
    let (name, rest) = title.split_once([':', '：'])?;
    let mut foreign = false;
    SPAM.words.find(name, |_, _, _| foreign = true);
    foreign.then(|| ["关于", rest.strip_prefix("关于").unwrap_or(rest)].concat())
}

/// The words of the clause that ends here.
fn clause_before(before: &str) -> &str {
    let is_stop = |c: char| matches!(c, '。' | ',' | ';' | ':' | '\n' | '》');
    before.rsplit(is_stop).next().unwrap_or(before)
}

/// What the report does with a title: the last such word of the clause before it, the longest of those that
/// end there.
fn act(clause: &str) -> Option<(&'static str, Origin)> {
    static ACTS: LazyLock<Vec<Pair>> = LazyLock::new(|| pairs(data::table!("data/title_acts.tsv")));
    // 根据国务院印发的《纲要》: whose it is, and before that what the report does with it.
    let named = clause
        .strip_suffix('的')
        .and_then(|words| longest(&ACTS, words).map(|(act, _)| &words[..words.len() - act.len()]));
    if let Some(words) = named {
        return act(words).filter(|&(_, origin)| origin == Origin::Superior);
    }
    let mut end = clause.len();
    while let Some(last) = clause[..end].chars().next_back() {
        if let Some((act, whose)) = longest(&ACTS, &clause[..end]) {
            return Some((act, if whose == "own" { Origin::Own } else { Origin::Superior }));
        }
        end -= last.len_utf8();
    }
    None
}

/// The row with the longest word that a text ends with.
fn longest(rows: &[Pair], text: &str) -> Option<Pair> {
    let mut longest: Option<Pair> = None;
    for &row in rows {
        if text.ends_with(row.0) && longest.is_none_or(|(word, _)| word.len() < row.0.len()) {
            longest = Some(row);
        }
    }
    longest
}

fn kind(title: &str, before: &str) -> DocumentKind {
    if ends(before, "歌曲 视频 情景剧 微电影 栏目 节目 作品 短剧 小品 读本") {
        return DocumentKind::Work;
    }
    let title = title.split('(').next().unwrap_or(title);
    static ENDINGS: LazyLock<Vec<Pair>> = LazyLock::new(|| pairs(data::table!("data/title_words.tsv")));
    match longest(&ENDINGS, title) {
        Some((_, "law")) => DocumentKind::Law,
        Some((_, "certificate")) => DocumentKind::Certificate,
        Some((_, "work")) => DocumentKind::Work,
        _ => DocumentKind::Document,
    }
}

/// A row of two fields.
type Pair = (&'static str, &'static str);

/// A table of two columns.
fn pairs(table: &'static str) -> Vec<Pair> {
    data::rows(table).map(|[first, second, ..]| (first, second)).collect()
}

/// Where a document's number stands in the brackets behind its title: (云政发[2023]15号).
fn number(folded: &str, from: usize) -> Option<Range<usize>> {
    let inner = folded[from..].strip_prefix('(')?;
    let inner = &inner[..inner.find(')')?];
    let start = from + "(".len();
    (inner.ends_with('号') && inner.has('[')).then(|| start..start + inner.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::text;

    #[test]
    fn merges_mentions_and_reads_their_act_and_number() {
        let text = text("印发《某县办法》(某政发〔2023〕15号),落实《行政处罚法》。按《某县办法》办理。");
        let found = documents(&text);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].title, "某县办法");
        assert_eq!(found[0].spans.len(), 2);
        assert_eq!(found[0].number.as_deref(), Some("某政发〔2023〕15号"));
        assert_eq!((found[0].act.as_deref(), found[0].origin), (Some("印发"), Some(Origin::Own)));
        let joined = documents(&crate::text::text("印发《甲办法》、《乙方案》等"));
        assert_eq!(joined[1].act.as_deref(), Some("印发"));
        assert_eq!((found[1].kind, found[1].origin), (DocumentKind::Law, Some(Origin::Superior)));
    }

    #[test]
    fn what_somebody_else_has_laid_down_is_carried_out() {
        let acts = |source: &str| {
            documents(&text(source))
                .into_iter()
                .map(|d| (d.act.unwrap_or_default(), d.origin))
                .collect::<Vec<_>>()
        };
        let followed = ("根据".to_owned(), Some(Origin::Superior));
        assert_eq!(acts("根据中共中央、国务院印发的《纲要》"), [followed]);
        assert_eq!(acts("拟定了《某县方案》"), [("拟定".to_owned(), Some(Origin::Own))]);
        assert_eq!(documents(&text("制定《某镇经费管理实施细则》"))[0].kind, DocumentKind::Document);
    }

    #[test]
    fn a_title_holds_the_titles_inside_it() {
        let found = documents(&text("《某市贯彻〈纲要〉方案》和《关于印发《清单》的通知》"));
        let titles: Vec<_> = found.iter().map(|d| d.title.as_str()).collect();
        assert_eq!(titles, ["某市贯彻〈纲要〉方案", "关于印发《清单》的通知"]);
    }

    #[test]
    fn a_name_put_in_by_a_hacked_site_is_taken_out() {
        let found =
            documents(&text("印发《某博体育在线:成立某区防汛指挥部的通知》,学习《体育:生活的一部分》"));
        assert_eq!(found[0].title, "关于成立某区防汛指挥部的通知");
        assert_eq!(found[0].raw_title.as_deref(), Some("某博体育在线:成立某区防汛指挥部的通知"));
        assert_eq!((found[1].title.as_str(), &found[1].raw_title), ("体育:生活的一部分", &None));
    }

    #[test]
    fn an_unclosed_title_is_none() {
        assert!(documents(&text("贯彻《纲要。\n落实》")).is_empty());
    }
}
