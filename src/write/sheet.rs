//! What the marked sheet draws, worked out from a report. No rule is known here: a mark is what
//! the report says about a character, in a form that a component can draw.

use verse::{Finding, Report, Severity, Slot, Tone, ToneClass};

/// Lines that are drawn; a paste of a whole anthology must not freeze the page.
pub const MAX_LINES: usize = 200;
/// Characters of a line that are drawn.
pub const MAX_CELLS: usize = 32;
/// What a writer puts where a character is still missing.
const BLANK: char = '□';

/// The whole sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The title, where the text has one.
    pub title: Option<String>,
    /// The author, where the text names one.
    pub author: Option<String>,
    /// The lines, at most [`MAX_LINES`].
    pub lines: Vec<LineModel>,
    /// What joins a deviation and its rescue.
    pub arcs: Vec<Arc>,
    /// Lines that are not drawn.
    pub hidden: usize,
    /// The characters of the longest line that is drawn.
    pub width: usize,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineModel {
    /// From 1.
    pub number: usize,
    /// The characters, without punctuation; blanks where it is open.
    pub text: String,
    /// How many places are open.
    pub open: usize,
    /// The cells, at most [`MAX_CELLS`].
    pub cells: Vec<Cell>,
    /// The mark of punctuation after the line.
    pub punctuation: Option<char>,
    /// The letter of the line type; of a lyric whose rhyme changes, which rhyme the line has (甲, 乙).
    pub letter: Option<char>,
    /// Whether a stanza of a lyric begins with it, after another one.
    pub stanza: bool,
    /// Its pattern in words.
    pub pattern: String,
    /// What the findings say of this line, for those who hear the sheet.
    pub findings: Vec<String>,
}

/// One character and what is marked about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// From 1.
    pub place: usize,
    /// The character, or a blank.
    pub hanzi: char,
    /// Whether it stands in the text: the others are open places of an unfinished poem.
    pub is_written: bool,
    /// Its Mandarin reading.
    pub pinyin: Option<String>,
    /// The class that it has.
    pub class: &'static str,
    /// The shape of its mark.
    pub mark: Mark,
    /// What the pattern asks.
    pub slot: Option<&'static str>,
    /// The heaviest of the faults that name this place.
    pub fault: Option<Severity>,
    /// Whether it belongs to a rescue.
    pub rescue: bool,
}

/// The shapes of the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// ○
    Level,
    /// ●
    Oblique,
    /// ● with a notch.
    Entering,
    /// ◎
    Rhyme,
    /// ◉
    ObliqueRhyme,
    /// A character that no book knows.
    Unknown,
    /// A place that is still to be filled.
    Blank,
}

impl Mark {
    /// The name that the page and its tests know the mark by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Oblique => "oblique",
            Self::Entering => "entering",
            Self::Rhyme => "rhyme",
            Self::ObliqueRhyme => "oblique-rhyme",
            Self::Unknown => "unknown",
            Self::Blank => "blank",
        }
    }
}

/// A thin arc between two places, each as (line, place) from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The deviation.
    pub from: (usize, usize),
    /// What rescues it.
    pub to: (usize, usize),
}

impl Sheet {
    /// The line with this number, from 1.
    pub fn line(&self, number: usize) -> Option<&LineModel> {
        self.lines.get(number.checked_sub(1)?)
    }

    /// Draws up the sheet for a report on `text`.
    pub fn new(text: &str, report: &Report) -> Self {
        let shown = report.lines.len().min(MAX_LINES);
        let stops = punctuation(text, report);
        let mut lines: Vec<LineModel> = (0..shown)
            .map(|index| line(report, index, stops.get(index).copied().flatten()))
            .collect();
        note_findings(&report.findings, &mut lines);
        Self {
            title: report.title.clone(),
            author: report.author.clone(),
            width: lines.iter().map(|line| line.cells.len()).max().unwrap_or(0),
            arcs: arcs(&report.findings, &lines),
            hidden: report.lines.len() - shown,
            lines,
        }
    }
}

fn line(report: &Report, index: usize, punctuation: Option<char>) -> LineModel {
    let line = &report.lines[index];
    let number = index + 1;
    let rhymes = report
        .rhyme
        .as_ref()
        .is_some_and(|rhyme| rhyme.lines.contains(&number));
    let count = line.chars.len();
    let cells = line
        .chars
        .iter()
        .take(MAX_CELLS)
        .enumerate()
        .map(|(at, char)| {
            let place = at + 1;
            Cell {
                place,
                hanzi: char.character,
                is_written: at < line.written(),
                pinyin: char.pinyin().map(str::to_owned),
                class: class_name(char),
                mark: mark(char, rhymes && place == count),
                slot: char.slot.map(slot_name),
                fault: None,
                rescue: false,
            }
        });
    LineModel {
        number,
        text: line.text().chars().take(MAX_CELLS).collect(),
        open: line.chars.iter().filter(|c| c.is_open()).count(),
        cells: cells.collect(),
        punctuation,
        letter: line.line_type.map(verse::LineType::letter),
        stanza: false,
        pattern: line
            .line_type
            .map(|kind| kind.pattern_text(count))
            .unwrap_or_default(),
        findings: Vec::new(),
    }
}

fn mark(char: &verse::Char, rhymes: bool) -> Mark {
    match (char.class, rhymes) {
        (Some(ToneClass::Level), true) => Mark::Rhyme,
        (Some(ToneClass::Oblique), true) => Mark::ObliqueRhyme,
        (Some(ToneClass::Level), false) => Mark::Level,
        (Some(ToneClass::Oblique), false) if char.tone() == Some(Tone::Entering) => Mark::Entering,
        (Some(ToneClass::Oblique), false) => Mark::Oblique,
        (None, _) if char.character == BLANK => Mark::Blank,
        (None, _) => Mark::Unknown,
    }
}

fn class_name(char: &verse::Char) -> &'static str {
    match char.class {
        Some(class) => class.english(),
        None => mark(char, false).name(),
    }
}

const fn slot_name(slot: Slot) -> &'static str {
    match slot {
        Slot::Level => "level",
        Slot::Oblique => "oblique",
        Slot::Free => "free",
        Slot::Rhyme => "rhyme",
    }
}

/// Notes what the findings say of each line and of each place: the heaviest error or warning, and whether it
/// belongs to a rescue. (`Severity` orders heaviest first.)
fn note_findings(findings: &[Finding], lines: &mut [LineModel]) {
    for finding in findings {
        let own = finding.severity;
        match own {
            Severity::Error | Severity::Warning => {
                for place in &finding.chars {
                    if let Some(cell) = cell_at(lines, (finding.line, *place)) {
                        cell.fault = Some(cell.fault.map_or(own, |fault| fault.min(own)));
                    }
                }
            }
            Severity::Rescue => {
                for at in places(finding) {
                    if let Some(cell) = cell_at(lines, at) {
                        cell.rescue = true;
                    }
                }
            }
            Severity::Note | Severity::Advice => {}
        }
        if let Some(line) = line_at(lines, finding.line) {
            line.findings.push(finding.message.clone());
        }
    }
}

/// The line with this number, from 1.
fn line_at(lines: &mut [LineModel], number: usize) -> Option<&mut LineModel> {
    lines.get_mut(number.checked_sub(1)?)
}

/// The cell at this line and place, from 1.
fn cell_at(lines: &mut [LineModel], (line, place): (usize, usize)) -> Option<&mut Cell> {
    let line = line_at(lines, line)?;
    line.cells.get_mut(place.checked_sub(1)?)
}

/// Every place that a finding speaks of.
pub fn places(finding: &Finding) -> impl Iterator<Item = (usize, usize)> {
    let own = finding.chars.iter().map(|place| (finding.line, *place));
    own.chain(finding.related.iter().copied())
}

/// An arc from a deviation to each place elsewhere that rescues it; where the rescue stands in
/// the same places, one arc over them.
fn arcs(findings: &[Finding], lines: &[LineModel]) -> Vec<Arc> {
    let drawn = |(line, place): (usize, usize)| {
        line > 0
            && lines
                .get(line - 1)
                .is_some_and(|l| place > 0 && place <= l.cells.len())
    };
    let rescues = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Rescue);
    let mut arcs: Vec<Arc> = rescues
        .flat_map(|finding| {
            let own: Vec<_> = finding
                .chars
                .iter()
                .map(|place| (finding.line, *place))
                .collect();
            let first = own.first().copied();
            let ends = if finding.related.is_empty() {
                own.last()
                    .copied()
                    .filter(|last| first != Some(*last))
                    .into_iter()
                    .collect()
            } else {
                finding.related.clone()
            };
            first
                .into_iter()
                .flat_map(move |from| ends.clone().into_iter().map(move |to| Arc { from, to }))
        })
        .filter(|arc| arc.from != arc.to && drawn(arc.from) && drawn(arc.to))
        .collect();
    arcs.dedup();
    arcs
}

/// The first mark of punctuation after each line.
fn punctuation(text: &str, report: &Report) -> Vec<Option<char>> {
    let mut stops = vec![None; report.lines.len().min(MAX_LINES)];
    let mut at = 0;
    let mut line = 0;
    for char in text.chars() {
        // The gap that this character may stand in is the one after the last line that has ended.
        while line + 1 < stops.len() && at >= report.lines[line + 1].start {
            line += 1;
        }
        let Some(current) = report.lines.get(line) else {
            break;
        };
        if at >= current.end && line < stops.len() && stops[line].is_none() && is_stop(char) {
            stops[line] = Some(char);
        }
        at += char.len_utf16();
    }
    stops
}

/// Whether a character may be drawn as the stop of a line. What is not seen, or is piled on what stands
/// before it, would take the place of the real one.
fn is_stop(char: char) -> bool {
    let is_seen = !verse::is_unseen(char) && !verse::is_piled(char);
    is_seen && !char.is_alphanumeric() && !char.is_whitespace() && !char.is_control()
}

/// Whether the poem is written in traditional script, as far as it shows: enough characters, and
/// (but for a stray variant) none that has another traditional form.
pub fn is_traditional(report: &Report) -> bool {
    let known = || {
        report
            .lines
            .iter()
            .flat_map(|line| &line.chars)
            .filter(|c| c.class.is_some())
    };
    let all = known().count();
    let simplified = known()
        .filter(|c| c.traditional().is_some_and(|t| t != c.character))
        .count();
    all >= 10 && simplified * 12 < all
}

#[cfg(test)]
mod tests;
