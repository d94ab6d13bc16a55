//! The files of the repository, as far as they belong to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the repository lies.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files that git keeps or is about to keep, as paths from the root; `None` outside a repository.
pub fn kept() -> Option<Vec<String>> {
    if !root().join(".git").exists() {
        return None;
    }
    let output = Command::new("git")
        // In a container the repository may belong to somebody else.
        .args(["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let paths = String::from_utf8(output.stdout).expect("paths are UTF-8");
    let paths = paths.split_terminator('\0').filter(|path| root().join(path).is_file());
    Some(paths.map(str::to_owned).collect())
}

/// The files under a folder with an ending, as paths from the root, in their order.
pub fn under(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let path = path.strip_prefix(root()).expect("under the root");
                found.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    assert!(!found.is_empty(), "no {ending} under {folder}");
    found.sort();
    found
}

/// Fails with one line for each slip.
pub fn none(slips: &[String]) {
    assert!(slips.is_empty(), "{} slips:\n  {}", slips.len(), slips.join("\n  "));
}
