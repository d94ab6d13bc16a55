//! The few commands that build, serve and test everything.

mod bench;
mod browsers;
mod build;
mod run;
mod score;
mod serve;
mod setup;
mod slim;
mod test;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

/// Builds, serves and tests everything.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Verb {
    /// Builds the npm package in pkg/.
    Build,
    /// Sets up, builds everything and serves the page on this machine.
    Serve {
        /// The port to listen on.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Sets up and runs every check and test.
    Test {
        /// Leaves the browser tests out (not for continuous integration).
        #[arg(long)]
        no_browser: bool,
    },
    /// Measures the package's size and the speed of the analysis.
    Bench,
    /// Scores the command line against annotated reports.
    Score {
        /// The folder that holds score.py and, under dev, annotated reports.
        #[arg(long, default_value = "eval")]
        yardstick: PathBuf,
        /// A table of the least scores; below them the command fails.
        #[arg(long)]
        floors: Option<PathBuf>,
        /// Further arguments of score.py: --misses, --changed, files, folders.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

fn main() -> ExitCode {
    match perform(Verb::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(verb: Verb) -> Result<()> {
    std::env::set_current_dir(run::root())?;
    match verb {
        Verb::Build => {
            setup::npm("pkg")?;
            build::package()
        }
        Verb::Serve { port } => serve::serve(port),
        Verb::Test { no_browser } => test::test(!no_browser),
        Verb::Bench => bench::bench(),
        Verb::Score { yardstick, floors, arguments } => {
            score::score(&yardstick, floors.as_deref(), &arguments)
        }
    }
}
