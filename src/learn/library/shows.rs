//! What a poem shows: found by the check, not written down.

use std::borrow::Cow;

use verse::{Finding, Kind, Options, Report, RhymeGroup, Severity, rules};

use super::poem::Poem;
use crate::learn::words::Learn;

/// The poem is regulated and nothing is wrong with it.
const CLEAN: &str = "clean";
/// Its only fault is adhesion lost between its couplets.
const BROKEN_WAIST: &str = "broken-waist";
/// It rhymes in an oblique group.
const OBLIQUE_RHYMED: &str = "oblique-rhymed";

/// Something that a poem shows: the code of a rule, or one of those above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Show {
    /// What it is told from the others by.
    pub code: &'static str,
    /// How much it weighs; nothing where it is no finding.
    pub severity: Option<Severity>,
}

/// What the check finds in a poem, as far as one searches for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The rhyme group.
    pub group: Option<RhymeGroup>,
    /// What the poem shows, each once.
    pub shows: Vec<Show>,
}

impl Found {
    /// Asks the check, by its usual rules.
    pub fn of(poem: &Poem) -> Self {
        let report = verse::check(poem.text, &Options::default());
        let mut shows: Vec<Show> = Vec::new();
        let mut add = |show: Show| {
            if shows.iter().all(|other| other.code != show.code) {
                shows.push(show);
            }
        };
        let is = |code| Show {
            code,
            severity: None,
        };
        if report.kind == Kind::ObliqueRhymed {
            add(is(OBLIQUE_RHYMED));
        }
        let faults = [Severity::Error, Severity::Warning].map(|weight| report.count(weight));
        if report.kind == Kind::Regulated && faults == [0, 0] {
            add(is(CLEAN));
        }
        report.findings.iter().filter_map(show).for_each(add);
        Self {
            group: group(&report),
            shows,
        }
    }

    /// Whether the poem shows what has this code.
    pub fn has(&self, code: &str) -> bool {
        self.shows.iter().any(|show| show.code == code)
    }
}

/// What a finding shows.
fn show(finding: &Finding) -> Option<Show> {
    let rule = rules::rule(&finding.code)?;
    let code = match (rule.code, finding.severity) {
        ("adhesion", Severity::Note) => BROKEN_WAIST,
        (code, _) => code,
    };
    Some(Show {
        code,
        severity: Some(finding.severity),
    })
}

fn group(report: &Report) -> Option<RhymeGroup> {
    let rhyme = report.rhyme.as_ref()?;
    RhymeGroup::all().find(|group| group.name() == rhyme.group && group.class() == rhyme.class)
}

impl Show {
    /// What it is called.
    pub fn name(self, words: &Learn, language: verse::Language) -> Cow<'static, str> {
        let own = match self.code {
            CLEAN => words.clean,
            BROKEN_WAIST => words.broken_waist,
            OBLIQUE_RHYMED => words.oblique_rhymed,
            code => {
                return rules::rule(code).map_or_else(Cow::default, |rule| rule.name(language));
            }
        };
        Cow::Borrowed(own)
    }

    /// Whether it is worth a mark beside the poem: not what most poems show, nor matters of style.
    pub fn is_marked(self) -> bool {
        self.code != CLEAN && self.severity != Some(Severity::Advice)
    }

    /// Its place in the list to choose from: what a poem is comes first, then what it does well,
    /// then the rest by weight.
    fn order(self) -> usize {
        match self.severity {
            None => 0,
            Some(Severity::Rescue) => 1,
            Some(Severity::Note) => 2,
            Some(Severity::Warning) => 3,
            Some(Severity::Error) => 4,
            Some(Severity::Advice) => 5,
        }
    }
}

/// Everything that some poem shows, with the number of poems, in the order to choose from.
pub fn all_shown(found: &[Found]) -> Vec<(Show, usize)> {
    let mut all: Vec<(Show, usize)> = Vec::new();
    for show in found.iter().flat_map(|found| &found.shows) {
        if all.iter().any(|(other, _)| other.code == show.code) {
            continue;
        }
        let count = found.iter().filter(|found| found.has(show.code)).count();
        all.push((*show, count));
    }
    all.sort_by_key(|(show, count)| (show.order(), usize::MAX - count));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::library::fold::Fold;

    fn found(title: &str) -> Found {
        let poems = Poem::all(&Fold::new());
        let poem = poems.iter().find(|poem| poem.title == title);
        Found::of(poem.unwrap_or_else(|| panic!("{title}")))
    }

    #[test]
    fn known_poems_show_what_they_are_known_for() {
        assert!(found("登鹳雀楼").has(CLEAN));
        assert!(found("静夜思").has("old-style"));
        assert!(found("清明").has("borrowed-rhyme"));
        assert!(found("渭城曲").has(BROKEN_WAIST), "{:?}", found("渭城曲"));
        assert!(found("登乐游原").has("major-deviation-rescued"));
        let group = found("登鹳雀楼").group.map(RhymeGroup::name);
        assert_eq!(group, Some("尤"));
    }

    #[test]
    fn everything_that_is_shown_can_be_chosen() {
        let all: Vec<Found> = Poem::all(&Fold::new()).iter().map(Found::of).collect();
        let shown = all_shown(&all);
        for code in [
            CLEAN,
            BROKEN_WAIST,
            OBLIQUE_RHYMED,
            "old-style",
            "major-deviation-rescued",
            "borrowed-rhyme",
        ] {
            let count = shown.iter().find(|(show, _)| show.code == code);
            assert!(
                count.is_some_and(|(_, count)| *count > 0),
                "{code}: {shown:?}"
            );
        }
        assert_eq!(shown.first().map(|(show, _)| show.code), Some(CLEAN));
        assert!(all.iter().all(|found| !found.shows.is_empty()));
    }
}
