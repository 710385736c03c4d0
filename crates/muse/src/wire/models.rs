//! The list of a provider's models: where it is, and what can be made of it.

use serde_json::Value;

use crate::{
    connection::Connection, provider::Wire, secret::Secret, transport::Request,
    wire::format::own_headers,
};

/// The longest name that is taken for one, in bytes.
const LONGEST: usize = 200;

/// The most names that are taken. Gateways list some hundreds.
const MOST: usize = 2000;

/// The request for the list. The two formats with pages are asked for the largest page.
pub fn request(connection: &Connection) -> Request {
    let address = &connection.address;
    Request {
        url: match connection.provider.wire {
            Wire::OpenAi => [address.base(), "/models"].concat(),
            Wire::Anthropic => address.versioned("/v1", "/models?limit=1000"),
            Wire::Gemini => address.versioned("/v1beta", "/models?pageSize=1000"),
        },
        headers: own_headers(connection),
        body: String::new(),
    }
}

/// The names in a list, in alphabetical order; `None` for what is no list. All shapes are read
/// alike, as gateways mix them: `{"data": [{"id"}]}` (OpenAI, Anthropic), the bare list (Together),
/// `{"models": [{"name"}]}` (Gemini, Ollama).
pub fn read(value: &Value, key: &Secret) -> Option<Vec<String>> {
    let rows = [value, &value["data"], &value["models"]]
        .into_iter()
        .find_map(Value::as_array)?;
    let mut names: Vec<String> = rows
        .iter()
        .filter(|row| talks(row))
        .filter_map(name)
        .filter(|name| fits(name, key))
        .map(str::to_owned)
        .collect();
    if names.is_empty() && !rows.iter().all(|row| name(row).is_some()) {
        return None;
    }
    names.sort_unstable();
    names.dedup();
    names.truncate(MOST);
    Some(names)
}

/// The name of a row.
fn name(row: &Value) -> Option<&str> {
    let name = row["id"].as_str().or_else(|| row["name"].as_str())?;
    Some(name.strip_prefix("models/").unwrap_or(name))
}

/// Whether the model writes text, as far as the row tells (Gemini).
fn talks(row: &Value) -> bool {
    match row["supportedGenerationMethods"].as_array() {
        Some(methods) => methods.iter().any(|m| m == "generateContent"),
        None => true,
    }
}

/// Whether it can be a name: short, on one line, and not the key come back.
fn fits(name: &str, key: &Secret) -> bool {
    let plain = |c: char| verse::is_plain(c) && !c.is_whitespace();
    !name.is_empty()
        && name.len() <= LONGEST
        && name.chars().all(plain)
        && key.mask_in(name) == name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::provider::Provider;

    fn names(json: &str) -> Option<Vec<String>> {
        let key = Secret::new("sk-0123456789");
        read(&serde_json::from_str(json).unwrap(), &key)
    }

    fn some(names: &[&str]) -> Option<Vec<String>> {
        Some(names.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn each_format_has_its_address_and_the_key_in_its_header() {
        for (id, url, key_header) in [
            ("openai", "https://a.cn/models", "Authorization"),
            (
                "anthropic",
                "https://a.cn/v1/models?limit=1000",
                "x-api-key",
            ),
            (
                "gemini",
                "https://a.cn/v1beta/models?pageSize=1000",
                "x-goog-api-key",
            ),
        ] {
            let provider = Provider::find(id).unwrap();
            let key = Secret::new("sk-0123456789");
            let connection = Connection::without_model(provider, "https://a.cn", key).unwrap();
            let request = request(&connection);
            assert_eq!((&request.url[..], &request.body[..]), (url, ""));
            let holds = |(_, value): &&(&str, Secret)| value.expose().contains("0123");
            let with_key: Vec<_> = request.headers.iter().filter(holds).collect();
            assert_eq!((with_key.len(), with_key[0].0), (1, key_header));
            let has = |wanted: &str| request.headers.iter().any(|(name, _)| *name == wanted);
            assert_eq!(has("anthropic-version"), id == "anthropic");
            assert!(!has("Content-Type"), "there is no content");
        }
    }

    #[test]
    fn lists_of_many_shapes() {
        for json in [
            r#"{"object":"list","data":[{"id":"b"},{"id":"a"},{"id":"b"}]}"#,
            r#"{"data":[{"type":"model","id":"a","display_name":"A"},{"id":"b"}],"has_more":false}"#,
            r#"[{"id":"a"},{"id":"b"}]"#,
            r#"{"models":[{"name":"a"},{"name":"b"}]}"#,
            r#"{"models":[
                {"name":"models/a","supportedGenerationMethods":["generateContent"]},
                {"name":"models/b","supportedGenerationMethods":["countTokens","generateContent"]},
                {"name":"models/c","supportedGenerationMethods":["embedContent"]}]}"#,
        ] {
            assert_eq!(names(json), some(&["a", "b"]), "{json}");
        }
        assert_eq!(names(r#"{"data":[]}"#), some(&[]));
        assert_eq!(names("[]"), some(&[]));
    }

    #[test]
    fn what_is_no_name_is_left_out() {
        let long = "x".repeat(LONGEST + 1);
        let json = format!(
            r#"{{"data":[{{"id":"a"}},{{"id":7}},{{"id":null}},null,"b",{{"id":""}},{{"id":"a b"}},
                {{"id":"a\nb"}},{{"id":"a\u202eb"}},{{"id":"{long}"}},{{"id":"ft:sk-0123456789"}},
                {{"id":"<img/src=x>"}},{{"id":"通义-千问"}}]}}"#
        );
        // Markup is a name like any other: it is only ever shown as text.
        assert_eq!(names(&json), some(&["<img/src=x>", "a", "通义-千问"]));
    }

    #[test]
    fn no_more_than_some_thousands() {
        let rows: Vec<String> = (0..9000).map(|n| format!(r#"{{"id":"m{n}"}}"#)).collect();
        let json = format!("[{}]", rows.join(","));
        assert_eq!(names(&json).unwrap().len(), MOST);
    }

    #[test]
    fn what_is_no_list() {
        for json in [
            "{}",
            "7",
            "null",
            "\"a\"",
            r#"{"data":7}"#,
            r#"{"data":{"id":"a"}}"#,
            r#"{"models":"a"}"#,
            r#"{"data":[1,2,3]}"#,
            r#"{"choices":[]}"#,
        ] {
            assert_eq!(names(json), None, "{json}");
        }
    }
}
