//! What follows an answer: the end, or the next question.

use super::{Compose, Kept, Stage};
use crate::{
    compose::{
        Action, End, PATIENCE, faults,
        rank::{Fit, Rank},
    },
    error::Error,
    prompt::{self, Prompt, Revision, Task},
};

impl Compose {
    /// Ends, or asks for the next round.
    pub(super) fn next(&mut self) -> Action {
        let best = self
            .best
            .and_then(|b| self.kept.get(b).map(|kept| (b, kept)));
        let rank = best.map(|(_, kept)| kept.rank);
        if rank.is_some_and(Rank::is_clean) {
            return self.end(End::Clean);
        }
        let only_warnings = rank.is_some_and(|r| r.fit == Fit::Right && r.errors == 0);
        let patience = if only_warnings { 1 } else { PATIENCE };
        let spent = self.round >= self.budget.rounds
            || self.budget.tokens.is_some_and(|t| self.usage.total() >= t);
        if spent || self.idle >= patience {
            let end = match (best, spent) {
                (None, _) => {
                    let said = self.lost.as_ref().map(|l| l.said.clone());
                    End::Failed(Error::NoVerse {
                        said: said.unwrap_or_default(),
                    })
                }
                (_, true) => End::Budget,
                _ => End::NoProgress,
            };
            return self.end(end);
        }
        let (stage, prompt) = match best {
            Some((base, kept)) if kept.rank.fit == Fit::Right => self.revision(base, kept),
            _ => (Stage::Drafting, self.again()),
        };
        if let Stage::Drafting = stage {
            self.poem.clear();
        } else if let Some((_, kept)) = best {
            self.poem = kept.version.text.clone();
        }
        self.round += 1;
        self.stage = stage;
        Action::Ask(prompt)
    }

    /// Asks for the lines of a version that are to be mended.
    fn revision(&self, base: usize, kept: &Kept) -> (Stage, Prompt) {
        let mut tasks: Vec<Task> = faults::tasks(&kept.version.report, &self.brief);
        for task in &mut tasks {
            let text = |of: &Kept| Some(of.lines.get(task.line.checked_sub(1)?)?.text.clone());
            let here = text(kept);
            for other in self.kept.iter().filter(|k| k.base == Some(base)) {
                let Some(text) = text(other).filter(|t| Some(t) != here.as_ref()) else {
                    continue;
                };
                if !task.tried.contains(&text) {
                    task.tried.push(text);
                }
            }
        }
        let open = tasks.iter().map(|t| t.line).collect();
        let rhyme = kept.version.report.rhyme.as_ref();
        let prompt = prompt::revise(
            &self.brief,
            &Revision {
                lines: &kept.lines,
                tasks: &tasks,
                group: rhyme.map_or("", |r| &r.group),
                rhyming: rhyme.map_or(&[], |r| &r.lines),
            },
        );
        (Stage::Revising { base, open }, prompt)
    }

    /// Asks for the whole poem again, with what was wrong with the last answer.
    fn again(&self) -> Prompt {
        let reason = self.lost.as_ref().map(|lost| match lost.too_long {
            true => "回答太长，没有停在诗的末句。",
            false => "回答里没有找到诗句。",
        });
        match (reason, self.kept.last()) {
            (None, Some(last)) => {
                let reasons = faults::shape_reasons(&last.version.report, self.shape);
                prompt::again(&self.brief, &reasons, &last.lines)
            }
            (reason, _) => {
                let reasons: Vec<String> = reason.map(String::from).into_iter().collect();
                prompt::again(&self.brief, &reasons, &[])
            }
        }
    }
}
