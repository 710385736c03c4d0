//! Plays an answer: the events of a stream, with their pauses and their mishaps.

use std::{io, time::Duration};

use axum::body::Bytes;
use serde_json::Value;
use tokio::{sync::mpsc::Sender, time::sleep};

use crate::{
    behaviour::Behaviour,
    hostile,
    poems::{Classic, rows},
    question::Question,
    recorded::{Book, Entry, Fate},
    shape::{End, Shape},
};

/// A piece of a body. An error breaks the connection.
pub(crate) type Piece = Result<Bytes, io::Error>;

/// The client has hung up.
struct HungUp;

/// Between two characters.
const BEAT: Duration = Duration::from_millis(3);
const SLOW: Duration = Duration::from_millis(400);

/// The bytes of a huge answer, and of a piece of it.
const HUGE: usize = 4 << 20;
const HUGE_PIECE: usize = 8 << 10;

/// What is said while thinking.
pub(crate) const THOUGHT: &str = "先定韵脚，再看平仄：\n红日依山尽，黄河入海来。";

/// An answer on its way.
pub(crate) struct Stage {
    /// The shape of the answer.
    pub shape: &'static dyn Shape,
    /// Takes the bytes.
    pub to: Sender<Piece>,
    /// Where to write what became of it.
    pub book: Book,
    /// And at which place.
    pub entry: Entry,
}

impl Stage {
    /// Plays to the end, or until the client hangs up.
    pub async fn play(self, behaviour: Behaviour, question: Question) {
        let fate = match self.act(behaviour, &question).await {
            Ok(()) => Fate::Whole,
            Err(HungUp) => Fate::Dropped,
        };
        self.book.set_fate(self.entry, fate);
    }

    async fn act(&self, behaviour: Behaviour, question: &Question) -> Result<(), HungUp> {
        let text = words(behaviour, question);
        let shape = self.shape;
        if !matches!(
            behaviour,
            Behaviour::StallBefore | Behaviour::KeepaliveOnly | Behaviour::Malformed
        ) {
            self.send(&shape.begin()).await?;
        }
        match behaviour {
            Behaviour::Slow => self.recite(&text, SLOW).await?,
            Behaviour::StallBefore => return self.hang().await,
            Behaviour::KeepaliveOnly => loop {
                self.send(&shape.keepalive()).await?;
                self.pause(20 * BEAT).await?;
            },
            Behaviour::StallMid => {
                self.recite(&begin(question), BEAT).await?;
                return self.hang().await;
            }
            Behaviour::NoFinish => return self.recite(&begin(question), BEAT).await,
            Behaviour::Cut => {
                self.recite(&begin(question), BEAT).await?;
                let event = shape.text("黄河");
                let middle = event.find('河').unwrap_or_default() + 1;
                self.give(Ok(Bytes::copy_from_slice(&event.as_bytes()[..middle])))
                    .await?;
                // What a client has not read when the reset comes is lost, and a busy machine reads late.
                self.pause(100 * BEAT).await?;
                return self.give(Err(io::ErrorKind::ConnectionReset.into())).await;
            }
            Behaviour::Thinking | Behaviour::ThinkOnly => {
                for c in THOUGHT.chars() {
                    self.send(&shape.thinking(&c.to_string())).await?;
                }
                if behaviour == Behaviour::ThinkOnly {
                    return self.send(&shape.end(End::Length, THOUGHT)).await;
                }
                self.recite(&text, BEAT).await?;
            }
            Behaviour::Huge => {
                let piece = shape.thinking(&"一二三四五六七八九十".repeat(HUGE_PIECE / 30));
                for _ in 0..HUGE / HUGE_PIECE {
                    self.send(&piece).await?;
                }
                self.recite(&text, BEAT).await?;
            }
            Behaviour::Hostile => {
                self.send(&shape.thinking(hostile::WORDS)).await?;
                self.recite(&text, BEAT).await?;
            }
            Behaviour::EchoKey => {
                for c in format!("{THOUGHT}{}。", question.key).chars() {
                    self.send(&shape.thinking(&c.to_string())).await?;
                    self.pause(BEAT).await?;
                }
                self.recite(&text, BEAT).await?;
            }
            Behaviour::Flood => {
                let (thought, piece) = (shape.thinking(hostile::PIECE), shape.text(hostile::PIECE));
                for piece in [thought, piece] {
                    for _ in 0..hostile::PIECES {
                        self.send(&piece).await?;
                    }
                }
            }
            Behaviour::ThinkTags => {
                self.recite(&format!("<think>\n{THOUGHT}\n</think>\n\n{text}"), BEAT)
                    .await?;
            }
            Behaviour::Malformed => return self.send("data: this is no JSON\n\n").await,
            Behaviour::Empty => {}
            Behaviour::Filter => return self.send(&shape.end(End::Filter, "")).await,
            Behaviour::ErrorIn200 => {
                self.recite("白日依", BEAT).await?;
                return self.send(&shape.broken("engine on fire")).await;
            }
            Behaviour::Endless => {
                let piece = shape.text("白日依山尽，黄河入海流。\n");
                loop {
                    self.send(&piece).await?;
                }
            }
            Behaviour::EndlessLine => {
                self.send("data: {\"choices\":\"").await?;
                let piece = "x".repeat(16 << 10);
                loop {
                    self.send(&piece).await?;
                }
            }
            _ => self.recite(&text, BEAT).await?,
        }
        self.send(&shape.end(End::Stop, &text)).await
    }

    /// Says a text character by character.
    async fn recite(&self, text: &str, beat: Duration) -> Result<(), HungUp> {
        for c in text.chars() {
            self.send(&self.shape.text(&c.to_string())).await?;
            self.pause(beat).await?;
        }
        Ok(())
    }

    /// Waits, unless the client hangs up.
    async fn pause(&self, time: Duration) -> Result<(), HungUp> {
        tokio::select! {
            () = sleep(time) => Ok(()),
            () = self.to.closed() => Err(HungUp),
        }
    }

    /// Waits until the client hangs up.
    async fn hang(&self) -> Result<(), HungUp> {
        self.to.closed().await;
        Err(HungUp)
    }

    async fn send(&self, text: &str) -> Result<(), HungUp> {
        // An empty piece would end nothing and say nothing.
        if text.is_empty() {
            return Ok(());
        }
        self.give(Ok(Bytes::copy_from_slice(text.as_bytes()))).await
    }

    async fn give(&self, piece: Piece) -> Result<(), HungUp> {
        self.to.send(piece).await.map_err(|_| HungUp)
    }
}

/// The whole answer as one object.
pub(crate) fn object(shape: &dyn Shape, behaviour: Behaviour, question: &Question) -> Value {
    shape.object(&words(behaviour, question))
}

/// One line and three characters of the poem.
fn begin(question: &Question) -> String {
    let lines = question.classic.lines;
    let next: String = lines[1].chars().take(3).collect();
    format!("{}，\n{next}", lines[0])
}

/// What is said of a poem: of the last character that it has the wrong class, which is not so, and
/// that it does not rhyme, which is so only in a faulty one.
fn opinion(classic: &Classic) -> String {
    let number = classic.lines.len();
    let width = classic.lines[0].chars().count();
    format!(
        "1. 立意：登高望远，情在景中。\n\
         2. 字句：末句最好。\n\
         3. 意象与对仗：<b>工稳</b>。\n\
         4. 格律：第{number}句第{width}字应仄而用平。第{number}句第{width}字出韵。"
    )
}

/// What is said.
fn words(behaviour: Behaviour, question: &Question) -> String {
    let classic = question.classic;
    let right: Vec<String> = classic.with_faults(&[]);
    let faulty = classic.with_faults(&[0, 1]);
    let numbered = |lines: &[String], asked: &[usize]| -> String {
        let row = |n: &usize| Some(format!("第{n}句：{}", lines.get(n.checked_sub(1)?)?));
        asked.iter().filter_map(row).collect::<Vec<_>>().join("\n")
    };
    let asked = &question.asked[..];
    let drafting = asked.is_empty();
    if question.opinion {
        let said = opinion(classic);
        return match behaviour {
            Behaviour::Hostile => [hostile::WORDS, "\n", &said].concat(),
            Behaviour::EchoKey => [&said, "\n", &question.key].concat(),
            _ => said,
        };
    }
    match behaviour {
        Behaviour::NoVerse => "抱歉，您说的这个题目我还不太明白，请再多告诉我一些。".to_owned(),
        Behaviour::Chatty => format!(
            "好的，为您写一首{}：\n\n**《{}》**\n\n> {}\n\n【说明】全诗合乎平仄，一韵到底。\n",
            classic.form,
            classic.title,
            rows(&right).replace('\n', "\n> ")
        ),
        Behaviour::WrongShapeThenGood if drafting && !question.again => {
            let mut lines = right;
            lines.pop();
            if let Some(first) = lines.first_mut() {
                first.pop();
            }
            rows(&lines)
        }
        Behaviour::Worse if drafting => rows(&classic.with_faults(&[1])),
        Behaviour::Worse => {
            let broken = vec![
                "白白白白白白白"
                    .chars()
                    .take(right[0].chars().count())
                    .collect();
                right.len()
            ];
            numbered(&broken, asked)
        }
        Behaviour::Hostile => hostile::poem(classic.title, &right),
        Behaviour::EchoKey => format!("《{}》\n{}", question.key, rows(&right)),
        Behaviour::NeverGood if !drafting => numbered(&faulty, asked),
        Behaviour::FaultyThenGood
        | Behaviour::OneByOne
        | Behaviour::NeverGood
        | Behaviour::WholePoem
        | Behaviour::BadOrder
            if drafting =>
        {
            rows(&faulty)
        }
        Behaviour::OneByOne => numbered(&right, &asked[..1]),
        Behaviour::WholePoem => {
            format!(
                "已按要求改写如下：\n\n{}\n\n改动：平仄与韵脚均已合律。",
                rows(&right)
            )
        }
        Behaviour::BadOrder => {
            let mut lines = right;
            let unasked = (1..=lines.len()).find(|n| !asked.contains(n)).unwrap_or(1);
            lines[unasked - 1] = lines[unasked - 1].chars().rev().collect();
            let mut order: Vec<usize> = asked.iter().rev().copied().collect();
            order.push(unasked);
            numbered(&lines, &order)
        }
        _ if drafting => rows(&right),
        _ => numbered(&right, asked),
    }
}
