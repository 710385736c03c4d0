//! The verse that the course speaks of: lines of a poem, as they are or with one character changed.

use verse::{Kind, Language, Options, Report, Severity, rules};

use crate::{
    learn::library::poem::{find, find_in, lines},
    write::sheet::{Arc, Sheet},
};

/// Poems that the library does not have.
const MORE: &str = include_str!("data/more.tsv");

/// Lyrics; their ids begin with `ci-`, their titles with the tune.
const LYRICS: &str = include_str!("data/lyrics.tsv");

/// Forms that sound alike (里 and 裏), where the poems of the course want the other one; and what is
/// printed today.
const FORMS: &str = include_str!("data/forms.tsv");

/// A place in a poem, as (line, place) from 1.
pub type Place = (usize, usize);

/// Lines of a poem. The whole poem is checked, whatever is shown of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verse {
    /// The poem, by its id.
    pub poem: &'static str,
    /// The first and the last line that are shown, from 1.
    pub shown: (usize, usize),
    /// Where another character stands than the poet's, and which.
    pub change: Option<(Place, char)>,
}

impl Verse {
    /// Lines of a poem.
    pub const fn of(poem: &'static str, from: usize, to: usize) -> Self {
        Self {
            poem,
            shown: (from, to),
            change: None,
        }
    }

    /// The same with another character at a place.
    pub const fn with(mut self, line: usize, place: usize, character: char) -> Self {
        self.change = Some(((line, place), character));
        self
    }

    /// Title, author and text of the poem, as it is.
    pub fn poem(self) -> [&'static str; 3] {
        let more = || [MORE, LYRICS].into_iter();
        let found = find(self.poem).or_else(|| more().find_map(|table| find_in(table, self.poem)));
        found.unwrap_or_default()
    }

    /// Whether it is a lyric.
    pub fn is_lyric(self) -> bool {
        self.poem.starts_with("ci-")
    }

    /// The tune, of a lyric.
    pub fn tune(self) -> Option<&'static str> {
        let [title, ..] = self.poem();
        let tune = title.split('·').next();
        tune.filter(|_| self.is_lyric())
    }

    /// The lines of the poem as the poet wrote them, without their marks.
    pub fn lines(self) -> Vec<&'static str> {
        let [.., text] = self.poem();
        let bare = |line: &'static str| line.trim_end_matches(|c: char| !c.is_alphanumeric());
        lines(text).map(bare).collect()
    }

    /// The poet's character at a place.
    pub fn character(self, (line, place): Place) -> Option<char> {
        let lines = self.lines();
        let line = lines.get(line.checked_sub(1)?)?;
        line.chars().nth(place.checked_sub(1)?)
    }

    /// The poem with its changed character.
    pub fn text(self) -> String {
        let [.., text] = self.poem();
        let mut changed = String::with_capacity(text.len());
        for (number, line) in lines(text).enumerate() {
            for (at, character) in line.chars().enumerate() {
                changed.push(match self.change {
                    Some((place, other)) if place == (number + 1, at + 1) => other,
                    _ => character,
                });
            }
        }
        changed
    }

    /// The poem with other words in place of a line.
    pub fn text_with_line(self, number: usize, words: &str) -> String {
        let [.., text] = self.poem();
        let mut changed = String::with_capacity(text.len());
        for (at, line) in lines(text).enumerate() {
            let bare = line.trim_end_matches(|c: char| !c.is_alphanumeric());
            let stop = line.get(bare.len()..).unwrap_or_default();
            changed.push_str(if at + 1 == number { words } else { bare });
            changed.push_str(stop);
        }
        changed
    }

    /// The same in the script of a language.
    pub fn text_in(self, language: Language) -> String {
        in_script(self.text(), language)
    }

    /// The poet's character at a place, in the script of a language.
    pub fn character_in(self, place: Place, language: Language) -> Option<char> {
        let own = Self {
            change: None,
            ..self
        };
        let report = own.report(language);
        let line = report.lines.get(place.0.checked_sub(1)?)?;
        let char = line.chars.get(place.1.checked_sub(1)?)?;
        Some(char.character)
    }

    /// The lines as the poet wrote them, in the script of a language.
    pub fn lines_in(self, language: Language) -> Vec<String> {
        let own = Self {
            change: None,
            ..self
        };
        let report = own.report(language);
        report.lines.iter().map(verse::Line::text).collect()
    }

    /// What the check says of the poem, where it is not a lyric.
    pub fn report(self, language: Language) -> Report {
        check(&self.text_in(language), language)
    }
}

/// A poem in the script of a language. The poems are in simplified script; which traditional form a
/// character stands for is known from how the check reads it, but for forms that sound alike.
pub fn in_script(text: String, language: Language) -> String {
    if language != Language::Hant {
        return text;
    }
    let report = check(&text, language);
    let mut read = report.lines.iter().flat_map(|line| &line.chars).peekable();
    let mut at = 0;
    let mut written = String::with_capacity(text.len());
    for character in text.chars() {
        let form = read.next_if(|read| read.at == at);
        written.push(form.and_then(verse::Char::traditional).unwrap_or(character));
        at += character.len_utf16();
    }
    with_forms(written)
}

/// A name in the script of a language.
pub fn name_in_script(name: &str, language: Language) -> String {
    in_script(name.to_owned(), language)
}

/// The same with the forms that are wanted here.
fn with_forms(text: String) -> String {
    let forms = FORMS.lines().filter_map(|row| row.split_once('\t'));
    forms.fold(text, |text, (other, form)| text.replace(other, form))
}

/// Some lines of a sheet, with what joins them.
pub fn part(sheet: Sheet, (from, to): (usize, usize)) -> Sheet {
    let mut part = sheet;
    part.lines.retain(|line| (from..=to).contains(&line.number));
    let moved = |(line, place): Place| (line + 1).checked_sub(from).map(|line| (line, place));
    let count = part.lines.len();
    part.arcs = part
        .arcs
        .iter()
        .filter_map(|arc| {
            let (from, to) = (moved(arc.from)?, moved(arc.to)?);
            let inside = |place: Place| (1..=count).contains(&place.0);
            (inside(from) && inside(to)).then_some(Arc { from, to })
        })
        .collect();
    part
}

/// The course goes by the Pingshui rhymes and usual strictness, whatever the settings say: so its
/// examples are what its text calls them.
pub fn check(text: &str, language: Language) -> Report {
    let options = Options {
        language,
        ..Options::default()
    };
    verse::check(text, &options)
}

/// Whether nothing is wrong with a poem: it is a lyric or regulated, without errors and warnings, and nothing is
/// lost between its lines. (One lost adhesion of a quatrain is a note only.)
pub fn is_sound(report: &Report) -> bool {
    let is_fault = |finding: &verse::Finding| {
        matches!(finding.severity, Severity::Error | Severity::Warning)
            || finding.code == "adhesion"
            || finding.code == "opposition"
    };
    matches!(report.kind, Kind::Regulated | Kind::Ci) && !report.findings.iter().any(is_fault)
}

/// The first thing that is wrong with a poem, in words.
pub fn first_fault(report: &Report) -> Option<String> {
    let weighs = |finding: &&verse::Finding| {
        let noted = ["adhesion", "opposition", "old-style"];
        finding.severity <= Severity::Warning || noted.iter().any(|code| finding.code == *code)
    };
    let finding = report.findings.iter().find(weighs)?;
    let is_known = report.kind == Kind::Ci || rules::rule(&finding.code).is_some();
    is_known.then(|| finding.message.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOWER: Verse = Verse::of("tang-002", 3, 4);

    #[test]
    fn a_change_and_a_line_of_ones_own() {
        assert_eq!(TOWER.poem()[0], "登鹳雀楼");
        assert_eq!(TOWER.character((3, 2)), Some('穷'));
        assert_eq!(TOWER.character((0, 2)), None);
        let changed = TOWER.with(3, 2, '上');
        assert_eq!(
            changed.text(),
            "白日依山尽，黄河入海流。欲上千里目，更上一层楼。"
        );
        assert_eq!(
            TOWER.text_with_line(4, "山"),
            "白日依山尽，黄河入海流。欲穷千里目，山。"
        );
        assert!(is_sound(&TOWER.report(Language::Zh)));
        let report = changed.report(Language::Zh);
        assert!(!is_sound(&report));
        assert!(first_fault(&report).unwrap().contains("第三句第二字"));
    }

    #[test]
    fn a_poem_is_in_the_script_of_the_page() {
        let changed = TOWER.with(3, 2, '上');
        assert_eq!(
            changed.text_in(Language::Hant),
            "白日依山盡，黃河入海流。欲上千里目，更上一層樓。"
        );
        assert_eq!(changed.text_in(Language::En), changed.text());
        assert_eq!(changed.character_in((3, 2), Language::Hant), Some('窮'));
        assert_eq!(TOWER.lines_in(Language::Hant)[3], "更上一層樓");
        assert_eq!(name_in_script("登鹳雀楼", Language::Hant), "登鸛雀樓");
        assert_eq!(name_in_script("刘禹锡", Language::Hant), "劉禹錫");
        for name in [
            "送友人",
            "廣陵",
            "題破山寺後禪院",
            "終南望餘雪",
            "咸陽城東樓",
        ] {
            let simplified: String = name
                .chars()
                .map(|c| match c {
                    '廣' => '广',
                    '題' => '题',
                    '後' => '后',
                    '禪' => '禅',
                    '終' => '终',
                    '餘' => '余',
                    '陽' => '阳',
                    '東' => '东',
                    '樓' => '楼',
                    c => c,
                })
                .collect();
            assert_eq!(name_in_script(&simplified, Language::Hant), name);
        }
        for row in FORMS.lines() {
            let (other, form) = row.split_once('\t').unwrap();
            assert!(!form.contains(other) && !other.is_empty(), "{row}");
        }
    }

    fn sheet(verse: Verse) -> Sheet {
        let checker = crate::learn::course::checker::Checker {
            lyrics: None,
            language: Language::Zh,
        };
        checker.sheet(verse)
    }

    #[test]
    fn a_part_of_a_sheet_keeps_what_joins_its_lines() {
        // 赋得古原草送别: the deviation stands in line 3, its rescue in line 4.
        let grass = sheet(Verse::of("tang-095", 3, 4));
        let numbers: Vec<usize> = grass.lines.iter().map(|line| line.number).collect();
        assert_eq!(numbers, [3, 4]);
        let arc = Arc {
            from: (1, 4),
            to: (2, 3),
        };
        assert_eq!(grass.arcs, [arc]);
        assert!(sheet(Verse::of("tang-095", 4, 5)).arcs.is_empty());
    }
}
