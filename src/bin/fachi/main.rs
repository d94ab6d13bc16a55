//! The command line: reads a report and prints its figures.

mod failure;
mod input;
mod json;
mod names;
#[cfg(test)]
mod sample;
mod sheet;
mod table;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, ValueEnum};
use fachi::catalog::catalog;
use fachi::{Locale, Options, analyze};

use failure::Failure;

/// Reads Chinese yearly reports on building a government under law.
#[derive(Parser)]
#[command(name = "fachi", version)]
enum Command {
    /// Prints the figures of a report with what they measure.
    Analyze {
        /// How to print them.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
        /// The language of names and messages.
        #[arg(long, value_parser = locale(), default_value = "zh")]
        locale: Locale,
        /// A text in UTF-8, UTF-16 with its mark, or GB 18030; standard input when it is `-` or missing.
        file: Option<PathBuf>,
    },
    /// Prints the names of areas and indicators as JSON.
    Catalog {
        /// The language of the names.
        #[arg(long, value_parser = locale(), default_value = "zh")]
        locale: Locale,
    },
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A table to read.
    #[default]
    Table,
    /// All that was read, one line of JSON.
    Json,
    /// One row a figure, for a spreadsheet.
    Csv,
    /// The table, for a Markdown text.
    Markdown,
}

fn locale() -> impl TypedValueParser<Value = Locale> {
    PossibleValuesParser::new(["zh", "en"]).map(|name| if name == "en" { Locale::En } else { Locale::Zh })
}

fn main() -> ExitCode {
    let command = Command::parse();
    let (Command::Analyze { locale, .. } | Command::Catalog { locale }) = command;
    match run(command) {
        // Whoever reads our output may stop when it has enough.
        Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", failure.message(locale));
            failure.exit_code()
        }
        Ok(()) => ExitCode::SUCCESS,
    }
}

fn run(command: Command) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    match command {
        Command::Analyze { format, locale, file } => {
            let text = input::read(file)?;
            let options = Options { locale, max_length: u32::MAX, ..Options::default() };
            let report = analyze(&text, &options).map_err(Failure::Refused)?;
            match format {
                Format::Table => table::fitted(&report, locale, &mut out),
                Format::Json => json::line(&report, &mut out),
                Format::Csv => sheet::csv(&report, locale, &mut out),
                Format::Markdown => table::markdown(&report, locale, &mut out),
            }
        }
        Command::Catalog { locale } => json::line(&catalog(locale), &mut out),
    }
    .and_then(|()| out.flush())
    .map_err(Failure::Write)
}
