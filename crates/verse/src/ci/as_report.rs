//! A lyric's report in the form of other verse's, for who draws both with the same hand.

use super::{
    lyric,
    report::{CiChar, CiLine, CiReport},
    types::SlotClass,
};
use crate::{
    book::RhymeGroup,
    lexicon::{self, Script},
    report::{Char, Chars, DecidedBy, Kind, Line, Report, Rhyme, Slot},
    text::Glyph,
    tone::ToneClass,
};

impl CiReport {
    /// The same as a [`Report`] of the kind [`Kind::Ci`]: its lines and findings, each character with the
    /// reading that its class and its rhyme take, and all lines that rhyme as one rhyme. `name` is what the
    /// form is called. What stands from `end` on (in UTF-16 units) counts as not written yet: it was put
    /// there by [`super::fill`].
    pub fn as_report(&self, name: &'static str, end: usize) -> Report {
        let chars = || self.lines.iter().flat_map(|line| &line.chars);
        let glyphs: Vec<Glyph> = chars().map(|c| self.glyph(c)).collect();
        let script = lyric::script(&glyphs);
        let lines = self.lines.iter().map(|line| Line {
            line_type: None,
            start: line.start.min(end),
            end: line.end.min(end),
            chars: self.chars(line, script, end),
        });
        Report {
            version: self.version,
            id: self.id.clone(),
            kind: Kind::Ci,
            form: Some(name),
            opening: None,
            book: self.book,
            title: self.title.clone(),
            author: None,
            rhyme: self.rhyme(),
            lines: lines.collect(),
            findings: self.findings.clone(),
        }
    }

    fn glyph(&self, c: &CiChar) -> Glyph {
        let read = lexicon::normal(c.character).unwrap_or(c.character);
        Glyph {
            written: c.character,
            read,
            at: c.at,
            entry: lexicon::simplified(read, lyric::rhymes_by(self.book)),
        }
    }

    fn chars(&self, line: &CiLine, script: Script, end: usize) -> Chars {
        let rhyme = line.rhyme.and_then(|n| self.rhymes.get(n.checked_sub(1)?));
        let mut chars = Chars::new();
        for (place, own) in line.chars.iter().enumerate() {
            let is_rhyme = place + 1 == line.chars.len() && line.rhyme.is_some();
            let glyph = self.glyph(own);
            let mut char = Char::unknown(own.character, own.at);
            char.name(&glyph);
            char.at = own.at.min(end);
            let group = rhyme.and_then(|r| r.group).filter(|_| is_rhyme);
            self.read(&mut char, own.class, group, script);
            char.slot = own.slot.map(|slot| match slot {
                _ if is_rhyme => Slot::Rhyme,
                SlotClass::Level => Slot::Level,
                SlotClass::Oblique => Slot::Oblique,
                SlotClass::Free => Slot::Free,
            });
            chars.push(char);
        }
        chars
    }

    /// Takes a reading of the class: the one that rhymes, else the first.
    fn read(
        &self,
        char: &mut Char,
        class: Option<ToneClass>,
        group: Option<&'static str>,
        script: Script,
    ) {
        let book = lyric::rhymes_by(self.book);
        let entry = class.and(lexicon::entry(char.read(), script, book));
        let Some(entry) = entry else {
            return;
        };
        let of_class = |found: &(usize, RhymeGroup)| Some(found.1.class()) == class;
        let readings = || entry.numbered_groups().filter(of_class);
        let rhyming = readings().find(|(_, own)| Some(own.name()) == group);
        if let Some((number, own)) = rhyming.or_else(|| readings().next()) {
            char.take(&entry, number, own);
            char.decided_by = if entry.has_one_class() {
                DecidedBy::Only
            } else if rhyming.is_some() {
                DecidedBy::Rhyme
            } else {
                DecidedBy::Slot
            };
        }
        char.class = class;
    }

    /// All lines that rhyme, under the first of the rhymes that has a name.
    fn rhyme(&self) -> Option<Rhyme> {
        let named = self.rhymes.iter().find(|rhyme| rhyme.group.is_some())?;
        let mut lines: Vec<usize> = self.rhymes.iter().flat_map(|r| r.lines.clone()).collect();
        lines.sort_unstable();
        lines.dedup();
        Some(Rhyme {
            group: named.group?,
            class: named.class.class(),
            lines,
            borrowed: Vec::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ci::{Options, Tunes, check};

    fn report(text: &str) -> Report {
        let tunes = Tunes::baked().unwrap();
        let lyric = check(text, &tunes, &Options::default()).unwrap();
        lyric.as_report("", usize::MAX)
    }

    #[test]
    fn lines_readings_and_rhymes_are_those_of_the_lyric() {
        let report = report(
            "《菩萨蛮》\n平林漠漠烟如织，寒山一带伤心碧。暝色入高楼，有人楼上愁。\n玉阶空伫立，宿鸟归飞急。何处是归程，长亭更短亭。",
        );
        assert_eq!(report.kind, Kind::Ci);
        assert_eq!(report.title.as_deref(), Some("菩萨蛮"));
        let lengths: Vec<usize> = report.lines.iter().map(|l| l.chars.len()).collect();
        assert_eq!(lengths, [7, 7, 5, 5, 5, 5, 5, 5]);
        let rhyme = report.rhyme.unwrap();
        assert_eq!(rhyme.lines, [1, 2, 3, 4, 5, 6, 7, 8]);
        let last = report.lines[3].chars.last().unwrap();
        assert_eq!(
            (last.slot, last.class),
            (Some(Slot::Rhyme), Some(ToneClass::Level))
        );
        assert_eq!(last.pinyin(), Some("chóu"));
        // 更, of two classes, as its place asks.
        assert!(report.lines.iter().all(|l| l.written() == l.chars.len()));
    }

    #[test]
    fn a_rhyme_word_has_the_reading_that_rhymes() {
        // 朝 has two level readings, of one part; 胜 a level and an oblique one: 高处不胜寒.
        let report = report(
            "明月几时有？把酒问青天。不知天上宫阙，今夕是何年。我欲乘风归去，又恐琼楼玉宇，高处不胜寒。起舞弄清影，何似在人间。转朱阁，低绮户，照无眠。不应有恨，何事长向别时圆？人有悲欢离合，月有阴晴圆缺，此事古难全。但愿人长久，千里共婵娟。",
        );
        let cold = &report.lines[6];
        assert_eq!(cold.text(), "高处不胜寒");
        assert_eq!(cold.chars[3].class, Some(ToneClass::Level));
        assert_eq!(
            cold.chars[3].group.map(RhymeGroup::class),
            Some(ToneClass::Level)
        );
        assert_eq!(cold.chars[4].group.map(RhymeGroup::name), Some("第七部"));
        assert!(report.findings.is_empty());
    }
}
