//! A file a tune, for reading.

use std::fmt::Write;

use verse::ci::{Form, FormLine, Slot, SlotClass, Tune};

/// How rhymes that change are numbered.
const GROUPS: &str = "甲乙丙丁戊己庚辛壬癸";

/// What the signs of the files mean; `README.md` beside them.
pub const LEGEND: &str = "# 词谱：从宋人与五代人的词统计而来

由 `cargo run -p corpus --release -- ci DIR` 生成，请勿手改。每个词牌一个文件，每体先说有多少首、多少人、例词，再逐句列谱。

- `平` `仄` 定格，`中` 可平可仄（或所据不足）。`、` 是部分词在此处的停顿，括号里是有此停顿的首数。
- `△` 押韵，`▽` 可押可不押（不足四分之三的词押韵）；同一字（甲、乙……）同押一部，按《词林正韵》；后面是韵的声调和押韵的首数。
- `｜` 之后逐字列证据：定格的字写「不合的首数/可判的首数」，可平可仄的字写「平声首数平/可判的首数」。多音难判的不计。
- `∥` 与下句多作对仗（百分比为对仗的首数）；`↺` 重复前面第几句从第几字起的字。
- 不足五首的标「存疑」。
";

/// The text of a tune.
pub fn tune(tune: &Tune, forms: &[Form]) -> String {
    let mut text = format!("{}（{}）\n", tune.name, tune.name_traditional);
    if !tune.other_names.is_empty() {
        let names = tune.other_names.iter().map(|name| name.simplified.as_str());
        let _ = writeln!(text, "又名：{}", names.collect::<Vec<_>>().join("、"));
    }
    if let Some(note) = &tune.note {
        let _ = writeln!(text, "{note}");
    }
    for (number, own) in forms.iter().enumerate() {
        form(&mut text, number, own);
    }
    text
}

fn form(text: &mut String, number: usize, form: &Form) {
    let decided = form.slots().filter(|s| s.class != SlotClass::Free).count();
    let _ = writeln!(
        text,
        "\n第{}体　{}字，{}首，{}人，定格{}字{}",
        number + 1,
        form.length(),
        form.lyrics,
        form.poets,
        decided,
        if form.weak { "（存疑）" } else { "" }
    );
    let examples = form
        .examples
        .iter()
        .map(|e| format!("{}「{}」", e.author, e.first_line));
    let _ = writeln!(text, "例：{}", examples.collect::<Vec<_>>().join("　"));
    let has_groups = form
        .lines
        .iter()
        .any(|line| line.rhyme.is_some_and(|r| r.group > 0));
    for (number, own) in form.lines.iter().enumerate() {
        if number > 0 && form.stanzas.contains(&number) {
            text.push_str("　　——\n");
        }
        let _ = write!(text, "{:>3}  ", number + 1);
        line(text, own, form, has_groups);
    }
}

fn line(text: &mut String, line: &FormLine, form: &Form, has_groups: bool) {
    for (at, slot) in line.slots.iter().enumerate() {
        text.push_str(slot.class.chinese());
        if let Some(pause) = line.pauses.iter().find(|pause| pause.after == at + 1) {
            let _ = write!(text, "、({})", pause.lyrics);
        }
    }
    if let Some(rhyme) = line.rhyme {
        let group = GROUPS
            .chars()
            .nth(usize::from(rhyme.group))
            .filter(|_| has_groups);
        let group = group.map(String::from).unwrap_or_default();
        let sign = if form.is_optional(rhyme) {
            '▽'
        } else {
            '△'
        };
        let _ = write!(
            text,
            " {sign}{group}{}{}",
            rhyme.class.chinese(),
            rhyme.lyrics
        );
    }
    if let Some(share) = line.parallel_with_next {
        let _ = write!(text, " ∥{share}%");
    }
    if let Some(repeat) = line.repeat_of {
        let _ = write!(text, " ↺{}句{}字", repeat.line + 1, repeat.from + 1);
    }
    if line.ends < form.lyrics {
        let _ = write!(text, " 断句{}", line.ends);
    }
    text.push_str(" ｜");
    for slot in &line.slots {
        text.push(' ');
        text.push_str(&evidence(slot));
    }
    text.push('\n');
}

fn evidence(slot: &Slot) -> String {
    let all = slot.level + slot.oblique;
    match slot.class {
        SlotClass::Level => format!("{}/{all}", slot.oblique),
        SlotClass::Oblique => format!("{}/{all}", slot.level),
        SlotClass::Free => format!("{}平/{all}", slot.level),
    }
}

#[cfg(test)]
mod tests {
    use verse::ci::{Pause, RhymeClass, RhymePlace};

    use super::*;

    #[test]
    fn a_line_shows_its_evidence() {
        let slot = |class, level, oblique| Slot {
            class,
            level,
            oblique,
        };
        let own = FormLine {
            slots: vec![
                slot(SlotClass::Free, 5, 4),
                slot(SlotClass::Level, 9, 1),
                slot(SlotClass::Oblique, 0, 10),
            ],
            ends: 10,
            pauses: vec![Pause {
                after: 1,
                lyrics: 3,
            }],
            rhyme: Some(RhymePlace {
                group: 1,
                class: RhymeClass::Entering,
                lyrics: 8,
            }),
            parallel_with_next: Some(60),
            repeat_of: None,
        };
        let mut form = Form {
            tune: 0,
            lyrics: 10,
            poets: 5,
            weak: false,
            stanzas: vec![0],
            lines: Vec::new(),
            examples: Vec::new(),
        };
        let mut text = String::new();
        line(&mut text, &own, &form, true);
        assert_eq!(text, "中、(3)平仄 △乙入韵8 ∥60% ｜ 5平/9 1/10 0/10\n");
        form.lyrics = 11;
        text.clear();
        line(&mut text, &own, &form, true);
        assert!(
            text.contains("▽乙入韵8") && text.contains("断句10"),
            "{text}"
        );
    }
}
