//! Filling in a template: `{{name}}` stands for a value.

/// The template with its values. A line that names an empty value is left out, so that a template
/// can hold what is said only sometimes. Values are never searched for names: what a person wrote
/// stays as it is.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let value = |name: &str| values.iter().find(|(n, _)| *n == name).map(|(_, v)| *v);
    let mut filled = String::new();
    for line in template.trim_end().lines() {
        let mut text = String::new();
        let mut wanted = true;
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("{{") {
            let Some((name, after)) = after.split_once("}}") else {
                break;
            };
            let value = value(name).unwrap_or_default();
            wanted &= !value.is_empty();
            text.push_str(before);
            text.push_str(value);
            rest = after;
        }
        text.push_str(rest);
        if wanted {
            if !filled.is_empty() {
                filled.push('\n');
            }
            filled.push_str(&text);
        }
    }
    filled
}

/// The names that a template uses.
#[cfg(test)]
pub(super) fn names(template: &str) -> Vec<&str> {
    template
        .split("{{")
        .skip(1)
        .filter_map(|t| t.split_once("}}"))
        .map(|(n, _)| n)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_values() {
        assert_eq!(
            fill("写{{a}}句{{b}}字\n", &[("a", "四"), ("b", "五")]),
            "写四句五字"
        );
    }

    #[test]
    fn a_line_with_an_empty_value_goes() {
        let template = "一\n- 二{{a}}{{b}}\n三{{b}}\n";
        assert_eq!(fill(template, &[("a", ""), ("b", "四")]), "一\n三四");
        assert_eq!(fill(template, &[("a", "x")]), "一");
    }

    #[test]
    fn values_are_not_templates() {
        assert_eq!(
            fill("{{a}}", &[("a", "{{b}}\n{{"), ("b", "no")]),
            "{{b}}\n{{"
        );
    }

    #[test]
    fn the_names_of_a_template() {
        assert_eq!(names("a{{x}}b{{y}}"), ["x", "y"]);
    }
}
