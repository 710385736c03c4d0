//! Reads numbers off bytes.

/// What is left of the bytes.
pub(crate) struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    pub(crate) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    pub(crate) fn short(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub(crate) fn float(&mut self) -> Option<f32> {
        let float = self.array().map(f32::from_le_bytes)?;
        float.is_finite().then_some(float)
    }

    pub(crate) fn floats(&mut self, count: usize) -> Option<Vec<f32>> {
        (0..count).map(|_| self.float()).collect()
    }

    pub(crate) fn varint(&mut self) -> Option<u32> {
        let mut number = 0u32;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let mut bytes = Bytes(&[5, 0x81, 1, 2, 1, 0, 0, 0x80, 0x3f, 0xff]);
        assert_eq!(bytes.varint(), Some(5));
        assert_eq!(bytes.varint(), Some(129));
        assert_eq!(bytes.short(), Some(258));
        assert_eq!(bytes.float(), Some(1.0));
        assert_eq!(bytes.varint(), None);
        assert_eq!(bytes.take(1), None);
        assert_eq!(Bytes(&[0, 0, 0x80, 0x7f]).float(), None);
        assert_eq!(Bytes(&[0xff; 8]).varint(), None);
    }
}
