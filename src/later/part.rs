//! What is fetched at once, and sets of it.

use crate::view::View;

/// What is fetched at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The talk with models, and the settings that it needs.
    Models,
    /// Reading and learning.
    Learn,
    /// The rhyme books.
    Rhymes,
    /// The offer of a new version of the page.
    Offer,
    /// What is looked at while writing: a character, what would mend a finding, the pattern.
    Tools,
    /// Giving a poem away, and taking one that came by a link.
    Share,
    /// The drafts.
    Drafts,
    /// Words at hand.
    Hand,
    /// Lyrics: their tunes and what checks them.
    Lyrics,
    /// The style sheet of the rooms.
    Looks,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Models,
        Self::Learn,
        Self::Rhymes,
        Self::Offer,
        Self::Tools,
        Self::Share,
        Self::Drafts,
        Self::Hand,
        Self::Lyrics,
        Self::Looks,
    ];

    /// Whether its looks are in the style sheet of the rooms; those of the others are in the page's own.
    pub const fn is_dressed(self) -> bool {
        !matches!(self, Self::Offer | Self::Looks)
    }

    /// What a view needs.
    pub const fn of(view: View) -> Option<Self> {
        match view {
            View::Write => None,
            View::Compose | View::Settings => Some(Self::Models),
            View::Learn => Some(Self::Learn),
            View::Rhymes => Some(Self::Rhymes),
            View::Share => Some(Self::Share),
            View::Drafts => Some(Self::Drafts),
        }
    }
}

/// Some of the parts: a bit for each, which takes less code than a list.
#[derive(Clone, Copy, Default)]
pub(super) struct Parts(u16);

impl Parts {
    /// Whether a part is among them.
    pub const fn has(self, part: Part) -> bool {
        self.0 & Self::bit(part) != 0
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Has a part be among them, or not.
    pub const fn put(&mut self, part: Part, is_in: bool) {
        self.0 &= !Self::bit(part);
        if is_in {
            self.0 |= Self::bit(part);
        }
    }

    const fn bit(part: Part) -> u16 {
        1 << part as u16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_put_in_and_taken_out_by_itself() {
        let mut parts = Parts::default();
        for part in Part::ALL {
            assert!(!parts.has(part));
            parts.put(part, true);
        }
        parts.put(Part::Tools, false);
        for part in Part::ALL {
            assert_eq!(parts.has(part), part != Part::Tools);
        }
        for part in Part::ALL {
            parts.put(part, false);
        }
        assert!(parts.is_empty());
    }
}
