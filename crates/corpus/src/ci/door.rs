//! What a check says of lyrics that taught nothing, by the door that people use: the text alone, with or
//! without its tune's name above it.

use verse::ci::{CiReport, Options, Tunes, check, names_tune, outweighs};

use super::{faults::Share, read::Song};

/// What was counted of lyrics of one kind, under one way of asking.
#[derive(Default)]
pub struct Door {
    lyrics: usize,
    /// No tune at all was found.
    none: usize,
    /// The tune of the report is the lyric's.
    first: usize,
    /// It is, or that of the next best form is.
    among_two: usize,
    /// Some line is said to be too long, too short, missing or one too many.
    shape: usize,
    /// Places that ask for a class and are said to have another.
    tones: Share,
    /// Lyrics that are advised to say something again.
    repeat: usize,
    /// Lyrics that are said to be regulated verse.
    verse: usize,
}

impl Door {
    /// Asks for a lyric. A titled one has the name above it under which the collection has it.
    pub fn count(&mut self, song: &Song, is_titled: bool, tunes: &Tunes) {
        let text = if is_titled {
            format!("{}\n{}", song.title, song.text)
        } else {
            song.text.clone()
        };
        self.lyrics += 1;
        let Some(report) = check(&text, tunes, &Options::default()) else {
            self.none += 1;
            return;
        };
        let is_first = report.tune == song.tune;
        let second = report.runner_up.as_ref();
        let is_second = second.is_some_and(|other| other.tune == song.tune);
        self.first += usize::from(is_first);
        self.among_two += usize::from(is_first || is_second);
        self.shape += usize::from(has_other_shape(&report));
        let lacks = report.findings.iter().any(|f| f.code == "ci-repeat");
        self.repeat += usize::from(lacks);
        let (wrong, asked) = tones(&report);
        self.tones.add(wrong, asked);
        let regulated = verse::check(&text, &verse::Options::default());
        let is_lyric = outweighs(&report, &regulated, names_tune(&text, tunes));
        self.verse += usize::from(!is_lyric);
    }

    /// Whether what was counted last, or ever, is worth a look.
    pub fn misses(&self) -> [usize; 3] {
        [self.lyrics - self.first, self.shape, self.verse]
    }

    /// Prints a row of the table.
    pub fn print(&self, name: &str) {
        let share = |count| Share::of(count, self.lyrics).percent();
        println!(
            "| {name} | {} | {} | {} | {} | {} | {} | {} | {} |",
            self.lyrics,
            share(self.first),
            share(self.among_two),
            share(self.none),
            share(self.shape),
            self.tones.percent(),
            share(self.repeat),
            share(self.verse),
        );
    }
}

/// The head of the table.
pub fn print_head() {
    println!(
        "\n| lyrics | | tune found | among two | none found | said to have another shape | decided places called faulty | advised to repeat | taken for regulated verse |\n|---|---|---|---|---|---|---|---|---|"
    );
}

/// Whether a report says that some line is too long, too short, missing or one too many, or that the
/// stanzas are of different forms.
fn has_other_shape(report: &CiReport) -> bool {
    let codes = [
        "ci-wrong-length",
        "ci-missing-line",
        "ci-extra-line",
        "ci-mixed-forms",
    ];
    let mut findings = report.findings.iter();
    findings.any(|finding| codes.contains(&&*finding.code))
}

/// How many places are said to have the other class, and how many ask for one.
fn tones(report: &CiReport) -> (usize, usize) {
    let wrong = report.findings.iter().filter(|f| f.code == "ci-tone");
    let characters = report.lines.iter().flat_map(|line| &line.chars);
    let asked = characters.filter(|c| c.slot.is_some_and(|slot| slot.asked().is_some()));
    (wrong.count(), asked.count())
}

#[cfg(test)]
mod tests {
    use verse::ci::Lyric;

    use super::*;

    fn song(tune: &str, text: &str) -> Song {
        Song {
            author: String::new(),
            title: tune.to_owned(),
            tune: tune.to_owned(),
            text: text.to_owned(),
            lyric: Lyric::read(text),
        }
    }

    #[test]
    fn what_is_said_is_counted() {
        let tunes = Tunes::baked().unwrap();
        let spring = "别来春半，触目柔肠断。砌下落梅如雪乱，拂了一身还满。雁来音信无凭，路遥归梦难成。离恨恰如春草，更行更远还生。";
        let mut door = Door::default();
        door.count(&song("清平乐", spring), false, &tunes);
        assert_eq!(door.misses(), [0, 0, 0]);
        // A character less, and a wrong tone.
        let short = spring.replace("柔肠断", "肠断").replace("无凭", "不凭");
        door.count(&song("清平乐", &short), true, &tunes);
        assert_eq!(door.misses(), [0, 1, 0]);
        assert_eq!(door.tones.part, 1);
        // Two lines of seven and two of six are nobody's; an octave is regulated verse.
        door.count(&song("清平乐", "天"), false, &tunes);
        assert_eq!((door.none, door.lyrics), (1, 3));
        let of_seven = "东城渐觉风光好，縠皱波纹迎客棹。绿杨烟外晓寒轻，红杏枝头春意闹。浮生长恨欢娱少，肯爱千金轻一笑。为君持酒劝斜阳，且向花间留晚照。";
        door.count(&song("玉楼春", of_seven), false, &tunes);
        assert_eq!(door.verse, 1);
    }
}
