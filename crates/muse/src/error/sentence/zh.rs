//! 简体中文。

use verse::Language;

use super::seconds;
use crate::{error::Error, provider::Browser};

/// 发生了什么，先试什么。
pub(in crate::error) fn sentence(error: &Error) -> String {
    match error {
        Error::Address(e) => e.sentence(Language::Zh).into_owned(),
        Error::NoKey => "请先在设置里填写这家服务商的密钥。".into(),
        Error::LockedKey => "这家服务商的密钥锁着。请在设置里选中它，输入口令解锁。".into(),
        Error::OtherHost { given, now } if given.is_empty() => format!(
            "填写这个密钥时还没有接口地址，所以没有发给 {now}。请在设置里重新填写密钥，或确认用于这个地址。"
        ),
        Error::OtherHost { given, now } => format!(
            "这个密钥是为 {given} 填写的，现在的接口地址却是 {now}，所以没有发出。请在设置里重新填写密钥，或确认用于新的地址。"
        ),
        Error::BadKey => "密钥里有空格、汉字或看不见的字符，请重新复制，整段粘贴。".into(),
        Error::MisplacedKey => {
            "密钥填到了地址或模型一栏里。请把它移到“密钥”一栏；没有发出任何请求。".into()
        }
        Error::NoModel => "请先在设置里填写模型名称，写法以服务商的文档为准。".into(),
        Error::Key { status, said } => with_said(
            &format!(
                "服务商不接受这个密钥（{status}）。请检查密钥是否完整、是否属于这家服务商、是否已被停用或限制了用途。"
            ),
            said,
        ),
        Error::Money { said } => with_said(
            "账户余额不足，或额度已经用完。请到服务商的网站充值或调整额度，然后再试；等待没有用。",
            said,
        ),
        Error::NotFound { said } => with_said(
            "服务商说没有这个地址或模型（404）。先检查模型名称；再检查接口地址（多数以 /v1 结尾）。",
            said,
        ),
        Error::Refused { status, said } => with_said(
            &format!(
                "服务商不接受这个请求（{status}）。请检查模型名称是否适合对话，再按它的说明调整。"
            ),
            said,
        ),
        Error::Busy { retry_after, said } => {
            let wait = retry_after.map_or_else(
                || "请过一两分钟再试，或换一个模型。".into(),
                |t| format!("它要求等 {} 秒再试。", seconds(t)),
            );
            with_said(&format!("请求太频繁，服务商暂不接受（429）。{wait}"), said)
        }
        Error::Down { status, said } => with_said(
            &format!(
                "服务商那边出了问题（{status}），重试几次都没有成功。请过几分钟再试，或换一家服务商。"
            ),
            said,
        ),
        Error::Inside { said } => {
            with_said("服务商在回答途中报告了错误。请再试一次；若仍如此，换一个模型。", said)
        }
        Error::Html => {
            "收到的是网页，不是模型的回答。请检查接口地址（多数以 /v1 结尾）；若在公司或公共网络里，先在浏览器里登录网络。".into()
        }
        Error::Malformed { said } => with_said(
            "收到的内容看不懂，不是这类接口的格式。请检查接口地址，以及选的服务商是否与它相符。",
            said,
        ),
        Error::Broken => "回答中途断了。请检查网络，再试一次；已收到的都保留着。".into(),
        Error::Stalled { after, begun: false } => format!(
            "等了 {} 秒还没有回答。服务商可能很忙，请再试一次，或换一个更快的模型。",
            seconds(*after)
        ),
        Error::Stalled { after, begun: true } => format!(
            "回答停住了，{} 秒没有新内容。请再试一次；已收到的都保留着。",
            seconds(*after)
        ),
        Error::Offline => "现在没有网络。写作和检查照常可用；连上网络后再请模型作诗。".into(),
        Error::Unreachable { local: true, .. } => {
            "连不上本机的模型。请依次检查：一、程序是否已启动，端口是否写对；二、它是否允许本页访问（Ollama 要设置 OLLAMA_ORIGINS）；三、浏览器是否允许本页访问本地网络。".into()
        }
        Error::Unreachable { browser: Browser::No, .. } => {
            "这家服务商不允许网页直接访问。请换一家服务商，或经由本机转接。".into()
        }
        Error::Unreachable { browser: Browser::Yes, .. } => {
            "连不上服务商，浏览器没有说明原因。请依次检查：一、密钥是否正确（有的服务商遇到错误密钥会这样）；二、网络和代理；三、接口地址的拼写；四、广告拦截插件，关掉再试。".into()
        }
        Error::Unreachable { browser: Browser::Unknown, .. } => {
            "连不上服务商，浏览器没有说明原因。请依次检查：一、接口地址的拼写；二、密钥是否正确；三、网络和代理；四、广告拦截插件，关掉再试；五、这家服务商可能不允许网页访问，那就换一家。".into()
        }
        Error::Empty { thought: false } => {
            "模型的回答是空的。请再试一次；若仍如此，换一个模型。".into()
        }
        Error::Empty { thought: true } => {
            "模型只思考，没有写出回答。请再试一次，或换一个不作长篇思考的模型。".into()
        }
        Error::TooLong => "回答太长，在写完诗之前就到了上限。请再试一次，或换一个模型。".into(),
        Error::Filtered => "服务商的内容审核挡住了这次回答。请换一种说法再试。".into(),
        Error::NoVerse { said } => {
            with_said("模型的回答里没有找到诗句。请把要求写得更明白些，或换一个模型。", said)
        }
        Error::Stopped => "已停止。".into(),
    }
}

fn with_said(sentence: &str, said: &str) -> String {
    if said.is_empty() {
        sentence.to_owned()
    } else {
        format!("{sentence}对方的原话：“{said}”")
    }
}
