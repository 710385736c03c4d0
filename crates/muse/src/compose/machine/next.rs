//! What follows an answer: the end, or the next question.

use super::{Compose, Kept, Stage};
use crate::{
    compose::{
        Action, CANDIDATES, End, ONLY_WARNINGS, PATIENCE, RESISTS, faults, group,
        rank::{Fit, Rank},
    },
    error::Error,
    prompt::{self, Prompt, Revision, Task},
    rhymes,
};

/// The most texts that a line is told not to use again; the latest are told.
const TRIED: usize = 6;

impl Compose {
    /// Ends, or asks for the next round.
    pub(super) fn next(&mut self) -> Action {
        let best = self.best.and_then(|b| self.kept.get(b)).map(|k| k.rank);
        if best.is_some_and(Rank::is_clean) && !self.awaits_change() {
            return self.end(End::Clean);
        }
        let work = self
            .work
            .or(self.best)
            .and_then(|at| Some((at, self.kept.get(at)?)));
        let mendable = work.filter(|(_, kept)| kept.rank.is_mendable(&self.brief));
        let only_warnings = best
            .is_some_and(|r| r.lost == 0 && r.fit == Fit::Right && r.astray == 0 && r.errors == 0);
        let patience = match (self.awaits_change(), only_warnings) {
            (true, _) => RESISTS,
            (_, true) => ONLY_WARNINGS,
            _ if mendable.is_none() => RESISTS,
            _ => PATIENCE,
        };
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
        if self.awaits_change() {
            self.round += 1;
            return self
                .ask_for_change("回答里没有找到合乎形式的全诗，或改动了已定的字，或与原诗相同。");
        }
        let Some((base, kept)) = mendable else {
            if !self.instruction.is_empty() {
                // A given poem is never written anew.
                return self.end(End::NoProgress);
            }
            self.round += 1;
            self.poem.clear();
            self.stage = Stage::Drafting;
            return Action::Ask(self.again());
        };
        if self.round == 0
            && self.instruction.is_empty()
            && let Some(report) = kept.version.report.verse()
            && group::is_all_astray(report, &self.brief)
        {
            let reason = group::reason_for_all(report, &self.brief);
            let prompt = prompt::again(&self.brief, std::slice::from_ref(&reason), &kept.lines);
            self.reasons = vec![reason];
            self.round += 1;
            self.poem.clear();
            self.stage = Stage::Drafting;
            return Action::Ask(prompt);
        }
        let mut tasks = self.tasks(kept);
        if tasks.is_empty() {
            // What is missing has no line: a lock beyond the poem's end.
            return self.end(End::NoProgress);
        }
        let resists = tasks.iter().any(|t| self.asked_for(t.line) >= RESISTS);
        // In the last round there is nothing to save up for.
        let is_last = self.round > 0 && self.round + 1 == self.budget.rounds;
        let many = resists || is_last;
        let had_candidates = tasks.iter().any(|t| self.asked_for(t.line) > RESISTS);
        if resists
            && had_candidates
            && self.idle > 0
            && let Some(prompt) = self.other_rhyme(base)
        {
            self.round += 1;
            self.poem.clear();
            self.stage = Stage::Rhyming;
            return Action::Ask(prompt);
        }
        let Some(kept) = self.kept.get(base) else {
            return self.end(End::NoProgress);
        };
        self.add_tried(kept, &mut tasks);
        let verse = kept.version.report.verse();
        let rhyme = verse.and_then(|report| report.rhyme.as_ref());
        let group = match self.brief.chosen_name() {
            "" => rhyme.map_or("", |r| r.group),
            chosen => chosen,
        };
        let prompt = prompt::revise(
            &self.brief,
            &Revision {
                lines: &kept.lines,
                tasks: &tasks,
                group,
                rhyming: rhyme.map_or(&[], |r| &r.lines),
                candidates: if many { CANDIDATES } else { 1 },
                instruction: &self.instruction,
            },
        );
        self.poem.clone_from(&kept.version.text);
        self.round += 1;
        let open: Vec<usize> = tasks.iter().map(|t| t.line).collect();
        let lines = kept.lines.len();
        self.count(lines, &open);
        self.reasons = tasks.into_iter().flat_map(|t| t.reasons).collect();
        self.stage = Stage::Revising {
            base,
            open,
            candidates: many,
        };
        Action::Ask(prompt)
    }

    fn tasks(&self, kept: &Kept) -> Vec<Task> {
        faults::tasks(&kept.version.report, &self.brief)
    }

    /// How many revisions in a row have asked for a line, from 1.
    fn asked_for(&self, line: usize) -> u32 {
        let at = line.checked_sub(1);
        at.and_then(|at| self.asked.get(at)).copied().unwrap_or(0)
    }

    /// Counts the lines that are asked for; those that are not begin again.
    fn count(&mut self, lines: usize, open: &[usize]) {
        self.asked.resize(lines, 0);
        for (count, number) in self.asked.iter_mut().zip(1..) {
            *count = if open.contains(&number) {
                *count + 1
            } else {
                0
            };
        }
    }

    /// Tells each task what has been tried in its place.
    fn add_tried(&self, kept: &Kept, tasks: &mut [Task]) {
        for task in tasks {
            let here = task.line.checked_sub(1).and_then(|at| kept.lines.get(at));
            for (line, text) in self.tried.iter().rev() {
                let stands = here.is_some_and(|l| l.text == *text);
                if *line == task.line && !stands && task.tried.len() < TRIED {
                    task.tried.insert(0, text.clone());
                }
            }
        }
    }

    /// Asks for the whole poem in another rhyme; not where the person chose the rhyme or gave the poem,
    /// nor where every wide group has been tried.
    fn other_rhyme(&mut self, base: usize) -> Option<Prompt> {
        let fixed = !self.brief.rhymes.is_empty() || self.brief.chosen().is_some();
        // A lyric may have several, and most in tones of which no wide groups are listed.
        if fixed || self.brief.tune.is_some() || !self.instruction.is_empty() {
            return None;
        }
        let kept = self.kept.get(base)?;
        let verse = kept.version.report.verse();
        let rhyme = verse.and_then(|report| report.rhyme.as_ref());
        let group = rhyme.map_or("", |r| r.group).to_owned();
        let lines = kept.lines.clone();
        self.groups.push(group.clone());
        let other = rhymes::other(&self.groups, self.brief.book)?;
        // The next draft may rhyme as the last one all the same: this one is not asked for again.
        self.groups.push(other.to_owned());
        let reason = format!("押“{group}”韵的几句屡改不合：请换用“{other}”韵，另写一首。");
        let mut brief = self.brief.clone();
        brief.group = other.to_owned();
        self.reasons = vec![reason];
        Some(prompt::again(&brief, &self.reasons, &lines))
    }

    /// Asks for the whole poem again, with what was wrong with the last answer.
    fn again(&mut self) -> Prompt {
        let reason = self.lost.as_ref().map(|lost| match lost.too_long {
            true => "回答太长，没有停在诗的末句。",
            false => "回答里没有找到诗句。",
        });
        let (reasons, lines) = match (reason, self.kept.last()) {
            (None, Some(last)) => (
                faults::shape_reasons(&last.version.report, &self.shape),
                &last.lines[..],
            ),
            (reason, _) => (reason.map(String::from).into_iter().collect(), &[][..]),
        };
        let prompt = prompt::again(&self.brief, &reasons, lines);
        self.reasons = reasons;
        prompt
    }
}
