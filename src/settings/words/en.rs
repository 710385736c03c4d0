//! English.

use super::Phrases;

/// All phrases.
pub static PHRASES: Phrases = Phrases {
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
    wrong: "The passphrase does not fit, or what is kept was altered. Look at capitals and the keyboard’s language, and try again.",
    no_crypto: "This page did not come over a secure connection, so the browser gives it no encryption. Open it at an https address or on this machine.",
    failed: "The browser could not encrypt or decrypt. Try once more; if it stays so, use another browser.",
    no_room: "The browser did not let this page keep it: storage is full or not allowed. The key is still in this page and can be used; it is gone when the page is reloaded or closed.",
    broken: "The encrypted key that was kept cannot be read any more. It was left as it is. You can fill the key in again and use it; only “Forget the key” removes what was kept.",
    older: "The encrypted key was kept by a very old version of this page and cannot be read now. It was left as it is. You can fill the key in again; only “Forget the key” removes what was kept.",
    newer: "The encrypted key was kept by a later version of this page and cannot be read by this one. It was left as it is. Reload the page to get the later version; only “Forget the key” removes what was kept.",
};
