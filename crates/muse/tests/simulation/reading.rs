//! What the simulated poet reads in a prompt.

use verse::ToneClass;

/// What is asked.
#[derive(Debug, Default)]
pub struct Asked {
    /// The lines; none where the whole poem is asked for.
    pub places: Vec<Place>,
    /// The rhyme group that is named.
    pub group: String,
    /// How many candidates of each line.
    pub candidates: usize,
    /// Whether another rhyme is asked for.
    pub other_rhyme: bool,
}

/// A line that is asked for.
#[derive(Debug)]
pub struct Place {
    pub line: usize,
    /// What stands there.
    pub now: Vec<char>,
    /// What it must be, where the prompt says so.
    pub pattern: Option<Vec<Option<ToneClass>>>,
    pub rhymes: bool,
    /// The places that the reasons name, from 1.
    pub named: Vec<usize>,
}

/// A prompt without the patterns, as if the person's program did not know them.
pub fn without_patterns(prompt: &str) -> String {
    let mut text = String::new();
    for line in prompt.lines() {
        match line.split_once("，格律：") {
            Some((head, pattern)) if line.starts_with('第') => {
                text += head;
                if pattern.contains("押韵") {
                    text += "（押韵）";
                }
            }
            _ => text += line,
        }
        text.push('\n');
    }
    text
}

/// Reads a prompt.
pub fn read(prompt: &str) -> Asked {
    let mut asked = Asked {
        candidates: 1,
        other_rhyme: prompt.contains("换用"),
        ..Asked::default()
    };
    if !prompt.contains("请改写其中的") {
        return asked;
    }
    if let Some(at) = prompt.find("各写出") {
        let count = prompt[at..].chars().find_map(|c| c.to_digit(10));
        asked.candidates = count.unwrap_or(1) as usize;
    }
    if let Some((_, rest)) = prompt.split_once("须押《平水韵》的") {
        asked.group = rest.chars().take_while(|c| *c != '韵').collect();
    }
    let number = |line: &str| -> Option<usize> {
        let (digits, _) = line.strip_prefix('第')?.split_once('句')?;
        digits.parse().ok()
    };
    let mut current = false;
    for line in prompt.lines() {
        let Some(n) = number(line) else {
            if let Some(place) = asked.places.last_mut().filter(|_| current) {
                if line.starts_with("  - 已试过") || !line.starts_with("  - ") {
                    continue;
                }
                // 第二句第四字: only the places of this line.
                let ordinals = ["一", "二", "三", "四", "五", "六", "七", "八"];
                for (at, ordinal) in ordinals.iter().enumerate() {
                    let own = format!("第{}句第{ordinal}字", ordinals[place.line - 1]);
                    if line.contains(&own) && !line.contains("失对") && !line.contains("失粘") {
                        place.named.push(at + 1);
                    }
                }
            }
            continue;
        };
        current = false;
        if let Some((_, now)) = line.split_once("（改写）：") {
            let now = now.chars().filter(|c| !"，。？！；".contains(*c)).collect();
            asked.places.push(Place {
                line: n,
                now,
                pattern: None,
                rhymes: false,
                named: Vec::new(),
            });
        } else if !line.contains("不改") && !line.contains('□') {
            // The tasks come in the order of the lines: the place goes to the end while it is read.
            let Some(at) = asked.places.iter().position(|p| p.line == n) else {
                continue;
            };
            let mut place = asked.places.remove(at);
            place.rhymes = line.contains("（押韵）");
            place.pattern = line.split_once("，格律：").map(|(_, pattern)| {
                let slots = pattern.chars().filter(|c| "平仄⊙".contains(*c));
                slots
                    .map(|c| match c {
                        '平' => Some(ToneClass::Level),
                        '仄' => Some(ToneClass::Oblique),
                        _ => None,
                    })
                    .collect()
            });
            asked.places.push(place);
            current = true;
        }
    }
    asked
}
