//! A card as an SVG that needs nothing beside itself.

use super::{
    Card, Cut,
    place::{Area, Ink, Layout, Measure, Placed, lay},
    seal,
    svg::{Svg, number},
};
use crate::share::{
    designs::Paper,
    letters::{Letters, glyph},
};

/// Letters of the system, for a character that is not among ours.
const SYSTEM: &str =
    "'Songti SC','Noto Serif CJK SC','Noto Serif SC','Source Han Serif SC',SimSun,PMingLiU,serif";

/// Draws a card. `name` is what it is called for those who do not see it.
pub fn draw(card: &Card, letters: &Letters, name: &str) -> String {
    let size = card.shape.size();
    let paper = card.design.paper();
    let measure: Measure = &|char| letters.width(char);
    let space = card.design.space(card.shape, card.direction);
    let layout = lay(card, space, measure);
    let mut svg = Svg::default();
    let (width, height) = (number(size.width), number(size.height));
    svg.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", &width),
            ("height", &height),
            ("viewBox", &format!("0 0 {width} {height}")),
            ("role", "img"),
        ],
    );
    svg.open("title", &[]);
    svg.words(name);
    svg.close("title");
    svg.fill(&format!("M0 0H{width}V{height}H0Z"), paper.ground);
    card.design.adorn(&mut svg, card, &layout);
    for placed in &layout.placed {
        character(&mut svg, placed, letters, paper);
    }
    draw_seal(&mut svg, card, &layout, letters, paper);
    svg.close("svg");
    svg.finish()
}

fn character(svg: &mut Svg, placed: &Placed, letters: &Letters, paper: &Paper) {
    let ink = match placed.ink {
        Ink::Verse => paper.ink,
        Ink::Title => paper.title,
        Ink::Beside => paper.beside,
    };
    let scale = placed.size / f64::from(glyph::EM);
    let (x, y) = (number(placed.x), number(placed.y));
    // On its side: turned about the upper left, and put back by its height.
    let turn = if placed.lies {
        format!(
            "translate({} {y}) rotate(90)",
            number(placed.x + placed.size)
        )
    } else {
        format!("translate({x} {y})")
    };
    match letters.glyph(placed.char) {
        Some(glyph) => {
            let transform = format!("{turn} scale({scale:.5})");
            svg.tag(
                "path",
                &[
                    ("d", &glyph.path()),
                    ("fill", ink),
                    ("transform", &transform),
                ],
            );
        }
        None => {
            // The middle of the em, where letters of any system stand.
            let (wide, size) = (placed.wide * placed.size, placed.size);
            let transform = format!(
                "{turn} translate({} {})",
                number(wide / 2.0),
                number(size * 0.88)
            );
            system_character(svg, placed.char, size, ink, &transform);
        }
    }
}

fn system_character(svg: &mut Svg, char: char, size: f64, ink: &str, transform: &str) {
    svg.open(
        "text",
        &[
            ("font-family", SYSTEM),
            ("font-size", &number(size)),
            ("text-anchor", "middle"),
            ("fill", ink),
            ("transform", transform),
        ],
    );
    svg.words(&char.to_string());
    svg.close("text");
}

fn draw_seal(svg: &mut Svg, card: &Card, layout: &Layout, letters: &Letters, paper: &Paper) {
    let Some(square) = layout.seal else {
        return;
    };
    let characters = seal::characters(&card.seal);
    let edge = square.width * 0.055;
    let ink = match card.cut {
        Cut::White => {
            svg.fill(&stone(square, edge), paper.seal);
            paper.seal_ground
        }
        Cut::Red => {
            let inner = inside(square, edge * 0.6);
            svg.stroke(&stone(inner, edge), paper.seal, edge * 1.2);
            paper.seal
        }
    };
    let field = inside(square, square.width * 0.1);
    let gap = if characters.len() > 1 {
        square.width * 0.022
    } else {
        0.0
    };
    for (char, part) in characters.iter().zip(seal::parts(field, characters.len())) {
        let part = inside(part, gap);
        match letters
            .glyph(*char)
            .and_then(|glyph| Some((glyph, glyph.bounds()?)))
        {
            Some((glyph, bounds)) => {
                let transform = filling(part, bounds);
                svg.tag(
                    "path",
                    &[
                        ("d", &glyph.path()),
                        ("fill", ink),
                        ("transform", &transform),
                    ],
                );
            }
            None => {
                let size = part.width.min(part.height);
                let (x, y) = (
                    part.x + part.width / 2.0,
                    part.y + part.height / 2.0 + size * 0.38,
                );
                let transform = format!("translate({} {})", number(x), number(y));
                system_character(svg, *char, size, ink, &transform);
            }
        }
    }
}

/// A square of stone, its edges a little uneven.
fn stone(area: Area, edge: f64) -> String {
    let at = |x: f64, y: f64| {
        format!(
            "{} {}",
            number(area.x + area.width * x),
            number(area.y + area.height * y)
        )
    };
    let round = (edge / area.width).min(0.2);
    format!(
        "M{}L{}L{}Q{} {}L{}L{}Q{} {}L{}L{}Q{} {}L{}L{}Q{} {}Z",
        at(round, 0.006),
        at(0.46, -0.004),
        at(1.0 - round, 0.01),
        at(1.0, 0.0),
        at(0.994, round),
        at(1.006, 0.55),
        at(0.996, 1.0 - round * 1.4),
        at(1.0, 1.0),
        at(1.0 - round, 0.995),
        at(0.6, 1.006),
        at(round * 1.2, 0.99),
        at(0.0, 1.0),
        at(0.004, 1.0 - round),
        at(-0.006, 0.4),
        at(0.008, round * 1.5),
        at(0.0, 0.0),
        at(round, 0.006),
    )
}

fn inside(area: Area, margin: f64) -> Area {
    Area {
        x: area.x + margin,
        y: area.y + margin,
        width: area.width - 2.0 * margin,
        height: area.height - 2.0 * margin,
    }
}

/// Stretches an outline over a part of a seal, but never out of its nature: 一 stays a stroke.
fn filling(part: Area, [left, top, right, bottom]: [i32; 4]) -> String {
    let em = f64::from(glyph::EM);
    let (wide, high) = (f64::from(right - left), f64::from(bottom - top));
    let across = part.width / wide.max(em * 0.62);
    let down = part.height / high.max(em * 0.62);
    let (across, down) = (across.min(down * 1.5), down.min(across * 1.75));
    let x = part.x + part.width / 2.0 - across * f64::from(left + right) / 2.0;
    let y = part.y + part.height / 2.0 - down * f64::from(top + bottom) / 2.0;
    format!(
        "translate({} {}) scale({across:.5} {down:.5})",
        number(x),
        number(y)
    )
}
