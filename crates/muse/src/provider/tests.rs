use super::*;
use crate::address::{Address, AddressError};

const FILE: &str = include_str!("../../data/providers.json");

/// The rows as they stand in the file.
fn rows() -> Vec<Value> {
    serde_json::from_str(FILE).unwrap()
}

/// An address with its parts in braces filled in.
fn filled(base_url: &str) -> String {
    let mut address = base_url.to_owned();
    while let (Some(from), Some(to)) = (address.find('{'), address.find('}')) {
        address.replace_range(from..=to, "x");
    }
    address
}

#[test]
fn every_row_has_the_fields_that_it_must_and_no_others() {
    let texts = [
        "id",
        "zh",
        "en",
        "wire",
        "base_url",
        "key_page",
        "key_header",
        "browser",
        "zh_note",
        "en_note",
        "as_of",
    ];
    for row in rows() {
        for (name, value) in row.as_object().unwrap() {
            let fits = match name.as_str() {
                "no_key" | "usage_on_request" => value == &Value::Bool(true),
                "models" => value.as_array().unwrap().iter().all(Value::is_string),
                "headers" => value.as_object().unwrap().values().all(Value::is_string),
                "extra" => value.is_object(),
                _ => texts.contains(&name.as_str()) && value.is_string(),
            };
            assert!(fits, "{name} of {}", row["id"]);
        }
        assert!(["openai", "anthropic", "gemini"].contains(&row["wire"].as_str().unwrap()));
        assert!(["yes", "no", "unknown"].contains(&row["browser"].as_str().unwrap()));
        assert_eq!(row.get("zh_note").is_some(), row.get("en_note").is_some());
    }
}

#[test]
fn every_row_is_read_and_well_formed() {
    let all = table::parse(FILE);
    assert_eq!(all, Provider::all());
    assert_eq!(all.len(), rows().len());
    for provider in &all {
        assert_eq!(Provider::find(&provider.id), Some(provider), "named once");
        let plain = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(provider.id.chars().all(plain), "{}", provider.id);
        assert!(!provider.zh.is_empty() && !provider.en.is_empty());
        assert!(provider.en.is_ascii() && provider.en_note.is_ascii());
        let (year, month) = provider.as_of.split_once('-').unwrap();
        assert!((2025..2100).contains(&year.parse().unwrap()) && month.len() == 2);
        assert!((1..=12).contains(&month.parse().unwrap()));
        assert!(provider.models.iter().all(|m| !m.trim().is_empty()));
        if provider.needs_key {
            assert!(provider.key_page.starts_with("https://"), "{}", provider.id);
        }
        let header = |name: &str| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        assert!(header(&provider.key_header));
        assert!(provider.headers.iter().all(|(name, value)| {
            header(name) && !name.is_empty() && value.bytes().all(|b| b.is_ascii_graphic())
        }));
    }
    assert_eq!(Provider::find("nobody"), None);
}

/// Everybody that people who write Chinese verse were found to use, by host.
#[test]
fn everybody_is_there() {
    for (id, host, wire) in [
        ("deepseek", "api.deepseek.com", Wire::OpenAi),
        ("openai", "api.openai.com", Wire::OpenAi),
        ("anthropic", "api.anthropic.com", Wire::Anthropic),
        ("gemini", "generativelanguage.googleapis.com", Wire::Gemini),
        ("openrouter", "openrouter.ai", Wire::OpenAi),
        ("groq", "api.groq.com", Wire::OpenAi),
        ("mistral", "api.mistral.ai", Wire::OpenAi),
        ("xai", "api.x.ai", Wire::OpenAi),
        ("together", "api.together.xyz", Wire::OpenAi),
        ("siliconflow", "api.siliconflow.cn", Wire::OpenAi),
        ("zhipu", "open.bigmodel.cn", Wire::OpenAi),
        ("moonshot", "api.moonshot.cn", Wire::OpenAi),
        ("bailian", "dashscope.aliyuncs.com", Wire::OpenAi),
        ("qianfan", "qianfan.baidubce.com", Wire::OpenAi),
        ("ark", "ark.cn-beijing.volces.com", Wire::OpenAi),
        ("tencent", "api.lkeap.cloud.tencent.com", Wire::OpenAi),
        ("huawei", "api.modelarts-maas.com", Wire::OpenAi),
        ("ctyun", "wishub-x6.ctyun.cn", Wire::OpenAi),
        ("cmecloud", "moma.cmecloud.cn", Wire::OpenAi),
        ("yuanjing", "maas-api.ai-yuanjing.com", Wire::OpenAi),
        (
            "bedrock",
            "bedrock-runtime.{region}.amazonaws.com",
            Wire::OpenAi,
        ),
        ("azure", "{resource}.openai.azure.com", Wire::OpenAi),
        ("nvidia", "integrate.api.nvidia.com", Wire::OpenAi),
        ("ollama", "127.0.0.1:11434", Wire::OpenAi),
        ("lm-studio", "127.0.0.1:1234", Wire::OpenAi),
        ("llama-cpp", "127.0.0.1:8080", Wire::OpenAi),
        ("vllm", "127.0.0.1:8000", Wire::OpenAi),
        ("custom", "", Wire::OpenAi),
    ] {
        let provider = Provider::find(id).unwrap();
        let rest = provider.base_url.split("://").nth(1).unwrap_or_default();
        assert_eq!(rest.split('/').next(), Some(host));
        assert_eq!(provider.wire, wire, "{id}");
    }
    assert_eq!(Provider::all().len(), 28);
    assert_eq!(Provider::all()[0].id, "deepseek");
}

#[test]
fn every_preset_address_is_a_good_one() {
    for provider in Provider::all().iter().filter(|p| !p.base_url.is_empty()) {
        let filled = filled(&provider.base_url);
        assert_eq!(Address::parse(&filled).unwrap().base(), filled);
        if filled != provider.base_url {
            let error = Address::parse(&provider.base_url);
            assert_eq!(error, Err(AddressError::Placeholder));
            assert!(!provider.note(Language::Zh).is_empty(), "{}", provider.id);
        }
    }
}

#[test]
fn deepseek_is_asked_not_to_think() {
    let deepseek = Provider::find("deepseek").unwrap();
    assert_eq!(deepseek.name(Language::En), "DeepSeek");
    assert_eq!(deepseek.extra["thinking"]["type"], "disabled");
    assert_eq!(deepseek.models, ["deepseek-flash"]);
    assert!(deepseek.needs_key && deepseek.key_header.is_empty());
}

#[test]
fn what_is_no_table_is_not_loaded() {
    for text in ["", "{}", "[]", "[{}]", "[{\"zh\":\"无名\"}]", "<html>"] {
        assert!(!Provider::load(text), "{text}");
        assert_eq!(Provider::all().len(), rows().len());
    }
}

/// What a page has before it has loaded the table.
#[test]
fn two_are_always_at_hand() {
    let at_hand = table::parse(include_str!(concat!(env!("OUT_DIR"), "/at_hand.json")));
    let ids: Vec<&str> = at_hand.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(ids, ["deepseek", "custom"]);
    assert_eq!(Some(&at_hand[0]), Provider::find("deepseek"));
}
