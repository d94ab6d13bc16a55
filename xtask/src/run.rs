//! Running other programs: every command stands in the project's root and fails with a sentence that names it.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace")
}

/// A call of the same cargo that runs this program.
pub fn cargo(line: &str) -> Command {
    command(env!("CARGO"), line)
}

/// A call of npm in one of the folders that hold a package.json.
pub fn npm(folder: &str, line: &str) -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" }, line);
    npm.current_dir(root().join(folder));
    npm
}

/// A call whose arguments hold no blanks.
pub fn command(program: &str, line: &str) -> Command {
    let mut command = Command::new(program);
    command.args(line.split_whitespace()).current_dir(root());
    command
}

/// Runs to the end, output and all.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("“{}” could not be started.", shown(command)))?;
    if !status.success() {
        bail!("“{}” failed.", shown(command));
    }
    Ok(())
}

/// Runs to the end and gives what was printed; errors still go to the terminal.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("“{}” could not be started.", shown(command)))?;
    if !output.status.success() {
        bail!("“{}” failed.", shown(command));
    }
    String::from_utf8(output.stdout).with_context(|| format!("“{}” printed no UTF-8.", shown(command)))
}

/// Whether a program stands on the PATH.
pub fn exists(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| {
        let file = folder.join(program);
        file.is_file() || file.with_extension("exe").is_file()
    })
}

fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
