//! A seal: one to four characters in a square, in columns from right to left, each filling its part.

use super::place::Area;

/// Characters of a seal, at most.
pub const MOST: usize = 4;

/// The characters that are cut.
pub fn characters(text: &str) -> Vec<char> {
    let seen = text.chars().filter(|char| !char.is_whitespace());
    seen.take(MOST).collect()
}

/// What a name is cut as: a short name is filled up to four characters as seal cutters do, so that each has a
/// square of its own.
pub fn of_name(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|char| is_chinese(*char))
        .take(MOST)
        .collect();
    match name.chars().count() {
        2 => name + "之印",
        3 => name + "印",
        _ => name,
    }
}

fn is_chinese(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// The parts of the square, in the order of the characters: columns from right to left. Of three the
/// first has a column of its own.
pub fn parts(square: Area, count: usize) -> Vec<Area> {
    let columns: &[usize] = match count {
        0 => &[],
        1 => &[1],
        2 => &[1, 1],
        3 => &[1, 2],
        _ => &[2, 2],
    };
    let width = square.width / columns.len().max(1) as f64;
    let mut parts = Vec::new();
    for (column, rows) in columns.iter().enumerate() {
        let height = square.height / *rows as f64;
        for row in 0..*rows {
            parts.push(Area {
                x: square.right() - width * (column + 1) as f64,
                y: square.y + height * row as f64,
                width,
                height,
            });
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: Area = Area {
        x: 10.0,
        y: 20.0,
        width: 60.0,
        height: 60.0,
    };

    fn corners(count: usize) -> Vec<(f64, f64)> {
        parts(SQUARE, count)
            .iter()
            .map(|part| (part.x, part.y))
            .collect()
    }

    #[test]
    fn columns_go_from_right_to_left_and_fill_the_square() {
        assert_eq!(corners(1), [(10.0, 20.0)]);
        assert_eq!(corners(2), [(40.0, 20.0), (10.0, 20.0)]);
        assert_eq!(corners(3), [(40.0, 20.0), (10.0, 20.0), (10.0, 50.0)]);
        assert_eq!(
            corners(4),
            [(40.0, 20.0), (40.0, 50.0), (10.0, 20.0), (10.0, 50.0)]
        );
        for count in 1..=MOST {
            let filled: f64 = parts(SQUARE, count)
                .iter()
                .map(|part| part.width * part.height)
                .sum();
            assert!((filled - 3600.0).abs() < 1e-9, "{count}");
        }
        assert!(parts(SQUARE, 0).is_empty());
    }

    #[test]
    fn a_name_is_cut_as_seal_cutters_do() {
        assert_eq!(of_name("杜甫"), "杜甫之印");
        assert_eq!(of_name("王昌龄"), "王昌龄印");
        assert_eq!(of_name("欧阳询之"), "欧阳询之");
        assert_eq!(of_name("李"), "李");
        assert_eq!(of_name("Du Fu 杜甫"), "杜甫之印");
        assert_eq!(of_name("Du Fu"), "");
        assert_eq!(characters(" 一 二三四五"), ['一', '二', '三', '四']);
    }
}
