//! An adaptive binary range decoder. Its other half is `tools/letters/coder.py`.
//!
//! Every decision is one bit with a probability that is learnt on the way, fast at first. Whatever it is
//! given it goes on without an end: behind the bytes stand zeros.

/// From here down the range takes in another byte.
const TOP: u32 = 1 << 24;
/// Half of a probability.
const EVEN: u32 = 1 << 15;
/// How near to certainty a probability comes.
const CERTAIN: u32 = 64;
/// The slowest step of learning, as a shift.
const SLOWEST: u8 = 4;
/// Decisions that one context has.
const DECISIONS: usize = 128;
/// Contexts.
const CONTEXTS: usize = 224;
/// No number has more bits.
const MOST_BITS: u32 = 15;

/// What has been learnt of one decision.
#[derive(Clone, Copy)]
struct Model {
    chance: u32,
    seen: u8,
}

/// Reads decisions from bytes.
pub struct Decoder<'a> {
    bytes: std::slice::Iter<'a, u8>,
    range: u32,
    code: u32,
    models: Vec<Model>,
}

impl<'a> Decoder<'a> {
    /// Begins at the beginning.
    pub fn new(bytes: &'a [u8]) -> Self {
        let untaught = Model {
            chance: EVEN,
            seen: 0,
        };
        let mut decoder = Self {
            bytes: bytes.iter(),
            range: u32::MAX,
            code: 0,
            models: vec![untaught; CONTEXTS * DECISIONS],
        };
        for _ in 0..4 {
            decoder.take_byte();
        }
        decoder
    }

    fn take_byte(&mut self) {
        let next = self.bytes.next().copied().unwrap_or(0);
        self.code = self.code << 8 | u32::from(next);
    }

    fn fill(&mut self) {
        while self.range < TOP {
            self.range <<= 8;
            self.take_byte();
        }
    }

    /// A decision that is learnt.
    pub fn bit(&mut self, context: usize, decision: usize) -> bool {
        let Some(model) = self.models.get_mut(context * DECISIONS + decision) else {
            return false;
        };
        let bound = (self.range >> 16) * model.chance;
        let step = model.seen + 1;
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
            self.range -= bound;
            model.chance -= model.chance >> step;
        } else {
            self.range = bound;
            model.chance += ((1 << 16) - model.chance) >> step;
        }
        model.chance = model.chance.clamp(CERTAIN, (1 << 16) - CERTAIN);
        model.seen = step.min(SLOWEST);
        self.fill();
        bit
    }

    /// A decision that is as likely as not.
    fn plain(&mut self) -> bool {
        self.range >>= 1;
        let bit = self.code >= self.range;
        if bit {
            self.code -= self.range;
        }
        self.fill();
        bit
    }

    /// A number from 0, and how many bits it has.
    pub fn number(&mut self, context: usize) -> (i32, usize) {
        let mut size = 0;
        while size < MOST_BITS && self.bit(context, size as usize) {
            size += 1;
        }
        if size == 0 {
            return (0, 0);
        }
        let mut value = 1;
        let mut node = 1;
        for place in (0..size - 1).rev() {
            let bit = if size - 2 - place < 2 {
                let bit = self.bit(context, 16 + size as usize * 4 + node);
                node = node * 2 + usize::from(bit);
                bit
            } else {
                self.plain()
            };
            value = value << 1 | i32::from(bit);
        }
        (value, size as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_can_be_read_without_an_end() {
        for bytes in [&[][..], &[0xFF; 40], &[0x7F, 0, 0x80, 1, 2, 3]] {
            let mut decoder = Decoder::new(bytes);
            for at in 0..5000 {
                let (value, size) = decoder.number(at % CONTEXTS);
                assert!(value < 1 << MOST_BITS && size <= MOST_BITS as usize);
            }
        }
    }
}
