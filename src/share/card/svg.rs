//! Writing SVG. Everything is escaped; what a person wrote is only ever text.

use std::fmt::Write;

/// A drawing that is being written.
#[derive(Clone, Debug, Default)]
pub struct Svg {
    text: String,
}

impl Svg {
    /// A shape filled with a paint: a colour, or a gradient by [`by_name`].
    pub fn fill(&mut self, path: &str, paint: &str) {
        self.tag("path", &[("d", path), ("fill", paint)]);
    }

    /// A shape filled with a paint that what is under it shines through.
    pub fn tint(&mut self, path: &str, paint: &str, opacity: f64) {
        let opacity = number(opacity);
        self.tag(
            "path",
            &[("d", path), ("fill", paint), ("fill-opacity", &opacity)],
        );
    }

    /// A line of a width.
    pub fn stroke(&mut self, path: &str, paint: &str, width: f64) {
        self.stroke_tint(path, paint, width, 1.0);
    }

    /// A line that what is under it shines through.
    pub fn stroke_tint(&mut self, path: &str, paint: &str, width: f64, opacity: f64) {
        let width = number(width);
        let opacity = number(opacity);
        self.tag(
            "path",
            &[
                ("d", path),
                ("fill", "none"),
                ("stroke", paint),
                ("stroke-width", &width),
                ("stroke-opacity", &opacity),
                ("stroke-linecap", "round"),
                ("stroke-linejoin", "round"),
            ],
        );
    }

    /// A gradient, downwards from one colour to another, each with its opacity.
    pub fn gradient(&mut self, name: &str, stops: &[(f64, &str, f64)]) {
        self.open("linearGradient", &[("id", name), ("x2", "0"), ("y2", "1")]);
        for (offset, colour, opacity) in stops {
            let (offset, opacity) = (number(*offset), number(*opacity));
            self.tag(
                "stop",
                &[
                    ("offset", &offset),
                    ("stop-color", colour),
                    ("stop-opacity", &opacity),
                ],
            );
        }
        self.close("linearGradient");
    }

    /// Opens an element.
    pub fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.start(tag, attributes);
        self.text.push('>');
    }

    /// Closes one.
    pub fn close(&mut self, tag: &str) {
        let _ = write!(self.text, "</{tag}>");
    }

    /// An element with nothing inside.
    pub fn tag(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.start(tag, attributes);
        self.text.push_str("/>");
    }

    /// Text.
    pub fn words(&mut self, words: &str) {
        escape(words, &mut self.text);
    }

    fn start(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        let _ = write!(self.text, "<{tag}");
        for (name, value) in attributes {
            let _ = write!(self.text, " {name}=\"");
            escape(value, &mut self.text);
            self.text.push('"');
        }
    }

    /// What has been written.
    pub fn finish(self) -> String {
        self.text
    }
}

/// A gradient as a paint.
pub fn by_name(name: &str) -> String {
    format!("url(#{name})")
}

/// A number as short as can be.
pub fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

fn escape(text: &str, out: &mut String) {
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // XML has no place for these at all.
            '\u{fffe}' | '\u{ffff}' => {}
            _ if char.is_control() && char != '\n' => {}
            _ => out.push(char),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_text() {
        let mut svg = Svg::default();
        svg.open("text", &[("class", "\"><script>")]);
        svg.words("<b onload='x'>&\u{0}\u{b}]]>");
        svg.close("text");
        assert_eq!(
            svg.finish(),
            "<text class=\"&quot;&gt;&lt;script&gt;\">&lt;b onload=&#39;x&#39;&gt;&amp;]]&gt;</text>"
        );
    }

    #[test]
    fn numbers_are_short() {
        let shown = [0.0, -0.001, 1.0, 2.5, 3.21159, -7.20, 100.0].map(number);
        assert_eq!(shown, ["0", "0", "1", "2.5", "3.21", "-7.2", "100"]);
    }
}
