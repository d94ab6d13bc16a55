//! No crate of the command line enters what the browser loads.

use std::collections::HashSet;
use std::process::Command;

fn cargo(arguments: &str) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments.split(' '))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("cargo prints UTF-8")
}

fn tree(features: &str) -> HashSet<String> {
    let rows = cargo(&format!(
        "tree --locked --edges normal --prefix none --format {{p}} \
         --target wasm32-unknown-unknown --no-default-features --features {features}"
    ));
    rows.lines().filter_map(|row| row.split(' ').next()).map(str::to_owned).collect()
}

/// The crates that a feature of the manifest brings in.
fn brought_by(feature: &str) -> HashSet<String> {
    let metadata = cargo("metadata --locked --no-deps --format-version 1");
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let fachi = packages.iter().find(|package| package["name"] == "fachi").expect("this package");
    let names = fachi["features"][feature].as_array().expect("a list");
    names.iter().filter_map(|name| name.as_str()?.strip_prefix("dep:")).map(str::to_owned).collect()
}

#[test]
fn the_wasm_tree_holds_no_crate_of_the_command_line() {
    let wasm = tree("wasm");
    assert!(wasm.contains("wasm-bindgen"), "{wasm:?}");
    for feature in ["cli", "schema"] {
        let crates = brought_by(feature);
        assert!(!crates.is_empty() && crates.is_subset(&tree(feature)), "the look-up finds {crates:?}");
        let strays: Vec<_> = crates.intersection(&wasm).collect();
        assert!(strays.is_empty(), "{feature} brings {strays:?} into the WebAssembly tree");
    }
}
