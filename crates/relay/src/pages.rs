//! The page's files.

use std::path::{Path, PathBuf};

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::app::error;

/// What tells the page that a relay serves it, so that it need not ask on servers that are none.
const MARK: &str = r#"<meta name="yinchuang-relay" content="1">"#;

/// A page with the mark at the end of its head: behind the policy, which must come first.
fn marked(page: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&page);
    let at = text.find("<title").or_else(|| text.find("<body"));
    match at {
        Some(at) => [&text[..at], MARK, &text[at..]].concat().into_bytes(),
        None => page,
    }
}

/// The file at a path of the address, or an error.
pub(crate) async fn page(dist: &Path, path: &str) -> Response {
    let missing = || error(StatusCode::NOT_FOUND, "no such file");
    let Some(file) = file(dist, path) else {
        return missing();
    };
    let Ok(mut bytes) = tokio::fs::read(&file).await else {
        return missing();
    };
    if content_type(&file).starts_with("text/html") {
        bytes = marked(bytes);
    }
    let headers = [
        (header::CONTENT_TYPE, content_type(&file)),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, bytes).into_response()
}

/// The file that a path names; none, if it could lead out of the folder. Names of the page's files
/// are plain, so that nothing need be decoded.
fn file(dist: &Path, path: &str) -> Option<PathBuf> {
    let path = path.strip_prefix('/')?;
    let path = if path.is_empty() { "index.html" } else { path };
    let mut file = dist.to_owned();
    for name in path.split('/') {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
        if name.is_empty() || name.starts_with('.') || !name.bytes().all(plain) {
            return None;
        }
        file.push(name);
    }
    Some(file)
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "webmanifest") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_stands_in_the_head_behind_the_policy() {
        let page = b"<!doctype html><meta http-equiv=x><title>t</title><p>".to_vec();
        let expected = format!("<!doctype html><meta http-equiv=x>{MARK}<title>t</title><p>");
        assert_eq!(marked(page), expected.into_bytes());
        assert_eq!(marked(b"plain".to_vec()), b"plain");
    }

    #[test]
    fn paths_stay_in_the_folder() {
        let at = |path: &str| file(Path::new("dist"), path);
        assert_eq!(at("/"), Some("dist/index.html".into()));
        assert_eq!(at("/a/b-1.js"), Some("dist/a/b-1.js".into()));
        for bad in [
            "",
            "a",
            "//etc/passwd",
            "/../a",
            "/a/../b",
            "/%2e%2e/a",
            "/.git/config",
            "/a/",
            "/a\\b",
            "/c:/a",
        ] {
            assert_eq!(at(bad), None, "{bad}");
        }
    }

    #[test]
    fn files_have_the_types_that_browsers_ask_for() {
        for (name, kind) in [
            ("index.html", "text/html; charset=utf-8"),
            ("a-1.js", "text/javascript; charset=utf-8"),
            ("a_bg.wasm", "application/wasm"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(content_type(Path::new(name)), kind);
        }
    }
}
