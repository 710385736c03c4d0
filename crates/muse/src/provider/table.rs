//! Reads the table of providers. By hand: a derived reader of so many fields costs the page
//! kilobytes, and a test holds the file to its form.

use serde_json::Value;

use super::{Browser, Provider, Wire};

/// The rows of a table; none, if the text is no table. What has no id is no row.
pub(super) fn parse(json: &str) -> Vec<Provider> {
    let table: Value = serde_json::from_str(json).unwrap_or_default();
    let rows = table.as_array().into_iter().flatten();
    rows.map(row).filter(|p| !p.id.is_empty()).collect()
}

fn row(row: &Value) -> Provider {
    let text = |name: &str| owned(&row[name]);
    let is = |name: &str| row[name].as_bool().unwrap_or_default();
    let mut headers = Vec::new();
    for (name, value) in row["headers"].as_object().into_iter().flatten() {
        headers.push((name.clone(), owned(value)));
    }
    let models = row["models"].as_array().into_iter().flatten();
    Provider {
        id: text("id"),
        zh: text("zh"),
        en: text("en"),
        wire: match row["wire"].as_str() {
            Some("anthropic") => Wire::Anthropic,
            Some("gemini") => Wire::Gemini,
            _ => Wire::OpenAi,
        },
        base_url: text("base_url"),
        models: models.map(owned).collect(),
        key_page: text("key_page"),
        key_header: text("key_header"),
        headers,
        needs_key: !is("no_key"),
        browser: match row["browser"].as_str() {
            Some("yes") => Browser::Yes,
            Some("no") => Browser::No,
            _ => Browser::Unknown,
        },
        usage_on_request: is("usage_on_request"),
        extra: row["extra"].as_object().cloned().unwrap_or_default(),
        zh_note: text("zh_note"),
        en_note: text("en_note"),
        as_of: text("as_of"),
    }
}

fn owned(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
