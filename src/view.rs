//! The views of the page, told apart by the address after `#`.

/// What the person is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Writing.
    #[default]
    Write,
    /// Letting a model write.
    Compose,
    /// Reading and learning.
    Learn,
    /// Looking into the rhyme books.
    Rhymes,
    /// Looking through the drafts.
    Drafts,
    /// Choosing.
    Settings,
    /// Giving the poem away. It is no way of the bar: it is entered from the poem.
    Share,
}

impl View {
    /// The views, in the order of the bar.
    pub const ALL: [Self; 6] = [
        Self::Write,
        Self::Compose,
        Self::Learn,
        Self::Rhymes,
        Self::Drafts,
        Self::Settings,
    ];

    /// The address of the view.
    pub const fn hash(self) -> &'static str {
        match self {
            Self::Write => "#/write",
            Self::Compose => "#/compose",
            Self::Learn => "#/learn",
            Self::Rhymes => "#/rhymes",
            Self::Drafts => "#/drafts",
            Self::Settings => "#/settings",
            Self::Share => "#/share",
        }
    }

    /// The view that an address names; an address that names none is the desk. The lessons of the
    /// room of learning have addresses of their own: `#/learn/3`.
    pub fn of(hash: &str) -> Self {
        if lesson_of(hash).is_some() {
            return Self::Learn;
        }
        Self::ALL
            .into_iter()
            .chain([Self::Share])
            .find(|view| view.hash() == hash)
            .unwrap_or_default()
    }

    /// Whether the sheet is on the table.
    pub const fn has_sheet(self) -> bool {
        matches!(self, Self::Write | Self::Compose)
    }

    /// The name that the style sheet knows it by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Write => "write",
            Self::Compose => "compose",
            Self::Learn => "learn",
            Self::Rhymes => "rhymes",
            Self::Drafts => "drafts",
            Self::Settings => "settings",
            Self::Share => "share",
        }
    }
}

/// What stands behind the room of learning in an address: the number of a lesson.
pub fn lesson_of(hash: &str) -> Option<&str> {
    hash.strip_prefix(View::Learn.hash())?.strip_prefix('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_view_and_anything_else_the_desk() {
        for view in View::ALL.into_iter().chain([View::Share]) {
            assert_eq!(View::of(view.hash()), view);
        }
        for other in ["", "#", "#/", "#/nowhere", "#poem", "#/compose/"] {
            assert_eq!(View::of(other), View::Write, "{other}");
        }
        for view in View::ALL.into_iter().chain([View::Share]) {
            assert_eq!(view.hash(), format!("#/{}", view.name()));
        }
    }

    #[test]
    fn a_lesson_is_in_the_room_of_learning() {
        assert_eq!(View::of("#/learn/3"), View::Learn);
        assert_eq!(lesson_of("#/learn/3"), Some("3"));
        assert_eq!(lesson_of("#/learn"), None);
        assert_eq!(lesson_of("#/learning"), None);
        assert_eq!(View::of("#/learning"), View::Write);
    }
}
