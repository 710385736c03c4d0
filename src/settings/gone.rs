//! A provider that was offered once, or in a later page, and is not known to this one.

use muse::Provider;

use crate::desk::Desk;

/// Lets the first provider take the place of one that is not known. Its own key comes with it: that of the other
/// stays where it is kept, with the address, and is sent to nobody.
pub fn settle(desk: Desk) {
    let other = desk.settings.with_untracked(|s| in_place_of(&s.provider));
    if let Some(id) = other {
        desk.settings
            .update(|settings| id.clone_into(&mut settings.provider));
        desk.keyring.look(desk);
    }
}

/// The provider to take in place of this one, where it is not known.
fn in_place_of(id: &str) -> Option<&'static str> {
    match Provider::find(id) {
        Some(_) => None,
        None => Provider::all().first().map(|first| first.id.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_is_not_known_gives_way() {
        for id in ["stepfun", "", "DeepSeek"] {
            assert_eq!(in_place_of(id), Some("deepseek"), "{id}");
        }
        for provider in Provider::all() {
            assert_eq!(in_place_of(&provider.id), None);
        }
    }
}
