//! Tidiness: which way imports point, head comments, lengths, paths that documents name, tables of data.

mod support {
    pub mod files;
    pub mod imports;
    pub mod tables;
}

use support::files::{kept, none, read, root, under};
use support::imports;
use support::tables::{self, Table};

#[test]
fn imports_point_left_along_the_pipeline() {
    none(
        &under("src", ".rs")
            .iter()
            .flat_map(|file| imports::to_the_right(file, &read(file)))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn every_module_has_its_place_in_the_pipeline() {
    let files = under("src", ".rs");
    let mut modules: Vec<_> = files.iter().map(|file| imports::module(file)).collect();
    modules.dedup();
    none(&imports::misplaced(&modules));
}

#[test]
fn every_file_says_what_it_is() {
    let Some(files) = kept() else {
        return eprintln!("No repository here: only git knows which files are made.");
    };
    let mute = files.iter().filter(|file| {
        let heads: &[&str] = match file.rsplit_once('.') {
            Some((_, "rs")) => &["//! "],
            Some((_, "ts" | "tsx" | "js" | "mjs")) => &["// ", "/**", "/*\n"],
            _ => return false,
        };
        let text = read(file);
        !heads.iter().any(|head| text.starts_with(head))
    });
    none(&mute.map(|file| format!("{file} has no head comment")).collect::<Vec<_>>());
}

#[test]
fn no_file_is_long() {
    const MOST: usize = 400;
    let rust =
        ["src", "xtask/src", "tests", "benches", "examples"].iter().flat_map(|folder| under(folder, ".rs"));
    let page = [".ts", ".tsx", ".css"].iter().flat_map(|ending| under("www/src", ending));
    let long = rust.chain(page).filter_map(|file| {
        let lines = read(&file).lines().count();
        (lines > MOST).then(|| format!("{file} has {lines} lines, {MOST} at most"))
    });
    none(&long.collect::<Vec<_>>());
}

/// Words in backticks that are a path: of its characters, with a folder or an ending that files here have.
fn paths(text: &str) -> Vec<&str> {
    const ENDINGS: [&str; 12] =
        [".rs", ".md", ".toml", ".tsv", ".txt", ".json", ".js", ".mjs", ".ts", ".tsx", ".py", ".png"];
    let prose = text.split("```").step_by(2);
    let spans = prose.flat_map(|prose| prose.split('`').skip(1).step_by(2));
    spans
        .filter(|span| span.chars().all(|c| c.is_ascii_alphanumeric() || "._-/*".contains(c)))
        .filter(|span| span.contains('/') || ENDINGS.iter().any(|ending| span.ends_with(ending)))
        .collect()
}

/// Whether there is a file or folder of that name; a `*` in the last step stands for anything.
fn exists(path: &str) -> bool {
    let Some((before, after)) = path.split_once('*') else { return root().join(path).exists() };
    let (folder, start) = before.rsplit_once('/').unwrap_or(("", before));
    let mut entries = root().join(folder).read_dir().into_iter().flatten().flatten();
    entries.any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with(start) && name.ends_with(after)
    })
}

#[test]
fn documents_name_paths_that_exist() {
    assert_eq!(paths("`src/a.rs`, `cargo test`, `x`\n```\n`b/c`\n```\n`*.md` `(a/b)`"), ["src/a.rs", "*.md"]);
    let mut gone = Vec::new();
    for document in ["README.md", "ARCHITECTURE.md"] {
        let text = read(document);
        let paths = paths(&text);
        assert!(paths.len() > 3, "{document} names paths");
        gone.extend(
            paths.iter().filter(|path| !exists(path)).map(|path| format!("{document}: {path} is not there")),
        );
    }
    none(&gone);
}

#[test]
fn the_code_map_names_every_module() {
    let map = read("ARCHITECTURE.md");
    let modules = under("src", ".rs").into_iter().filter(|file| file.matches('/').count() == 1);
    none(&modules.filter(|file| !map.contains(&format!("`{file}`"))).collect::<Vec<_>>());
}

#[test]
fn files_name_no_machine_and_no_registry() {
    let Some(files) = kept() else {
        return eprintln!("No repository here: only git knows which files are kept.");
    };
    // Written apart, so that this file does not hold them.
    let homes = ["home", "root", "Users", "work", "tmp", "mnt"].map(|folder| format!("/{folder}/"));
    let registries = [["registry", ".npmjs.org"], ["\"resolved\": \"", "http"], ["artifact", "ory"]]
        .map(|parts| parts.concat());
    let crates = "registry+https://github.com/rust-lang/crates.io-index";
    let mut slips = Vec::new();
    for file in files {
        let bytes = std::fs::read(root().join(&file)).expect("a file");
        let Ok(text) = String::from_utf8(bytes) else { continue };
        for (i, line) in text.lines().enumerate() {
            let absolute = homes.iter().any(|home| {
                let starts = line.match_indices(home.as_str());
                // An address or a relative path has something before its first stroke.
                starts.into_iter().any(|(at, _)| {
                    !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-*})".contains(c))
                })
            });
            let mirrored =
                file.ends_with("Cargo.lock") && line.starts_with("source = ") && !line.contains(crates);
            if absolute || mirrored || registries.iter().any(|registry| line.contains(registry.as_str())) {
                slips.push(format!("{file}:{}: {:.100}", i + 1, line.trim()));
            }
        }
    }
    none(&slips);
}

#[test]
fn tables_are_sorted_and_well_formed() {
    none(&tables::all().iter().flat_map(Table::slips).collect::<Vec<_>>());
}

#[test]
fn tables_refer_to_what_other_tables_have() {
    none(&tables::references());
}
