//! The browser tests: the engines that they need, and which of them ran.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use anyhow::{Result, bail};

use crate::run::{command, exists, npm, output, run};

/// Engines that continuous integration must not go without.
const REQUIRED: [&str; 2] = ["chromium", "firefox"];

/// Debian's packages: three engines, a font for what they show, a screen for the one that needs it.
const PACKAGES: &str = "chromium firefox-esr fonts-noto-cjk webkit2gtk-driver xvfb xauth";

/// Whether this run is continuous integration.
pub fn ci() -> bool {
    std::env::var("CI").is_ok_and(|ci| ci == "true")
}

/// Runs the page's browser tests and says which engines ran.
pub fn test() -> Result<()> {
    install()?;
    let mut child = npm("www", "run --silent browser").stdout(Stdio::piped()).spawn()?;
    let mut engines = Vec::new();
    for line in BufReader::new(child.stdout.take().expect("piped")).lines() {
        let line = line?;
        println!("{line}");
        engines.extend(engine(&line));
    }
    if !child.wait()?.success() {
        bail!("A browser test failed.");
    }
    let (ran, missed): (Vec<_>, Vec<_>) = engines.into_iter().partition(|engine| engine.ran);
    let names =
        |engines: &[Engine]| engines.iter().map(|engine| engine.name.as_str()).collect::<Vec<_>>().join(", ");
    println!("Browsers that ran: {}.", names(&ran));
    if !missed.is_empty() {
        println!("Browsers that did not run: {}.", names(&missed));
    }
    suffices(&ran, ci())
}

/// What became of a browser engine.
#[derive(Debug, PartialEq)]
struct Engine {
    name: String,
    ran: bool,
}

/// Reads what the tests say of an engine: `engine firefox: ran`, `engine webkitgtk: not found`.
fn engine(line: &str) -> Option<Engine> {
    let (name, state) = line.trim().strip_prefix("engine ")?.split_once(": ")?;
    Some(Engine { name: name.to_owned(), ran: state == "ran" })
}

fn suffices(ran: &[Engine], ci: bool) -> Result<()> {
    if ran.is_empty() {
        bail!("No browser was found to test the page in.");
    }
    let missing = REQUIRED.iter().find(|name| !ran.iter().any(|engine| engine.name == **name));
    match missing {
        Some(name) if ci => bail!("{name} must run under continuous integration, but did not."),
        _ => Ok(()),
    }
}

/// Installs what is missing where a machine is ours to change: under CI, or as root, on Debian.
fn install() -> Result<()> {
    let there = ["chromium", "firefox-esr", "WebKitWebDriver", "xvfb-run"].into_iter().all(exists);
    let debian =
        fs::read_to_string("/etc/os-release").is_ok_and(|os| os.lines().any(|line| line == "ID=debian"));
    if there || !debian || !exists("apt-get") {
        return Ok(());
    }
    let root = output(&mut command("id", "-u"))?.trim() == "0";
    if !root && !ci() {
        return Ok(());
    }
    println!("Installing browsers: {PACKAGES}");
    let env = "DEBIAN_FRONTEND=noninteractive TMPDIR=/var/tmp apt-get -qq -o Acquire::Retries=3";
    let via = if root { "env" } else { "sudo" };
    run(&mut command(via, &format!("{env} update")))?;
    run(&mut command(via, &format!("{env} install -y --no-install-recommends {PACKAGES}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(lines: &[&str]) -> Vec<Engine> {
        lines.iter().filter_map(|line| engine(line)).filter(|engine| engine.ran).collect()
    }

    #[test]
    fn continuous_integration_needs_two_engines() {
        let one = ran(&["engine chromium: ran", "engine firefox: not found", "✓ click (firefox: ran)"]);
        assert!(suffices(&one, true).is_err());
        assert!(suffices(&one, false).is_ok());
        let two = ran(&["engine chromium: ran", "engine firefox: ran", "engine webkitgtk: not found"]);
        assert!(suffices(&two, true).is_ok());
        assert!(suffices(&[], false).is_err());
    }
}
