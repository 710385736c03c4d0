//! A poem with its marks, as Markdown: a line of verse, and under it the line of its marks.

use crate::write::sheet::{LineModel, Mark, Sheet};

/// The poem; `verdict` and `legend` stand under it.
pub fn markdown(sheet: &Sheet, verdict: &str, legend: &str) -> String {
    let mut parts = Vec::new();
    if let Some(title) = &sheet.title {
        parts.push(format!("## {}", escaped(title)));
    }
    if let Some(author) = &sheet.author {
        parts.push(escaped(author));
    }
    // A stroke at the end of a line keeps the next one under it.
    let lines: Vec<String> = sheet.lines.iter().map(line).collect();
    parts.push(lines.join("\\\n"));
    parts.push(escaped(verdict));
    parts.push(format!("*{}*", escaped(legend)));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

fn line(line: &LineModel) -> String {
    let stop = line.punctuation.map(String::from).unwrap_or_default();
    let marks: String = line.cells.iter().map(|cell| sign(cell.mark)).collect();
    format!("{}{}\\\n{marks}", escaped(&line.text), escaped(&stop))
}

/// The mark, as far as letters have it.
const fn sign(mark: Mark) -> char {
    match mark {
        Mark::Level => '○',
        Mark::Oblique => '●',
        Mark::Entering => '◐',
        Mark::Rhyme => '◎',
        Mark::ObliqueRhyme => '◉',
        Mark::Unknown => '？',
        Mark::Blank => '□',
    }
}

/// Text that Markdown takes for text.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for char in text.chars() {
        if char == '\n' {
            escaped.push(' ');
            continue;
        }
        if char.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        let report = verse::check(text, &verse::Options::default());
        markdown(&Sheet::new(text, &report), "七言绝句 · 合律", "○ 平 ● 仄")
    }

    #[test]
    fn marks_stand_under_the_line() {
        let text =
            "枫桥夜泊\n张继\n\n月落乌啼霜满天，江枫渔火对愁眠。姑苏城外寒山寺，夜半钟声到客船。";
        let written = of(text);
        let lines: Vec<&str> = written.lines().collect();
        assert_eq!(lines[0], "## 枫桥夜泊");
        assert_eq!(lines[2], "张继");
        assert_eq!(lines[4..6], ["月落乌啼霜满天，\\", "◐◐○○○●◎\\"]);
        assert_eq!(lines[11], "●●○○●◐◎");
        assert_eq!(lines[13], "七言绝句 · 合律");
    }

    #[test]
    fn what_looks_like_markup_is_text() {
        let written = of(
            "# <b>*题*</b> [x](javascript:1)\n\n月落乌啼霜满天，江枫渔火对愁眠。姑苏城外寒山寺，夜半钟声到客船。",
        );
        for markup in ["<b>", "](", " *题"] {
            assert!(!written.contains(markup), "{written}");
        }
    }
}
