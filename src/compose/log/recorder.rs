//! Writes down what is said in a run.

use muse::{By, Secret, Update};

use crate::{
    keep::log::{Called, LONGEST, Talked},
    ui::State,
};

/// Writes down a run as it goes on.
pub struct Recorder {
    talk: State<Talked>,
    /// The key that was sent: a host could repeat it in an answer.
    key: Secret,
    answer: String,
    best: String,
}

impl Recorder {
    /// Begins a run. `before` is the poem that is to be changed, where there is one.
    pub fn new(talk: State<Talked>, begins: Talked, key: Secret, before: &str) -> Self {
        talk.set(begins);
        Self {
            talk,
            key,
            answer: String::new(),
            best: before.to_owned(),
        }
    }

    /// Writes down what happens.
    pub fn follow(&mut self, update: &Update<'_>) {
        match update {
            Update::Asked {
                round,
                open,
                prompt,
            } => {
                self.close();
                let call = Called {
                    round: *round,
                    open: open.to_vec(),
                    base: self.best.clone(),
                    question: [&prompt.system[..], &prompt.user].join("\n\n"),
                    ..Called::default()
                };
                self.talk.update(|talk| talk.calls.push(call));
            }
            Update::Text { delta, .. } => {
                if self.answer.len() < LONGEST {
                    self.answer += delta;
                }
            }
            Update::Version { version, .. } if version.by != By::Given => {
                if version.accepted {
                    self.best.clone_from(&version.text);
                }
                self.last(|call| call.better = Some(version.accepted));
            }
            Update::Usage(usage) => {
                let all = usage.total();
                self.talk.change(|talk| {
                    let before: u64 = talk.calls.iter().map(|call| call.tokens).sum();
                    if let Some(call) = talk.calls.last_mut() {
                        call.tokens += all.saturating_sub(before);
                    }
                });
            }
            Update::Version { .. } | Update::Waiting { .. } | Update::Thinking(_) => {}
        }
    }

    /// The run has ended.
    pub fn finish(mut self) -> Talked {
        self.close();
        self.talk.update(|_| {});
        self.talk.get_untracked()
    }

    /// Puts the answer, which has ended, to its question.
    fn close(&mut self) {
        let answer = self.key.mask_in(&std::mem::take(&mut self.answer));
        self.last(|call| call.answer = answer);
    }

    fn last(&self, change: impl FnOnce(&mut Called)) {
        self.talk.change(|talk| talk.calls.last_mut().map(change));
    }
}
