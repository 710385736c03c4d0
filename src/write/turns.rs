//! Which lines of the sheet are drawn at once, and which wait for their turn.
//!
//! A key in a long text can change the marks of every line. If all of them are one frame, the key waits for
//! lines that nobody looks at, and so does the next. So those about the place that changed are drawn at once, as
//! all of a short text are, and the others follow when the keys rest, a part at a time.

use super::sheet::{MAX_LINES, Sheet};
use crate::{
    browser::timer::Debounce,
    ui::{State, Worked, watch},
};

/// Lines that are drawn together.
const BLOCK: usize = 4;
const BLOCKS: usize = MAX_LINES.div_ceil(BLOCK);
/// So many lines before and after the one that changed are drawn at once: about what a screen shows.
const NEAR: usize = 8;
/// Milliseconds after the frame without another change, after which those that wait have their turn.
const REST: u32 = 150;
/// Blocks that have their turn together, and how long the page rests from them, in milliseconds.
const TOGETHER: usize = 4;
const BREATH: u32 = 30;

/// Several blocks: a bit for each.
type Blocks = u64;
const _: () = assert!(BLOCKS <= Blocks::BITS as usize);

/// The turns of the lines of a sheet. Copies are the same.
#[derive(Clone, Copy)]
pub struct Turns {
    sheet: Worked<Sheet>,
    /// What the lines of a block look at.
    beats: [State<()>; BLOCKS],
    /// How many lines there are. A signal of its own, which most keys leave alone: what a hundred lines look
    /// at must not be told of each key.
    count: State<usize>,
    queue: State<Queue>,
    later: Debounce,
}

impl Turns {
    /// Follows a sheet for as long as the current owner lives.
    pub fn of(sheet: Worked<Sheet>) -> Self {
        let turns = Self {
            sheet,
            beats: [(); BLOCKS].map(|()| State::new(())),
            count: State::new(0),
            queue: State::new(Queue::default()),
            later: Debounce::new(),
        };
        watch(move |_| turns.begin());
        turns
    }

    /// Looks at the sheet, and is told when it is the turn of this line (from 1) to look again.
    pub fn with<R>(self, number: usize, look: impl FnOnce(&Sheet) -> R) -> R {
        if let Some(beat) = self.beats.get(number.saturating_sub(1) / BLOCK) {
            beat.track();
        }
        self.sheet.with_untracked(look)
    }

    /// How many lines there are, and word when that changes.
    pub fn count(self) -> usize {
        self.count.get()
    }

    /// The sheet has become another.
    fn begin(self) {
        let texts: Vec<String> = self.sheet.with(|sheet| {
            let lines = sheet.lines.iter();
            lines.map(|line| line.text.clone()).collect()
        });
        if self.count.get_untracked() != texts.len() {
            self.count.set(texts.len());
        }
        self.beat(self.queue.change(|queue| queue.take(texts)), REST);
    }

    /// Lets blocks look, and those that wait then as many milliseconds later.
    fn beat(self, blocks: Option<Blocks>, milliseconds: u32) {
        let blocks = blocks.unwrap_or_default();
        for (block, beat) in self.beats.iter().enumerate() {
            if blocks & bit(block) != 0 {
                beat.set(());
            }
        }
        if self.queue.with_untracked(|queue| queue.waiting != 0) {
            let go_on = move || self.beat(self.queue.change(Queue::next), BREATH);
            self.later.after_frame(milliseconds, go_on);
        }
    }
}

/// What waits.
#[derive(Default)]
struct Queue {
    /// What the lines said when they were looked at last.
    texts: Vec<String>,
    /// The line that changed last, from 0.
    at: usize,
    waiting: Blocks,
}

impl Queue {
    /// Takes what the lines say now. Those about the change have their turn at once.
    fn take(&mut self, texts: Vec<String>) -> Blocks {
        let same = self.texts.iter().zip(&texts);
        let same = same.take_while(|(before, now)| before == now).count();
        let longest = self.texts.len().max(texts.len());
        if same < longest {
            self.at = same;
        }
        self.texts = texts;
        let blocks = |lines: std::ops::RangeInclusive<usize>| {
            let blocks = lines.start() / BLOCK..=(lines.end() / BLOCK).min(BLOCKS - 1);
            blocks.fold(0, |blocks, block| blocks | bit(block))
        };
        // A short text is one thing.
        let reach = if longest <= 2 * NEAR { longest } else { NEAR };
        let near = blocks(self.at.saturating_sub(reach)..=self.at + reach);
        self.waiting = (self.waiting | blocks(0..=longest.saturating_sub(1))) & !near;
        near
    }

    /// Those whose turn is next.
    fn next(&mut self) -> Blocks {
        let before = self.waiting;
        for _ in 0..TOGETHER {
            // Without the lowest bit.
            self.waiting &= self.waiting.saturating_sub(1);
        }
        before & !self.waiting
    }
}

const fn bit(block: usize) -> Blocks {
    1 << block
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(count: usize, changed: Option<usize>) -> Vec<String> {
        let line = |at| {
            if Some(at) == changed {
                "新".to_owned()
            } else {
                format!("{at}")
            }
        };
        (0..count).map(line).collect()
    }

    /// The blocks, counted from 0.
    fn list(blocks: Blocks) -> Vec<usize> {
        (0..BLOCKS)
            .filter(|block| blocks & bit(*block) != 0)
            .collect()
    }

    #[test]
    fn all_of_a_short_text_is_drawn_at_once() {
        for count in 0..=16 {
            let mut queue = Queue::default();
            queue.take(lines(count, None));
            assert_eq!(queue.waiting, 0);
            for changed in 0..count {
                let near = queue.take(lines(count, Some(changed)));
                let all = 0..=(count - 1) / BLOCK;
                assert!(all.into_iter().all(|block| near & bit(block) != 0));
                assert_eq!(queue.waiting, 0, "{count}, {changed}");
            }
        }
    }

    #[test]
    fn of_a_long_text_what_a_screen_shows_and_then_the_rest() {
        let mut queue = Queue::default();
        assert_eq!(list(queue.take(lines(100, None))), [0, 1, 2]);
        assert_eq!(list(queue.next()), [3, 4, 5, 6]);
        assert_eq!(list(queue.take(lines(100, Some(50)))), [10, 11, 12, 13, 14]);
        let others = || (0..10).chain(15..25).collect::<Vec<_>>();
        assert_eq!(list(queue.waiting), others());
        // Where no line is another, as when a setting is, the person still looks there.
        assert_eq!(list(queue.take(lines(100, Some(50)))), [10, 11, 12, 13, 14]);
        let rest: Vec<_> = (0..6).map(|_| list(queue.next())).collect();
        assert_eq!(rest.concat(), others());
        assert_eq!(queue.waiting, 0);
    }

    #[test]
    fn lines_that_are_gone_have_their_turn_too() {
        let mut queue = Queue::default();
        queue.take(lines(MAX_LINES, None));
        queue.waiting = 0;
        assert_eq!(list(queue.take(lines(3, None))), [0, 1, 2]);
        assert_eq!(list(queue.waiting), (3..BLOCKS).collect::<Vec<_>>());
    }
}
