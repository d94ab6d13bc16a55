//! Serves the built page on this machine only.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::{build, setup};

/// Sets up, builds, serves until the program is stopped.
pub fn serve(port: u16) -> Result<()> {
    setup::npm("pkg")?;
    setup::npm("www")?;
    build::package()?;
    build::page()?;
    let folder = Path::new("www/dist").canonicalize().context("www/dist was not built.")?;
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("Port {port} cannot be used ({error}); choose another with --port."))?;
    println!("Serving the page on http://{}/ (stop with Ctrl+C)", server.server_addr());
    for request in server.incoming_requests() {
        // A browser that went away is no reason to stop.
        let _ = answer(request, &folder);
    }
    Ok(())
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let Some((path, file)) = find(folder, request.url()) else {
        return request.respond(Response::from_string("Not found").with_status_code(404));
    };
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let charset = if kind.type_() == mime_guess::mime::TEXT { "; charset=utf-8" } else { "" };
    let header = |name: &str, value: &str| Header::from_bytes(name, value).expect("a plain header");
    let response = Response::from_file(file)
        .with_header(header("Content-Type", &format!("{kind}{charset}")))
        .with_header(header("Cache-Control", "no-cache"));
    request.respond(response)
}

/// The file that an address names, if it lies in the folder. Links and `..` are resolved before they are judged.
fn find(folder: &Path, url: &str) -> Option<(PathBuf, File)> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let mut path = folder.join(path).canonicalize().ok()?;
    if path.is_dir() {
        path.push("index.html");
    }
    if !path.starts_with(folder) {
        return None;
    }
    let file = File::open(&path).ok()?;
    Some((path, file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_what_lies_in_the_folder_and_nothing_else() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").canonicalize().unwrap();
        assert!(find(&folder, "/main.rs?v=1").is_some());
        assert!(find(&folder, "//main.rs").is_some());
        assert!(find(&folder, "/../Cargo.toml").is_none());
        assert!(find(&folder, "/../src/main.rs").is_some());
        assert!(find(&folder, &format!("/{}", folder.join("../Cargo.toml").display())).is_none());
        assert!(find(&folder, "/").is_none(), "no index.html there");
    }
}
