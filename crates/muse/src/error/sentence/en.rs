//! English.

use verse::Language;

use super::seconds;
use crate::{error::Error, provider::Browser};

/// What happened, and what to try first.
pub(in crate::error) fn sentence(error: &Error) -> String {
    match error {
        Error::Address(e) => e.sentence(Language::En).into_owned(),
        Error::NoKey => "This provider needs a key. Fill it in in the settings.".into(),
        Error::LockedKey => "The key to this provider is locked. Choose the provider in the settings and give the passphrase.".into(),
        Error::OtherHost { given, now } if given.is_empty() => format!(
            "The key was typed when there was no address; it has not been sent to {now}. In the settings, \
             type it again or confirm that it is for this host."
        ),
        Error::OtherHost { given, now } => format!(
            "The key was given for {given}, and the address is now of {now}: it has not been sent. In \
             the settings, type the key again or confirm that it is for the new host."
        ),
        Error::BadKey => {
            "The key holds a space or a character that no key has. Copy it again and paste it whole."
                .into()
        }
        Error::MisplacedKey => "The key stands in the field for the address or the model. Move it \
                                to its own field; nothing has been sent."
            .into(),
        Error::NoModel => {
            "Name a model in the settings, spelt as in the provider's documents.".into()
        }
        Error::Key { status, said } => with_said(
            &format!(
                "The provider does not take this key ({status}). Check that it is whole, that it \
                 belongs to this provider, and that it has not been switched off or restricted."
            ),
            said,
        ),
        Error::Money { said } => with_said(
            "The account has no money left, or its quota is used up. Top it up on the provider's \
             site and try again; waiting does not help.",
            said,
        ),
        Error::NotFound { said } => with_said(
            "The provider knows no such address or model (404). Check the model's name first, \
             then the address (most end in /v1).",
            said,
        ),
        Error::Refused { status, said } => with_said(
            &format!(
                "The provider does not take this request ({status}). Check that the model is one \
                 for conversation, then follow what it says."
            ),
            said,
        ),
        Error::Busy { retry_after, said } => {
            let wait = retry_after.map_or_else(
                || "Try again in a minute or two, or choose another model.".into(),
                |t| format!("It asks to wait {} s before the next try.", seconds(t)),
            );
            with_said(
                &format!("The provider takes no more requests for now (429). {wait}"),
                said,
            )
        }
        Error::Down { status, said } => with_said(
            &format!(
                "The provider has trouble of its own ({status}), and several tries did not get \
                 through. Try again in a few minutes, or choose another provider."
            ),
            said,
        ),
        Error::Inside { said } => with_said(
            "The provider reported an error amid its answer. Try again; if it stays, choose \
             another model.",
            said,
        ),
        Error::Html => "A web page came instead of an answer. Check the address (most end in \
                        /v1); in a public or company network, log in to the network first."
            .into(),
        Error::Malformed { said } => with_said(
            "What came is not in the format of this provider. Check the address, and whether it \
             belongs to the provider that is chosen.",
            said,
        ),
        Error::Broken => {
            "The answer broke off. Check the network and try again; what has come is kept.".into()
        }
        Error::Stalled { after, begun: false } => format!(
            "No answer for {} s. The provider may be busy: try again, or choose a faster model.",
            seconds(*after)
        ),
        Error::Stalled { after, begun: true } => format!(
            "The answer stopped: nothing new for {} s. Try again; what has come is kept.",
            seconds(*after)
        ),
        Error::Offline => "There is no network. Writing and checking work as ever; connect, then \
                           ask the model again."
            .into(),
        Error::Unreachable { local: true, .. } => {
            "The model on this machine cannot be reached. Check in this order: 1. the program \
             runs and the port is right; 2. it lets this page ask (Ollama: set OLLAMA_ORIGINS); \
             3. the browser lets this page use the local network."
                .into()
        }
        Error::Unreachable { browser: Browser::No, .. } => {
            "This provider does not let web pages ask it. Choose another, or go through a relay \
             on this machine."
                .into()
        }
        Error::Unreachable { browser: Browser::Yes, .. } => {
            "The provider cannot be reached, and the browser does not say why. Check in this \
             order: 1. the key (some providers answer a wrong one this way); 2. the network and \
             any proxy; 3. the spelling of the address; 4. ad blockers: switch them off and try \
             again."
                .into()
        }
        Error::Unreachable { browser: Browser::Unknown, .. } => {
            "The provider cannot be reached, and the browser does not say why. Check in this \
             order: 1. the spelling of the address; 2. the key; 3. the network and any proxy; \
             4. ad blockers: switch them off and try again; 5. this provider may not let web \
             pages ask it: choose another then."
                .into()
        }
        Error::Empty { thought: false } => {
            "The model's answer was empty. Try again; if it stays, choose another model.".into()
        }
        Error::Empty { thought: true } => "The model thought and then wrote no answer. Try again, \
                                           or choose a model that does not think at length."
            .into(),
        Error::TooLong => "The answer reached its limit before the poem was whole. Try again, or \
                           choose another model."
            .into(),
        Error::Filtered => {
            "The provider's content filter held the answer back. Put the wish in other words."
                .into()
        }
        Error::NoVerse { said } => with_said(
            "No line of verse was found in the model's answer. Make the wish plainer, or choose \
             another model.",
            said,
        ),
        Error::Stopped => "Stopped.".into(),
    }
}

fn with_said(sentence: &str, said: &str) -> String {
    if said.is_empty() {
        sentence.to_owned()
    } else {
        format!("{sentence} It said: “{said}”")
    }
}
