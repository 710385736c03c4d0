//! English.

use verse::Strictness;

use super::Phrases;
use crate::keep::settings::Theme;

/// All phrases.
pub static PHRASES: Phrases = Phrases {
    settings_model: "Model",
    settings_model_hint: "Writing and checking need no model. When a model writes, this page asks the provider directly with your key; no other server stands between.",
    settings_rules: "Check",
    strictness_name: |strictness| match strictness {
        Strictness::Strict => "Strict",
        Strictness::Usual => "Usual",
        Strictness::Lenient => "Lenient",
    },
    strictness_hint: "Strict is as in an examination: warnings are errors. Lenient is as the Tang poets wrote: what they did often is only noted.",
    settings_look: "Look",
    list_models: "List the models",
    models_asking: "Fetching the list of models …",
    models_listed: |n| {
        format!("{n} models, to choose from in the field “Model”; empty it to see them all.")
    },
    models_none: "This address gives no list of models.",
    models_endless: "The list of models is too long and was left.",
    models_by_hand: " You can type the model's name as the provider's documents have it.",
    api_key: "Key",
    key_stays: "The key never goes into an address, a draft or an error message.",
    key_goes_to: |address| format!("The key is sent to {address} and nowhere else."),
    key_for: |host| format!("Use the key for {host}"),
    key_page: "Get a key on the provider's site",
    remember_key: "Remember the key on this device",
    remember_hint: "Without this, the key is gone when the tab is closed. Leave it off on a shared computer.",
    forget_key: "Forget the key",
    trial: "Test the connection",
    trial_asking: "Asking the model for one word …",
    trial_good: "It works: the model answers.",
    theme_name: |theme| match theme {
        Theme::System => "As the system",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    },
    locked: |provider| {
        format!(
            "The key to {provider} is locked: it is on this device, encrypted under your passphrase."
        )
    },
    locked_hint: "An unlocked key is in this page only. It is gone when the page is reloaded or closed; the passphrase brings it back.",
    passphrase: "Passphrase",
    show: "Show the passphrase",
    unlock: "Unlock",
    unlocking: "Unlocking…",
    unlock_first: "Unlock the key first",
    seal: "Remember the key on this device, under a passphrase",
    wanted: "It is kept once there is a passphrase; until then a key that you fill in is in this page only.",
    advice: "At least 12 characters, such as a few words that have nothing to do with each other. The passphrase is kept nowhere: if you forget it, forget the key and fill it in again.",
    short: "This passphrase is short and could be guessed; at least 12 characters are better.",
    keep: "Encrypt and keep",
    sealing: "Encrypting…",
    sealed: "The key is on this device, encrypted under your passphrase. You will be asked for it when you open the page again.",
    change: "Change the passphrase",
    keep_as_it_was: "Leave it as it is",
    wrong: "The passphrase does not fit, or what is kept was altered. Look at capitals and the keyboard’s language, and try again.",
    no_crypto: "This page did not come over a secure connection, so the browser gives it no encryption. Open it at an https address or on this machine.",
    failed: "The browser could not encrypt or decrypt. Try once more; if it stays so, use another browser.",
    no_room: "The browser did not let this page keep it: storage is full or not allowed. The key is still in this page and can be used; it is gone when the page is reloaded or closed.",
    broken: "The encrypted key that was kept cannot be read any more. It was left as it is. You can fill the key in again and use it; only “Forget the key” removes what was kept.",
    older: "The encrypted key was kept by a very old version of this page and cannot be read now. It was left as it is. You can fill the key in again; only “Forget the key” removes what was kept.",
    newer: "The encrypted key was kept by a later version of this page and cannot be read by this one. It was left as it is. Reload the page to get the later version; only “Forget the key” removes what was kept.",
    strictness: "Strictness",
    base_url: "Address",
    relay: "Ask by way of the relay on this machine (providers that refuse pages always go that way)",
    theme: "Theme",
    language: "Language of the page",
    nav_settings: "Settings",
    provider: "Provider",
    model: "Model",
};
