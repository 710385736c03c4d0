use super::{
    place::{Layout, Placed, lay},
    words::Verse,
    *,
};
use crate::share::letters::{Letters, tests::letters_for};

fn poem(lines: usize, width: usize) -> Vec<Verse> {
    let characters: Vec<char> = "清明时节雨纷路上行人欲断魂借问酒家".chars().collect();
    let line = |number: usize| Verse {
        text: (0..width)
            .map(|at| characters[(number + at) % characters.len()])
            .collect(),
        stop: Some(if number.is_multiple_of(2) {
            '，'
        } else {
            '。'
        }),
    };
    (0..lines).map(line).collect()
}

fn card(lines: usize, width: usize) -> Card {
    Card {
        words: Words {
            title: "贺小明四岁生日".to_owned(),
            lines: poem(lines, width),
            dedication: "愿健康快乐".to_owned(),
            signature: "爸爸妈妈".to_owned(),
            date: "二〇二六年十一月二十五日".to_owned(),
        },
        seal: "张三之印".to_owned(),
        ..Card::default()
    }
}

/// Every paper, shape and direction.
fn every(card: &Card) -> Vec<Card> {
    let mut all = Vec::new();
    for design in Design::ALL {
        for shape in Shape::ALL {
            for direction in Direction::ALL {
                all.push(Card {
                    design,
                    shape,
                    direction,
                    ..card.clone()
                });
            }
        }
    }
    all
}

fn layout(card: &Card) -> Layout {
    let letters = Letters::default();
    let space = card.design.space(card.shape, card.direction);
    lay(card, space, &|char| letters.width(char))
}

/// Left, top, right, bottom of what a character takes.
fn area(placed: &Placed) -> [f64; 4] {
    let (wide, high) = if placed.lies {
        (placed.size, placed.wide * placed.size)
    } else {
        (placed.wide * placed.size, placed.size)
    };
    [placed.x, placed.y, placed.x + wide, placed.y + high]
}

fn overlap(one: [f64; 4], other: [f64; 4]) -> bool {
    let slack = 0.05;
    one[0] + slack < other[2]
        && other[0] + slack < one[2]
        && one[1] + slack < other[3]
        && other[1] + slack < one[3]
}

fn expect_tidy(card: &Card) {
    let layout = layout(card);
    let size = card.shape.size();
    let about = format!(
        "{:?} {:?} {:?} {} lines",
        card.design,
        card.shape,
        card.direction,
        card.words.lines.len()
    );
    let mut areas: Vec<[f64; 4]> = layout.placed.iter().map(area).collect();
    areas.extend(
        layout
            .seal
            .map(|seal| [seal.x, seal.y, seal.right(), seal.bottom()]),
    );
    for (index, one) in areas.iter().enumerate() {
        let inside =
            one[0] >= 0.0 && one[1] >= 0.0 && one[2] <= size.width && one[3] <= size.height;
        assert!(
            inside,
            "{about}: {:?} is off the paper",
            layout.placed.get(index)
        );
        for (other_index, other) in areas.iter().enumerate().skip(index + 1) {
            assert!(
                !overlap(*one, *other),
                "{about}: {:?} over {:?}",
                layout.placed.get(index),
                layout.placed.get(other_index)
            );
        }
    }
    let verse: usize = card.words.lines.iter().map(|line| line.text.len()).sum();
    let drawn = layout
        .placed
        .iter()
        .filter(|placed| placed.ink == place::Ink::Verse)
        .count();
    let stops = if card.direction == Direction::Horizontal {
        card.words.lines.len()
    } else {
        0
    };
    assert_eq!(drawn, verse + stops, "{about}");
}

#[test]
fn nothing_overlaps_or_leaves_the_paper_whatever_the_form() {
    for (lines, width) in [
        (1, 5),
        (3, 7),
        (4, 5),
        (4, 7),
        (8, 5),
        (8, 7),
        (9, 4),
        (10, 5),
        (20, 7),
        (40, 5),
        (40, 7),
        (40, 16),
        (1, 16),
    ] {
        for card in every(&card(lines, width)) {
            expect_tidy(&card);
        }
    }
}

#[test]
fn words_of_any_length_stay_on_the_paper() {
    let full = card(8, 7);
    let words = |title: &str, dedication: &str, signature: &str, date: &str| Words {
        title: title.to_owned(),
        dedication: dedication.to_owned(),
        signature: signature.to_owned(),
        date: date.to_owned(),
        ..full.words.clone()
    };
    for words in [
        words("", "", "", ""),
        words("清", "", "", ""),
        words("", "寄", "", ""),
        words("", "", "王", ""),
        words(
            &"长".repeat(40),
            &"题".repeat(40),
            &"名".repeat(20),
            &"日".repeat(20),
        ),
        words(
            "Happy Birthday, 小明 2026",
            "For Mum & Dad",
            "Li Ming",
            "25 November 2026",
        ),
        words("《春》（其一）", "——寄友人", "李", "丙午年"),
    ] {
        for seal in ["", "李", "王昌龄印"] {
            let card = Card {
                words: words.clone(),
                seal: seal.to_owned(),
                ..full.clone()
            };
            for card in every(&card) {
                expect_tidy(&card);
            }
        }
    }
}

#[test]
fn a_column_is_read_from_the_right_and_a_row_from_the_left() {
    let verse = |direction: Direction| -> Vec<Placed> {
        let card = Card {
            direction,
            ..card(4, 7)
        };
        let placed = layout(&card).placed;
        placed
            .into_iter()
            .filter(|placed| placed.ink == place::Ink::Verse)
            .collect()
    };
    let columns = verse(Direction::Vertical);
    assert!(columns[0].x == columns[6].x && columns[0].y < columns[6].y);
    assert!(columns[7].x < columns[0].x && columns[7].y == columns[0].y);
    let rows = verse(Direction::Horizontal);
    assert!(rows[0].y == rows[6].y && rows[0].x < rows[6].x);
    assert!(rows[8].y > rows[0].y && rows[8].x == rows[0].x);
}

#[test]
fn latin_letters_lie_in_a_column_and_brackets_have_their_own_form() {
    let mut tall = card(4, 5);
    tall.words.title = "Ode《春》".to_owned();
    let placed = layout(&tall).placed;
    let title: Vec<_> = placed
        .iter()
        .filter(|placed| placed.ink == place::Ink::Title)
        .collect();
    assert!(title[..3].iter().all(|placed| placed.lies));
    assert_eq!(
        title[3..]
            .iter()
            .map(|placed| placed.char)
            .collect::<String>(),
        "︽春︾"
    );
}

#[test]
fn the_verse_is_as_large_as_it_can_be_read() {
    for card in every(&card(8, 7)) {
        let em = layout(&card)
            .placed
            .iter()
            .find(|placed| placed.ink == place::Ink::Verse)
            .map(|placed| placed.size);
        assert!(
            em.unwrap() >= 24.0,
            "{:?} {:?} {:?}: {em:?}",
            card.design,
            card.shape,
            card.direction
        );
    }
}

#[test]
fn the_drawing_is_of_paths_and_needs_nothing_beside_itself() {
    let full = card(8, 7);
    let letters = letters_for(&full.text());
    for card in every(&full) {
        let svg = draw::draw(&card, &letters, "贺 <b>&");
        assert!(svg.contains("<title>贺 &lt;b&gt;&amp;</title>"));
        for never in [
            "<text",
            "<script",
            "<image",
            "<foreignObject",
            "href",
            "NaN",
            "inf",
            "style=",
        ] {
            assert!(!svg.contains(never), "{never}");
        }
        assert_eq!(svg.matches("http").count(), 1, "only the name space");
        assert!(svg.len() < 700_000, "{}", svg.len());
    }
}

#[test]
fn a_character_that_is_not_among_the_letters_is_the_systems_and_only_ever_text() {
    let mut rare = card(4, 5);
    rare.words.lines[0].text[2] = '\u{2a6d6}';
    rare.words.lines[1].text[1] = '<';
    let mut letters = letters_for(&rare.text());
    let svg = draw::draw(&rare, &letters, "");
    assert_eq!(svg.matches("<text").count(), 1);
    assert!(svg.contains(">\u{2a6d6}</text>"));
    letters = Letters::default();
    let svg = draw::draw(&rare, &letters, "");
    assert!(
        svg.contains(">&lt;</text>"),
        "before the letters have come all are the system's"
    );
}
