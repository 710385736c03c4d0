// Mandarin syllables: tone and final, and the groups of the two modern books. Shared with the build
// script, which bakes the answer for every syllable; this file names nothing else.

/// Tone (1 to 4, 0 for the neutral tone), group of 中华新韵 (from 0) and group of 中华通韵 (from 0)
/// of a syllable with a tone mark, as `liú` or `lǜ`. `None` for what is no syllable with a vowel.
pub fn syllable(text: &str) -> Option<(u8, u8, u8)> {
    let mut tone = 0;
    let plain: String = text
        .chars()
        .map(|c| {
            let (letter, mark) = letter(c);
            tone = tone.max(mark);
            letter
        })
        .collect();
    let start = plain.find(|c| "aeiouüê".contains(c))?;
    let (initial, vowels) = plain.split_at(start);
    let (new, common) = groups(initial, vowels)?;
    Some((tone, new, common))
}

/// A letter without its tone mark, and the tone.
fn letter(c: char) -> (char, u8) {
    const MARKED: [(char, &str); 7] = [
        ('a', "āáǎà"),
        ('e', "ēéěè"),
        ('i', "īíǐì"),
        ('o', "ōóǒò"),
        ('u', "ūúǔù"),
        ('ü', "ǖǘǚǜ"),
        ('ê', "\u{0}ế\u{0}ề"),
    ];
    for (plain, marked) in MARKED {
        if let Some(at) = marked.chars().position(|m| m == c) {
            return (plain, at as u8 + 1);
        }
    }
    (c, 0)
}

/// The groups of a final by the letters that pinyin writes: 中华新韵's fourteen (麻波皆开微豪尤寒文
/// 唐庚齐支姑) and 中华通韵's sixteen (啊喔鹅衣乌迂哀欸熬欧安恩昂英雍儿), from 0.
fn groups(initial: &str, vowels: &str) -> Option<(u8, u8)> {
    let flat = matches!(initial, "zh" | "ch" | "sh" | "r" | "z" | "c" | "s");
    // After j, q, x and y the letter u is ü.
    let front = matches!(initial, "j" | "q" | "x" | "y");
    Some(match vowels {
        "a" | "ia" | "ua" => (0, 0),
        "o" | "uo" | "io" => (1, 1),
        "e" if initial == "y" => (2, 2),
        "e" => (1, 2),
        "ie" | "üe" | "ue" | "ê" => (2, 2),
        "ai" | "uai" | "iai" => (3, 6),
        "ei" | "ui" | "uei" => (4, 7),
        "ao" | "iao" => (5, 8),
        "ou" | "iu" | "iou" => (6, 9),
        "an" | "ian" | "uan" | "üan" => (7, 10),
        "en" | "in" | "un" | "ün" | "uen" => (8, 11),
        "ang" | "iang" | "uang" => (9, 12),
        "eng" | "ing" | "ueng" => (10, 13),
        "ong" | "iong" => (10, 14),
        "i" if flat => (12, 3),
        "i" => (11, 3),
        "er" => (11, 15),
        "u" if front => (11, 5),
        "ü" => (11, 5),
        "u" => (13, 4),
        _ => return None,
    })
}
