//! Testing a connection: one short question, and where it fails, what to look at first.

use std::borrow::Cow;

use verse::{Language, in_language};

use super::Connection;
use crate::{
    error::Error,
    prompt::Prompt,
    provider::Browser,
    run::{Link, knock},
};

/// What may be at fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspect {
    /// The key.
    Key,
    /// The account's money or quota.
    Money,
    /// The address.
    Address,
    /// The model's name.
    Model,
    /// The provider answers, but does not let this page read it (CORS).
    Cors,
    /// The way there: the network, a proxy, a blocker in the browser.
    Network,
    /// The program on this machine.
    Program,
    /// The provider itself, for now.
    Provider,
}

/// A test that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// What happened.
    pub error: Error,
    /// What to look at, likeliest first; nothing, if the person stopped it.
    pub suspects: Vec<Suspect>,
}

/// Asks one short question and hangs up at the first piece of an answer. Nothing is tried twice.
/// An answer without text is good enough: the connection holds.
///
/// # Errors
/// What failed, and what to look at.
pub async fn test(link: Link<'_>) -> Result<(), Trial> {
    let prompt = Prompt {
        system: "你只回答一个字。".to_owned(),
        user: "请回答：好。".to_owned(),
    };
    let error = match knock(link, &prompt).await {
        Ok(()) | Err(Error::Empty { .. } | Error::TooLong | Error::Filtered) => return Ok(()),
        Err(error) => error,
    };
    // A page is told no reason, but it can learn whether the host answers at all.
    let mut answers = None;
    if let Error::Unreachable { .. } = error {
        let reaches = link.transport.reaches(link.connection.address.origin());
        answers = link.stop.or(reaches).await.ok().flatten();
    }
    Err(Trial {
        suspects: suspects(&error, link.connection, answers).to_vec(),
        error,
    })
}

/// What may be at fault, likeliest first. `answers`: whether the host answers at all, if known.
fn suspects(error: &Error, connection: &Connection, answers: Option<bool>) -> &'static [Suspect] {
    use Suspect::{Address, Cors, Key, Model, Money, Network, Program, Provider};
    let preset = connection.address.base() == connection.provider.base_url;
    match error {
        Error::Address(_) => &[Address],
        Error::NoKey
        | Error::LockedKey
        | Error::OtherHost { .. }
        | Error::BadKey
        | Error::MisplacedKey
        | Error::Key { .. } => &[Key],
        Error::NoModel => &[Model],
        Error::Money { .. } => &[Money],
        Error::NotFound { said } | Error::Refused { said, .. } => {
            let about_the_model = ["model", "Model", "模型"].iter().any(|w| said.contains(w))
                || connection.model.len() > 2 && said.contains(&connection.model);
            match error {
                _ if about_the_model => &[Model],
                Error::NotFound { .. } if preset => &[Model],
                Error::NotFound { .. } => &[Address, Model],
                _ => &[Model, Address],
            }
        }
        Error::Html | Error::Malformed { .. } if preset => &[Network],
        Error::Html | Error::Malformed { .. } => &[Address, Network],
        Error::Offline | Error::Broken => &[Network],
        Error::Stalled { .. } => &[Provider, Network],
        Error::Busy { .. } | Error::Down { .. } | Error::Inside { .. } => &[Provider],
        // The relay answers its own page always, if only with an error.
        Error::Unreachable { .. } if connection.address.base().contains("/relay/https/") => {
            &[Program]
        }
        Error::Unreachable { local: true, .. } => match answers {
            Some(true) => &[Cors],
            Some(false) => &[Program, Address],
            None => &[Program, Address, Cors],
        },
        Error::Unreachable { browser, .. } => match (answers, browser) {
            (Some(false), _) if preset => &[Network],
            (Some(false), _) => &[Address, Network],
            (_, Browser::No) => &[Cors],
            // Some answer a wrong key or path as if no page could ask them.
            (Some(true), Browser::Yes) if preset => &[Key],
            (Some(true), Browser::Yes) => &[Key, Address, Cors],
            (Some(true), Browser::Unknown) if preset => &[Cors, Key],
            (Some(true), Browser::Unknown) => &[Cors, Address, Key],
            (None, Browser::Yes) => &[Key, Network, Address],
            (None, Browser::Unknown) => &[Address, Key, Network, Cors],
        },
        Error::Empty { .. } | Error::TooLong | Error::Filtered => &[],
        Error::NoVerse { .. } | Error::Stopped => &[],
    }
}

impl Suspect {
    /// A short name for tests and for the page's attributes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Money => "money",
            Self::Address => "address",
            Self::Model => "model",
            Self::Cors => "cors",
            Self::Network => "network",
            Self::Program => "program",
            Self::Provider => "provider",
        }
    }

    /// What to look at.
    pub fn sentence(self, language: Language) -> Cow<'static, str> {
        in_language(language, self.zh(), self.en())
    }

    const fn zh(self) -> &'static str {
        match self {
            Self::Key => "密钥：是否完整，是否属于这家服务商，是否仍有效。",
            Self::Money => "账户：余额或额度是否够用。",
            Self::Address => "接口地址：拼写和路径（多数以 /v1 结尾）。",
            Self::Model => "模型名称：以服务商的文档或控制台为准。",
            Self::Cors => {
                "服务商不让本页读取回答（CORS）：经由本机转接（./dev relay），或换一家；本机的模型程序要允许本页的来源。"
            }
            Self::Network => "网络：是否连通，代理、登录页和广告拦截插件。",
            Self::Program => "本机的模型程序：是否已启动，端口是否写对。",
            Self::Provider => "服务商正忙或出了故障：过几分钟再试。",
        }
    }

    const fn en(self) -> &'static str {
        match self {
            Self::Key => "The key: whole, of this provider, still valid?",
            Self::Money => "The account: is there money or quota left?",
            Self::Address => "The address: its spelling and its path (most end in /v1).",
            Self::Model => "The model's name: as in the provider's documents or console.",
            Self::Cors => {
                "The provider does not let this page read its answers (CORS): go through the relay \
                 (./dev relay) or choose another; a program on this machine must allow this page's \
                 origin."
            }
            Self::Network => "The network: the connection, a proxy, a log-in page, an ad blocker.",
            Self::Program => "The program on this machine: does it run, and is the port right?",
            Self::Provider => "The provider is busy or has trouble: try again in a few minutes.",
        }
    }
}

#[cfg(test)]
#[path = "trial_tests.rs"]
mod tests;
