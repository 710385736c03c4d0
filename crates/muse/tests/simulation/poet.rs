//! A poet that answers the real prompts, without a network: it knows good poems, errs at known
//! rates, and reads from a prompt what a model could read from it.

use verse::ToneClass;

use super::{
    reading::{Asked, Place, read},
    words::{self, Known, Words},
};

/// How it errs.
#[derive(Clone, Copy, Debug)]
pub struct Habits {
    /// How often a place that the pattern fixes, or a rhyme, comes out wrong in a draft.
    pub slot_error: f64,
    /// How often a line that was asked for is mended; else it comes back as it was, or drafted anew
    /// with as many faults as a draft has.
    pub obedience: f64,
    /// How often an answer is no poem, or one of the wrong length.
    pub nonsense: f64,
}

/// A place beside the one that is mended is written anew this often: who changes a character
/// changes its word.
const TOUCHED: f64 = 0.4;

/// A place that is written anew beside the pattern errs this much less than one in a draft. Without
/// the pattern it errs as in a draft: nothing says what it must be.
const CARE: f64 = 0.2;

/// The poet at work.
pub struct Poet<'a> {
    habits: Habits,
    seed: u64,
    known: &'a [&'a Known],
    at: usize,
    words: &'a Words,
}

impl<'a> Poet<'a> {
    /// A poet that has the poem at `at` in mind.
    pub fn new(
        habits: Habits,
        seed: u64,
        known: &'a [&'a Known],
        at: usize,
        words: &'a Words,
    ) -> Self {
        Self {
            habits,
            seed: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            known,
            at: at % known.len(),
            words,
        }
    }

    /// The answer to a prompt.
    pub fn answer(&mut self, prompt: &str) -> String {
        if self.chance(self.habits.nonsense) {
            return match self.draw(3) {
                0 => "抱歉，请问这首诗写给谁？".to_owned(),
                1 => self.draft().lines().skip(1).collect::<Vec<_>>().join("\n"),
                _ => self.draft().replacen(['，', '。'], "兮，", 2),
            };
        }
        let asked = read(prompt);
        if asked.places.is_empty() {
            if asked.other_rhyme {
                self.at = (self.at + 1) % self.known.len();
            }
            return self.draft();
        }
        let mut answer = String::new();
        for place in &asked.places {
            for _ in 0..asked.candidates {
                let line = self.revise(place, &asked);
                let text: String = line.into_iter().collect();
                answer += &format!("第{}句：{text}\n", place.line);
            }
        }
        answer
    }

    fn known(&self) -> &'a Known {
        self.known[self.at]
    }

    /// The poem in mind, with faults.
    fn draft(&mut self) -> String {
        let mut text = String::new();
        for number in 0..self.known().lines.len() {
            text.extend(self.draft_line(number));
            text.push_str(if number % 2 == 0 { "，\n" } else { "。\n" });
        }
        text
    }

    fn draft_line(&mut self, number: usize) -> Vec<char> {
        let known = self.known();
        let mut line = known.lines[number].clone();
        let types = known.opening.line_types(line.len(), known.lines.len());
        let pattern = types[number].pattern(line.len());
        for (at, slot) in pattern.iter().enumerate() {
            if let Some(class) = slot
                && self.chance(self.habits.slot_error)
            {
                line[at] = self.wrong(number, at, *class);
            }
        }
        line
    }

    /// A character that is wrong where `class` is asked: of the other class, or at a rhyme, as
    /// often, of another group.
    fn wrong(&mut self, number: usize, at: usize, class: ToneClass) -> char {
        let known = self.known();
        let words = self.words;
        let is_rhyme = at + 1 == known.lines[number].len() && class == ToneClass::Level;
        if is_rhyme && self.chance(0.5) {
            let own = words::group(known.lines[1][at]).unwrap_or_default();
            return words.rhyme(own, false, &mut |n| self.draw(n));
        }
        words.of(class.opposite(), &mut |n| self.draw(n))
    }

    /// A line that was asked for.
    fn revise(&mut self, place: &Place, asked: &Asked) -> Vec<char> {
        let number = place.line - 1;
        if !self.chance(self.habits.obedience) {
            return if self.chance(0.5) {
                place.now.clone()
            } else {
                self.draft_line(number)
            };
        }
        if place.pattern.is_none() && place.named.is_empty() {
            // Opposition or adhesion is lost, and nothing says where.
            return self.draft_line(number);
        }
        let mut line = place.now.clone();
        for at in 0..line.len() {
            let slot = place.pattern.as_ref().map(|p| p.get(at).copied().flatten());
            let is_rhyme = place.rhymes && at + 1 == line.len();
            let is_wrong = match slot {
                Some(Some(class)) if !is_rhyme => {
                    words::class(line[at]).is_some_and(|c| c != class)
                }
                Some(_) if is_rhyme => words::group(line[at]) != Some(asked.group.as_str()),
                _ => false,
            };
            if is_wrong || place.named.contains(&(at + 1)) {
                line[at] = self.right(number, at, slot.flatten(), is_rhyme, &asked.group);
            } else if self.chance(TOUCHED) {
                let error = match slot {
                    Some(None) => 0.0,
                    Some(Some(_)) => CARE * self.habits.slot_error,
                    None => self.habits.slot_error,
                };
                // Without a pattern the poet still means to keep the class that stands there.
                let class = slot.flatten().or_else(|| words::class(line[at]));
                if let Some(class) = class
                    && self.chance(error)
                {
                    line[at] = self.wrong(number, at, class);
                }
            }
        }
        line
    }

    /// The character in mind where it fits, or another that does.
    fn right(
        &mut self,
        number: usize,
        at: usize,
        class: Option<ToneClass>,
        is_rhyme: bool,
        group: &str,
    ) -> char {
        let mine = self.known().lines[number][at];
        let words = self.words;
        if is_rhyme && !group.is_empty() {
            return if words::group(mine) == Some(group) {
                mine
            } else {
                words.rhyme(group, true, &mut |n| self.draw(n))
            };
        }
        match class {
            Some(class) if words::class(mine).is_some_and(|c| c != class) => {
                words.of(class, &mut |n| self.draw(n))
            }
            _ => mine,
        }
    }

    fn chance(&mut self, share: f64) -> bool {
        (self.draw(1 << 20) as f64) < share * f64::from(1 << 20)
    }

    /// A number below `n`. (xorshift)
    fn draw(&mut self, n: usize) -> usize {
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        (self.seed >> 16) as usize % n.max(1)
    }
}
