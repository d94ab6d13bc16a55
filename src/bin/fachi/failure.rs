//! Why nothing was printed: an exit code and one sentence for each reason.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use fachi::{Error, Locale};

/// Why nothing was printed.
pub enum Failure {
    /// The file, or standard input where there is none, cannot be read.
    Read(Option<PathBuf>, io::Error),
    /// No file was named, and standard input is a keyboard.
    NoInput,
    /// The bytes are no text in an encoding that is known here.
    Undecodable,
    /// The text is not one that can be read.
    Refused(Error),
    /// The output cannot be written.
    Write(io::Error),
}

impl Failure {
    /// 1 for files and pipes, 2 for a wrong call, 3 for what is no text.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Read(..) | Self::Write(_) => 1,
            Self::NoInput => 2,
            Self::Undecodable | Self::Refused(_) => 3,
        })
    }

    /// One plain sentence.
    pub fn message(&self, locale: Locale) -> String {
        match (self, locale) {
            (Self::Read(file, error), Locale::Zh) => {
                format!("无法读取{}：{}。", place(file.as_ref(), "标准输入"), reason(error))
            }
            (Self::Read(file, error), Locale::En) => {
                format!("Cannot read {}: {error}.", place(file.as_ref(), "standard input"))
            }
            (Self::NoInput, Locale::Zh) => "请给出文件，或从标准输入送入文本。".to_owned(),
            (Self::NoInput, Locale::En) => "Name a file, or give the text on standard input.".to_owned(),
            (Self::Undecodable, Locale::Zh) => {
                "无法解码：既不是 UTF-8 或 UTF-16，也不是 GB 18030。".to_owned()
            }
            (Self::Undecodable, Locale::En) => {
                "The text cannot be decoded: it is neither UTF-8, UTF-16 nor GB 18030.".to_owned()
            }
            (Self::Refused(error), _) => error.message(locale).to_owned(),
            (Self::Write(error), Locale::Zh) => format!("无法写出结果：{}。", reason(error)),
            (Self::Write(error), Locale::En) => format!("Cannot write the result: {error}."),
        }
    }
}

fn place(file: Option<&PathBuf>, standard_input: &str) -> String {
    file.map_or_else(|| standard_input.to_owned(), |file| format!("“{}”", file.display()))
}

/// The usual reasons in Chinese; the system tells the others in its own words.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "文件不存在".to_owned(),
        io::ErrorKind::PermissionDenied => "没有权限".to_owned(),
        io::ErrorKind::IsADirectory => "这是一个文件夹".to_owned(),
        io::ErrorKind::StorageFull => "磁盘已满".to_owned(),
        _ => error.to_string(),
    }
}
