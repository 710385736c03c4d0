//! Bytes as letters that an address may have after `#`: base64 in its form for addresses, unpadded.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes bytes as letters.
pub fn write(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let at = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..=three.len() {
            let letter = bits >> (18 - 6 * place) & 63;
            text.push(char::from(LETTERS[letter as usize]));
        }
    }
    text
}

/// Reads letters, unless something else is among them.
pub fn read(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut bits = 0u32;
    let mut count = 0;
    for letter in text.bytes() {
        let value = LETTERS.iter().position(|other| *other == letter)?;
        bits = bits << 6 | u32::try_from(value).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_come_back() {
        for length in 0..70_usize {
            let bytes: Vec<u8> = (0..length).map(|at| (at * 37 + length) as u8).collect();
            let text = write(&bytes);
            assert_eq!(text.len(), (length * 4).div_ceil(3));
            assert_eq!(read(&text), Some(bytes));
        }
        assert_eq!(write(&[0xFB, 0xEF, 0xFF]), "--__");
        assert_eq!(write(b"foobar"), "Zm9vYmFy");
        assert_eq!(read("Zm9v YmFy"), None);
        assert_eq!(read("诗"), None);
    }
}
