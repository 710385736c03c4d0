//! Numbers as bytes.

/// A number in seven bits a byte, the lowest first, the highest bit set where more follow.
pub fn varint(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_length() {
        let mut bytes = Vec::new();
        for number in [0, 127, 128, 300_000] {
            varint(&mut bytes, number);
        }
        assert_eq!(bytes, [0, 127, 0x80, 1, 0xe0, 0xa7, 0x12]);
    }
}
