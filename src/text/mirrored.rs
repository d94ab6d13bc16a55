//! Words that a traditional text puts for the mainland's: 答覆 for 答复, and in a mirror in the usage of Taiwan 資訊 for 信息.

use crate::data;
use crate::fold::as_read;
use crate::words::Stretch;

/// In a traditional text an ideograph in so many bytes, at least, is a traditional one.
pub const FEWEST: usize = 60;

/// Puts the mainland's words back into the folded text of such a text. They are as long, so every place stays.
pub fn restore(source: &str, folded: &mut String) {
    let rows = || data::rows(data::table!("../data/mirrored.tsv"));
    let mirror = rows().any(|[written, _, when, ..]| when == "sure" && source.holds(written));
    for [written, read, ..] in rows().filter(|[_, _, when, ..]| mirror || *when == "always") {
        let written = as_read(written);
        if !folded.holds(&written) {
            continue;
        }
        let (mut restored, mut rest) = (String::with_capacity(folded.len()), folded.as_str());
        while let Some((before, behind)) = rest.parted(&written) {
            restored += before;
            restored += read;
            rest = behind;
        }
        restored += rest;
        *folded = restored;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_length() {
        for [written, read, when, ..] in data::rows(data::table!("../data/mirrored.tsv")) {
            assert_eq!(as_read(written).len(), read.len(), "{written} {read}");
            assert!(when != "sure" || as_read(written) != written, "{written} is no sign of a mirror");
        }
    }

    #[test]
    fn a_mainland_text_in_traditional_characters_keeps_its_words() {
        let own = crate::text::text("全縣稽核專案資料12份,社群矯正8人。");
        assert_eq!(own.folded, "全县稽核专案资料12份,社群矫正8人。");
        let own = crate::text::text("全縣答覆公開申請12件。");
        assert_eq!(own.folded, "全县答复公开申请12件。");
        let mirror = crate::text::text("全縣稽核規範性檔案12件,受理行政覆議8件。");
        assert_eq!(mirror.folded, "全县审核规范性文件12件,受理行政复议8件。");
    }
}
