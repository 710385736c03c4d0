//! Who is meant by a row that is not filled in.

use muse::Provider;

use crate::keep::{entrants::Entrant, settings::Settings};

/// The provider and the model of a row (from 0). No provider means the one that is chosen in the
/// settings; no model means the one that was filled in for the provider there, and in the rows after
/// it another of its models, so that two rows left empty are two models where it has two.
pub fn who(entrant: &Entrant, row: usize, settings: &Settings) -> (String, String) {
    let provider = if entrant.provider.is_empty() {
        settings.provider.clone()
    } else {
        entrant.provider.clone()
    };
    let model = entrant.model.trim();
    if !model.is_empty() {
        return (provider, model.to_owned());
    }
    let own = settings.endpoint_of(&provider).model;
    let offered = Provider::find(&provider).map_or(&[][..], |p| &p.models);
    let own = Some(own).filter(|own| !own.is_empty());
    let mut all: Vec<String> = own.into_iter().collect();
    for model in offered {
        if !all.contains(model) {
            all.push(model.clone());
        }
    }
    let row = if entrant.provider.is_empty() { row } else { 0 };
    let model = all.get(row).or_else(|| all.first());
    let model = model.cloned().unwrap_or_default();
    (provider, model)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_empty_rows_are_two_models_of_the_chosen_provider() {
        let mut all = Provider::all().iter();
        let provider = all.find(|p| p.models.len() >= 2).unwrap();
        let offered = &provider.models;
        let mut settings = Settings {
            provider: provider.id.clone(),
            ..Settings::default()
        };
        let empty = Entrant::default();
        let models = [0, 1].map(|row| who(&empty, row, &settings).1);
        assert_eq!(models[..], offered[..2]);
        settings.change_endpoint(|endpoint| endpoint.model = "own".to_owned());
        let models = [0, 1].map(|row| who(&empty, row, &settings).1);
        assert_eq!(models, ["own", &offered[0]]);
    }

    #[test]
    fn what_is_filled_in_counts() {
        let mut settings = Settings {
            provider: "custom".to_owned(),
            ..Settings::default()
        };
        settings.change_endpoint(|endpoint| endpoint.model = "mine".to_owned());
        let row = |provider: &str, model: &str| Entrant {
            provider: provider.to_owned(),
            model: model.to_owned(),
            ..Entrant::default()
        };
        let asked = |entrant: Entrant| who(&entrant, 1, &settings);
        let first = Provider::find("deepseek").unwrap().models[0].as_str();
        for (entrant, provider, model) in [
            (row("", ""), "custom", "mine"),
            (row("", " x "), "custom", "x"),
            (row("deepseek", ""), "deepseek", first),
            (row("deepseek", "y"), "deepseek", "y"),
        ] {
            let expected = (provider.to_owned(), model.to_owned());
            assert_eq!(asked(entrant), expected);
        }
    }
}
