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
        }
    }

    /// The view that an address names; an address that names none is the desk.
    pub fn of(hash: &str) -> Self {
        Self::ALL
            .into_iter()
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
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_view_and_anything_else_the_desk() {
        for view in View::ALL {
            assert_eq!(View::of(view.hash()), view);
        }
        for other in ["", "#", "#/", "#/nowhere", "#poem", "#/compose/"] {
            assert_eq!(View::of(other), View::Write, "{other}");
        }
        for view in View::ALL {
            assert_eq!(view.hash(), format!("#/{}", view.name()));
        }
    }
}
