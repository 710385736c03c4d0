//! The things to do, and how the check judges them. Nothing here knows an answer that the check can
//! give; what is written down is only what is asked.

use verse::{
    Char, Form, Kind, Language, LineType, Opening, Options, Report, Severity, Tone, ToneClass,
    antithesis::Category, template,
};

use super::{
    checker::Checker,
    verse::{Place, Verse, check, in_script, is_sound},
};
use crate::write::sheet::{Sheet, places};

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Mark the tones of a line.
    Tones(Verse, usize),
    /// Press a character of the entering tone.
    Entering(Verse),
    /// Name the type of a line.
    Type(Verse, usize),
    /// Press the character at which there is a finding with this code.
    Fault(Verse, &'static str),
    /// Choose the character that stands at a place; these besides the poet's are offered.
    Fill(Verse, Place, &'static str),
    /// Put the lines of a quatrain in order. The first stands; the others are shown in this order.
    Order(&'static str, [usize; 3]),
    /// Go on with the pattern of a form, line by line.
    Pattern(Form, Opening),
    /// Say what sort of verse it is.
    Kind(Verse),
    /// Choose the character that answers the one above it, which is of this class of words, among
    /// several, each of a class of its own.
    Answer(Verse, Place, Category, &'static [(char, Category)]),
    /// Write a line oneself.
    Line(Verse, usize),
    /// Write a quatrain.
    Quatrain,
    /// Mark the lines of a lyric that rhyme.
    Rhymes(Verse),
    /// Fill in a whole lyric of the tune [`TUNE`].
    Lyric,
}

/// The tune that a lyric of one's own is written to.
pub const TUNE: &str = "如梦令";

/// How many characters it has.
pub const TUNE_LENGTH: usize = 33;

/// What stands where a character is missing.
pub const BLANK: char = '□';

impl Task {
    /// What the exercise is kept by, within its lesson.
    pub fn id(self) -> String {
        let of = |kind: &str, verse: Verse, line: usize| format!("{kind}.{}.{line}", verse.poem);
        match self {
            Self::Tones(verse, line) => of("tones", verse, line),
            Self::Entering(verse) => of("entering", verse, verse.shown.0),
            Self::Type(verse, line) => of("type", verse, line),
            Self::Fault(verse, code) => {
                // A lyric is always shown whole.
                let change = verse.change.filter(|_| verse.is_lyric());
                of(
                    code,
                    verse,
                    change.map_or(verse.shown.0, |((line, _), _)| line),
                )
            }
            Self::Fill(verse, place, _) => of("fill", verse, place.0),
            Self::Order(poem, _) => format!("order.{poem}"),
            Self::Pattern(form, opening) => {
                let letters: String = opening
                    .line_types(form.width(), form.lines())
                    .iter()
                    .map(|line_type| line_type.letter())
                    .collect();
                format!("pattern.{}.{letters}", form.width())
            }
            Self::Kind(verse) => of("kind", verse, 1),
            Self::Answer(verse, place, ..) => of("answer", verse, place.0),
            Self::Line(verse, line) => of("line", verse, line),
            Self::Quatrain => "quatrain".to_owned(),
            Self::Rhymes(verse) => of("rhymes", verse, 1),
            Self::Lyric => "lyric".to_owned(),
        }
    }
}

/// A character of a report.
pub fn char_at(report: &Report, (line, place): Place) -> Option<&Char> {
    let line = report.lines.get(line.checked_sub(1)?)?;
    line.chars.get(place.checked_sub(1)?)
}

/// The places of a line where the marks are not what the check says.
pub fn wrong_tones(report: &Report, line: usize, marks: &[Option<ToneClass>]) -> Vec<usize> {
    let is_wrong = |(at, mark): (usize, &Option<ToneClass>)| {
        let class = char_at(report, (line, at + 1)).and_then(|char| char.class);
        (class != *mark).then_some(at + 1)
    };
    marks.iter().enumerate().filter_map(is_wrong).collect()
}

/// Whether a character has the entering tone.
pub fn is_entering(report: &Report, place: Place) -> bool {
    char_at(report, place).and_then(Char::tone) == Some(Tone::Entering)
}

/// Whether a finding with this code speaks of a place.
pub fn is_fault(report: &Report, code: &str, place: Place) -> bool {
    let of_code = |finding: &&verse::Finding| finding.code == code;
    let mut found = report.findings.iter().filter(of_code);
    // A rescue names what rescues, too; what is looked for is what deviates.
    found.any(|finding| match finding.severity {
        Severity::Rescue => finding.line == place.0 && finding.chars.contains(&place.1),
        _ => places(finding).any(|at| at == place),
    })
}

/// What the check says of a poem with a character in a place.
pub fn filled(checker: &Checker, verse: Verse, (line, place): Place, character: char) -> Report {
    checker.report(verse.with(line, place, character))
}

/// The lines (from 1) where the marks are not what the check says of the rhymes of a lyric.
pub fn wrong_rhymes(report: &Report, marks: &[bool]) -> Vec<usize> {
    let rhymes = |line| {
        report
            .rhyme
            .as_ref()
            .is_some_and(|r| r.lines.contains(&line))
    };
    let is_wrong = |(at, mark): (usize, &bool)| (rhymes(at + 1) != *mark).then_some(at + 1);
    marks.iter().enumerate().filter_map(is_wrong).collect()
}

/// The characters that are offered for a place, the poet's among them where the place puts it: in front
/// of all others its place would tell.
pub fn offered(verse: Verse, place: Place, others: &str) -> Vec<char> {
    let mut all: Vec<char> = others.chars().collect();
    let sum = verse.poem.bytes().map(usize::from).sum::<usize>() + place.0;
    let own = verse.character(place);
    let at = sum % (all.len() + 1);
    all.splice(at..at, own);
    all
}

/// The lines of a quatrain in some order (numbers from 1), as a poem.
pub fn arranged(poem: &'static str, order: [usize; 4]) -> String {
    let lines = Verse::of(poem, 1, 4).lines();
    let line = |number: usize| {
        lines
            .get(number.wrapping_sub(1))
            .copied()
            .unwrap_or_default()
    };
    let [one, two, three, four] = order.map(line);
    format!("{one}，{two}。{three}，{four}。")
}

/// The type that a line (from 0) of a pattern has.
pub fn pattern_line(form: Form, opening: Opening, line: usize) -> Option<LineType> {
    let template = template(form, opening);
    template.lines.get(line).map(|line| line.line_type)
}

/// The Chinese characters of what was typed, and blanks.
pub fn letters(typed: &str) -> String {
    let is_letter = |c: &char| c.is_alphabetic() || *c == BLANK;
    typed.chars().filter(is_letter).collect()
}

/// What the check says of a poem in which a line is one's own. What is missing of it is left blank.
pub fn with_own_line(checker: &Checker, verse: Verse, line: usize, typed: &str) -> (Report, Sheet) {
    let width = verse
        .lines()
        .get(line.wrapping_sub(1))
        .map_or(0, |line| line.chars().count());
    let mut own = letters(typed);
    for _ in own.chars().count()..width {
        own.push(BLANK);
    }
    let text = in_script(verse.text_with_line(line, &own), checker.language);
    checker.read(verse, &text)
}

/// Whether every character of a line is known and no more or fewer than another line has.
pub fn is_whole(report: &Report, line: usize, width: usize) -> bool {
    let line = line.checked_sub(1).and_then(|at| report.lines.get(at));
    line.is_some_and(|line| {
        line.chars.len() == width && line.chars.iter().all(|char| char.class.is_some())
    })
}

/// Whether one's own line makes the poem whole.
pub fn is_own_line_right(report: &Report, line: usize, width: usize) -> bool {
    is_whole(report, line, width) && is_sound(report)
}

/// What the check says of a quatrain of one's own. It is taken for regulated: a text that is not to be
/// read so at all would have no errors.
pub fn own_quatrain(text: &str, language: Language) -> Report {
    let free = check(text, language);
    let seven = free.lines.first().is_some_and(|line| line.chars.len() > 5);
    let form = if seven {
        Form::SevenQuatrain
    } else {
        Form::FiveQuatrain
    };
    let options = Options {
        form: Some(form),
        language,
        ..Options::default()
    };
    verse::check(text, &options)
}

/// Whether it is one: four whole lines, regulated, without an error.
pub fn is_quatrain_right(report: &Report) -> bool {
    let width = report.lines.first().map_or(0, |line| line.chars.len());
    report.lines.len() == 4
        && matches!(width, 5 | 7)
        && (1..=4).all(|line| is_whole(report, line, width))
        && report.kind == Kind::Regulated
        && report.count(Severity::Error) == 0
}

/// How many characters of a text are written, and known.
pub fn known(report: &Report) -> usize {
    let chars = report.lines.iter().flat_map(|line| &line.chars);
    chars.filter(|char| char.class.is_some()).count()
}

/// Whether it is a lyric of the tune [`TUNE`]: as many characters as the tune has, without an error.
pub fn is_lyric_right(report: &Report) -> bool {
    report.kind == Kind::Ci && known(report) == TUNE_LENGTH && report.count(Severity::Error) == 0
}

/// A lyric of one's own as the editor takes it: the tune stands before it, unless the person has named it.
pub fn lyric_on_paper(text: &str, title: Option<&str>, language: Language) -> String {
    let tune = in_script(TUNE.to_owned(), language);
    let text = text.trim();
    match title {
        Some(title)
            if [TUNE, &tune, "如夢令"]
                .iter()
                .any(|tune| title.contains(tune)) =>
        {
            text.to_owned()
        }
        Some(_) => [&tune, "·", text].concat(),
        None => [&tune, "\n", text].concat(),
    }
}

/// Whether a character answers the one above it: of its class of words, and nothing is wrong with the
/// poem that has it.
pub fn answers(report: &Report, asked: Category, own: Category) -> bool {
    asked == own && is_sound(report)
}
