//! A text in few bytes: verse is Chinese characters and a handful of marks, and what takes three bytes in
//! UTF-8 takes two or one here.
//!
//! A byte below 0x80 is that character of ASCII; 0x80 to 0xD1 and the next byte are a character from U+4E00 on;
//! 0xD2 and above stand for the marks below; 0xFF is followed by the three bytes of any other.

const FIRST: u32 = 0x4E00;
const PAIRS: u8 = 0x80;
const MARK: u8 = 0xD2;
const ANY: u8 = 0xFF;

/// The marks that have a byte of their own. The order is part of the form: new ones go to the end, 45 in all.
const MARKS: &[char] = &[
    '，', '。', '、', '；', '：', '？', '！', '“', '”', '‘', '’', '（', '）', '《', '》', '〈',
    '〉', '「', '」', '『', '』', '·', '—', '…', '□', '〇', '\u{3000}',
];

/// Packs a text.
pub fn pack(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for char in text.chars() {
        let code = u32::from(char);
        let pair = code.wrapping_sub(FIRST);
        if code < u32::from(PAIRS) {
            bytes.push(code as u8);
        } else if pair >> 8 < u32::from(MARK - PAIRS) {
            bytes.extend([PAIRS + (pair >> 8) as u8, pair as u8]);
        } else if let Some(place) = MARKS.iter().position(|mark| *mark == char) {
            bytes.push(MARK + place as u8);
        } else {
            bytes.extend([ANY, (code >> 16) as u8, (code >> 8) as u8, code as u8]);
        }
    }
    bytes
}

/// Unpacks a text, unless the bytes are none.
pub fn unpack(bytes: &[u8]) -> Option<String> {
    let mut rest = bytes.iter().copied();
    let mut text = String::new();
    while let Some(byte) = rest.next() {
        let code = match byte {
            0..PAIRS => u32::from(byte),
            PAIRS..MARK => FIRST + (u32::from(byte - PAIRS) << 8) + u32::from(rest.next()?),
            MARK..ANY => u32::from(*MARKS.get(usize::from(byte - MARK))?),
            ANY => [rest.next()?, rest.next()?, rest.next()?]
                .iter()
                .fold(0, |code, byte| code << 8 | u32::from(*byte)),
        };
        text.push(char::from_u32(code)?);
    }
    Some(text)
}

/// A sum by which a link that was cut off or retyped is told from a whole one (Fletcher's, of 16 bits).
pub fn sum(bytes: &[u8]) -> [u8; 2] {
    let (mut one, mut two) = (0u32, 0u32);
    for byte in bytes {
        one = (one + u32::from(*byte) + 1) % 255;
        two = (two + one) % 255;
    }
    [one as u8, two as u8]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verse_takes_two_bytes_a_character_and_one_a_mark() {
        assert_eq!(pack("清明时节雨纷纷，\n").len(), 7 * 2 + 1 + 1);
        assert!(MARKS.len() <= usize::from(ANY - MARK));
    }

    #[test]
    fn every_character_comes_back() {
        let all: String = ('\0'..=char::MAX)
            .step_by(7)
            .chain(MARKS.iter().copied())
            .collect();
        assert_eq!(unpack(&pack(&all)).as_deref(), Some(all.as_str()));
        for char in [
            '\u{4dff}',
            '\u{4e00}',
            '\u{9fff}',
            '\u{a000}',
            '\u{20bb7}',
            'é',
        ] {
            assert_eq!(unpack(&pack(&char.to_string())), Some(char.to_string()));
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            &[0x80][..],
            &[0xFF, 0, 0xD8, 0],
            &[0xFF, 0x11, 0, 0],
            &[0xFE],
            &[0xFF, 1],
        ] {
            assert_eq!(unpack(bytes), None, "{bytes:?}");
        }
        assert_ne!(sum(b"ab"), sum(b"ba"));
        assert_ne!(sum(b"a"), sum(b"a\0"));
    }
}
