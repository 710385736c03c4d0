//! Extended verse (排律).

use super::*;

/// Extended verse of twelve lines, in 尤: three quatrains that follow one another by the rules.
fn twelve() -> Vec<String> {
    let types = crate::Opening::usual(Form::FiveExtended).line_types(5, 12);
    // Rhymes of 尤, and characters of one class only.
    let (mut level, mut oblique) = (
        "山天人花春风云江城空门清君家南青长今林声台尘东"
            .chars()
            .cycle(),
        "月水雨日雪夜草色木玉竹石客鸟马影叶路酒梦".chars().cycle(),
    );
    let mut rhymes = "流楼秋舟头愁幽州洲".chars();
    let mut lines = Vec::new();
    for line_type in types {
        let pattern = line_type.pattern(5);
        let mut line = String::new();
        for (place, class) in pattern.iter().enumerate() {
            let is_rhyme = place == 4 && line_type.end() == verse::ToneClass::Level;
            let next = match class {
                _ if is_rhyme => rhymes.next(),
                Some(verse::ToneClass::Level) => level.next(),
                _ => oblique.next(),
            };
            line.extend(next);
        }
        lines.push(line);
    }
    lines
}

#[test]
fn an_extended_poem_goes_through_the_loop() {
    let mut brief = Brief::new(Form::FiveExtended, "登高");
    brief.lines = 12;
    let lines = twelve();
    brief.acrostic = lines.iter().filter_map(|l| l.chars().next()).collect();
    let machine = Compose::new(brief, many_rounds());
    let good = lines.join("，\n");
    let short = lines[..10].join("，\n");
    let faulty = good.replace(
        &lines[11],
        &lines[11].replace(|c| c == lines[11].chars().last().unwrap(), "山"),
    );
    let mended = format!("第12句：{}", lines[11]);
    let (prompts, outcome) = run_on(machine, &[&short, &faulty, &mended]);
    assert!(prompts[0].contains("共12句") && prompts[0].contains("\n第12句："));
    assert!(prompts[0].contains(&format!(
        "第12句首字“{}”",
        lines[11].chars().next().unwrap()
    )));
    assert!(
        prompts[1].contains("- 应为12句，上次是10句。"),
        "{}",
        prompts[1]
    );
    assert!(
        prompts[2].contains("请改写其中的第12句，"),
        "{}",
        prompts[2]
    );
    assert_eq!((outcome.end, outcome.best), (End::Clean, Some(2)));
    assert_eq!(outcome.versions[2].report.lines.len(), 12);
}

#[test]
fn a_given_extended_poem_keeps_its_length() {
    let mut brief = Brief::new(Form::FiveExtended, "");
    brief.lines = 20;
    let given = twelve().join("，\n");
    let mut machine = Compose::polish(brief, &given, "更好", Budget::default());
    let Action::Ask(prompt) = machine.step(Event::Start) else {
        panic!("no prompt");
    };
    assert!(prompt.user.contains("共12句"));
}
