//! What the server does, by the name of the model.

/// What the server does with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// `good`: a right poem, character by character.
    Good,
    /// `faulty-then-good`: a draft with two faults; asked for lines, it gives the right ones.
    FaultyThenGood,
    /// `one-by-one`: as before, but of the lines asked for it mends only the first.
    OneByOne,
    /// `never-good`: a draft with two faults, and the same lines again whatever is asked.
    NeverGood,
    /// `worse`: a draft with one fault; asked for its line, a line that is worse.
    Worse,
    /// `whole-poem`: a draft with two faults; asked for lines, it gives the whole poem with talk.
    WholePoem,
    /// `bad-order`: a draft with two faults; asked for lines, it gives them last first, and one
    /// that nobody asked for.
    BadOrder,
    /// `wrong-shape-then-good`: a line too few and a line too short; asked again, a right poem.
    WrongShapeThenGood,
    /// `chatty`: a right poem with a title, Markdown and explanations.
    Chatty,
    /// `no-verse`: talk without verse.
    NoVerse,
    /// `slow`: a right poem, a character every 400 ms.
    Slow,
    /// `stall-before`: never begins to answer.
    StallBefore,
    /// `stall-mid`: stops after one line and three characters, and keeps the connection open.
    StallMid,
    /// `keepalive-only`: nothing but comments, or pings.
    KeepaliveOnly,
    /// `cut`: breaks the connection in the middle of a character of the second line.
    Cut,
    /// `no-finish`: ends after one line and three characters without a reason.
    NoFinish,
    /// `not-stream`: one JSON object instead of a stream.
    NotStream,
    /// `thinking`: thinks in `reasoning_content` first, or in blocks or parts of thought.
    Thinking,
    /// `huge`: thinks for four megabytes, then a right poem.
    Huge,
    /// `think-tags`: thinks in `<think>` first.
    ThinkTags,
    /// `think-only`: thinks, then ends at the limit of tokens.
    ThinkOnly,
    /// `html`: a web page.
    Html,
    /// `redirect`: sends to another address of this server, with status 307: what is asked again there has
    /// the key with it.
    Redirect,
    /// `malformed`: events that are no JSON.
    Malformed,
    /// `empty`: a proper end without text.
    Empty,
    /// `filter`: held back by a content filter.
    Filter,
    /// `error-in-200`: an error in the stream after three characters.
    ErrorIn200,
    /// `endless`: text without end.
    Endless,
    /// `endless-line`: one line of an event without end.
    EndlessLine,
    /// `hostile`: a right poem among markup, what turns the direction of writing, what is not seen, and a
    /// question for the key; the same in its thinking and in an opinion.
    Hostile,
    /// `hostile-error`: 400, whose message is as hostile.
    HostileError,
    /// `flood`: a line of a million characters, first of thinking and then of text, in small pieces.
    Flood,
    /// `echo-key-in-error`: 400, with the key that was sent in the body.
    EchoKeyInError,
    /// `echo-key`: a right poem whose title is the key that was sent, and is told again while the model thinks, a
    /// character at a time; and in an opinion.
    EchoKey,
    /// `no-cors`: a good answer that a browser must not show to the page.
    NoCors,
    /// `401-no-cors`: 401, and a browser must not show it.
    KeyNoCors,
    /// `401`, `402`, `500`…: an error with this status.
    Status(u16),
    /// `wrong-key`: what the provider says to a key that is none.
    WrongKey,
    /// `429-quota`: a quota is used up, or the money is; with Anthropic, 400.
    Quota,
    /// `429-then-good`: 429 with `retry-after: 1` for the first request that names it, then as
    /// `good`.
    BusyThenGood,
    /// `503-then-good`: 503 for the first request that names it, then as `good`.
    DownThenGood,
}

impl Behaviour {
    /// Those with a name of their own.
    pub const NAMED: [(&'static str, Self); 40] = [
        ("good", Self::Good),
        ("faulty-then-good", Self::FaultyThenGood),
        ("one-by-one", Self::OneByOne),
        ("never-good", Self::NeverGood),
        ("worse", Self::Worse),
        ("whole-poem", Self::WholePoem),
        ("bad-order", Self::BadOrder),
        ("wrong-shape-then-good", Self::WrongShapeThenGood),
        ("chatty", Self::Chatty),
        ("no-verse", Self::NoVerse),
        ("slow", Self::Slow),
        ("stall-before", Self::StallBefore),
        ("stall-mid", Self::StallMid),
        ("keepalive-only", Self::KeepaliveOnly),
        ("cut", Self::Cut),
        ("no-finish", Self::NoFinish),
        ("not-stream", Self::NotStream),
        ("thinking", Self::Thinking),
        ("huge", Self::Huge),
        ("think-tags", Self::ThinkTags),
        ("think-only", Self::ThinkOnly),
        ("html", Self::Html),
        ("redirect", Self::Redirect),
        ("malformed", Self::Malformed),
        ("empty", Self::Empty),
        ("filter", Self::Filter),
        ("error-in-200", Self::ErrorIn200),
        ("endless", Self::Endless),
        ("endless-line", Self::EndlessLine),
        ("hostile", Self::Hostile),
        ("hostile-error", Self::HostileError),
        ("flood", Self::Flood),
        ("echo-key-in-error", Self::EchoKeyInError),
        ("echo-key", Self::EchoKey),
        ("no-cors", Self::NoCors),
        ("401-no-cors", Self::KeyNoCors),
        ("wrong-key", Self::WrongKey),
        ("429-quota", Self::Quota),
        ("429-then-good", Self::BusyThenGood),
        ("503-then-good", Self::DownThenGood),
    ];

    /// The behaviour of a model; `None` for a name that nobody knows, which is answered with 404
    /// as a provider would.
    pub fn of(model: &str) -> Option<Self> {
        let status = model
            .parse()
            .ok()
            .filter(|s| (400..600).contains(s))
            .map(Self::Status);
        let named = Self::NAMED.iter().find(|(name, _)| *name == model);
        named.map(|(_, behaviour)| *behaviour).or(status)
    }

    /// Whether a browser may show the answer to the page.
    pub(crate) const fn allows_pages(self) -> bool {
        !matches!(self, Self::NoCors | Self::KeyNoCors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn models_are_behaviours() {
        assert_eq!(Behaviour::of("good"), Some(Behaviour::Good));
        assert_eq!(Behaviour::of("402"), Some(Behaviour::Status(402)));
        assert_eq!(Behaviour::of("429-quota"), Some(Behaviour::Quota));
        for unknown in ["", "gpt", "200", "40", "700"] {
            assert_eq!(Behaviour::of(unknown), None, "{unknown}");
        }
    }
}
