//! Server-sent events, decoded byte by byte: a chunk may end anywhere, also inside a character.

/// The longest line, and the most data of one event, in bytes. What goes beyond is no answer of a
/// model.
pub const LONGEST: usize = 1 << 20;

/// Too long a line or event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlong;

/// One event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SseEvent {
    /// Its name; empty for a plain message.
    pub name: String,
    /// Its data, several lines joined with a line feed.
    pub data: String,
}

/// The state between two bytes.
#[derive(Clone, Debug, Default)]
pub struct SseDecoder {
    line: Vec<u8>,
    event: SseEvent,
    has_data: bool,
    after_cr: bool,
    past_first_line: bool,
}

impl SseDecoder {
    /// Takes bytes; complete events are added to `events`.
    ///
    /// # Errors
    /// [`Overlong`], when a line or an event is longer than [`LONGEST`]. Nothing more can be made
    /// of the stream then.
    pub fn push(&mut self, bytes: &[u8], events: &mut Vec<SseEvent>) -> Result<(), Overlong> {
        for &byte in bytes {
            let after_cr = std::mem::take(&mut self.after_cr);
            match byte {
                b'\n' if after_cr => {}
                b'\n' | b'\r' => {
                    self.after_cr = byte == b'\r';
                    self.end_line(events)?;
                }
                _ if self.line.len() >= LONGEST => return Err(Overlong),
                _ => self.line.push(byte),
            }
        }
        Ok(())
    }

    /// The stream has ended. An event without the empty line after it still counts: some
    /// providers end so.
    pub fn finish(&mut self, events: &mut Vec<SseEvent>) -> Result<(), Overlong> {
        if !self.line.is_empty() {
            self.end_line(events)?;
        }
        self.end_event(events);
        Ok(())
    }

    fn end_line(&mut self, events: &mut Vec<SseEvent>) -> Result<(), Overlong> {
        let bytes = std::mem::take(&mut self.line);
        let text = String::from_utf8_lossy(&bytes);
        let mut line = text.as_ref();
        if !std::mem::replace(&mut self.past_first_line, true) {
            line = line.strip_prefix('\u{feff}').unwrap_or(line);
        }
        if line.is_empty() {
            self.end_event(events);
            return Ok(());
        }
        // A bare JSON line is no field of an event; some gateways put an error in so.
        let (field, value) = if line.starts_with('{') {
            ("data", line)
        } else {
            let (field, value) = line.split_once(':').unwrap_or((line, ""));
            (field, value.strip_prefix(' ').unwrap_or(value))
        };
        match field {
            "data" => {
                if self.event.data.len() + value.len() >= LONGEST {
                    return Err(Overlong);
                }
                if std::mem::replace(&mut self.has_data, true) {
                    self.event.data.push('\n');
                }
                self.event.data.push_str(value);
            }
            "event" => self.event.name = value.to_owned(),
            // Comments (an empty field), ids, retry times and what nobody knows.
            _ => {}
        }
        Ok(())
    }

    fn end_event(&mut self, events: &mut Vec<SseEvent>) {
        let event = std::mem::take(&mut self.event);
        if std::mem::take(&mut self.has_data) {
            events.push(event);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(chunks: &[&[u8]]) -> Vec<(String, String)> {
        let mut decoder = SseDecoder::default();
        let mut events = Vec::new();
        for chunk in chunks {
            decoder.push(chunk, &mut events).unwrap();
        }
        decoder.finish(&mut events).unwrap();
        events.into_iter().map(|e| (e.name, e.data)).collect()
    }

    fn data(text: &str) -> Vec<String> {
        decode(&[text.as_bytes()])
            .into_iter()
            .map(|(_, data)| data)
            .collect()
    }

    const SAMPLE: &str = "\u{feff}data: 白日\n\n: keep-alive\n\nevent: ping\r\ndata: {\"字\": 1}\r\n\
                          data: 依山\r\n\r\ndata:尽\r\rid: 7\ndata\n\nretry: 3\n\n{\"error\":1}\n\n\
                          data: 𠀀👍\n\ndata: [DONE]";

    #[test]
    fn a_sample_reads_as_the_standard_says() {
        let expected = [
            ("", "白日"),
            ("ping", "{\"字\": 1}\n依山"),
            ("", "尽"),
            ("", ""),
            ("", "{\"error\":1}"),
            ("", "𠀀👍"),
            ("", "[DONE]"),
        ];
        let expected = expected.map(|(name, data)| (name.to_owned(), data.to_owned()));
        assert_eq!(decode(&[SAMPLE.as_bytes()]), expected);
    }

    #[test]
    fn it_reads_the_same_however_it_is_cut() {
        let bytes = SAMPLE.as_bytes();
        let whole = decode(&[bytes]);
        for first in 0..=bytes.len() {
            for second in first..=bytes.len() {
                let cut = [&bytes[..first], &bytes[first..second], &bytes[second..]];
                assert_eq!(decode(&cut), whole, "cut at {first} and {second}");
            }
        }
        assert_eq!(decode(&bytes.chunks(1).collect::<Vec<_>>()), whole);
    }

    #[test]
    fn line_ends_of_all_three_kinds() {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("data: a{end}data: b{end}{end}data: c{end}{end}");
            assert_eq!(data(&text), ["a\nb", "c"], "{end:?}");
        }
    }

    #[test]
    fn comments_and_empty_lines_are_no_events() {
        assert!(data(": keep-alive\n\n\n\n:\n\nevent: x\n\n").is_empty());
        assert_eq!(data("event: x\n\ndata: a\n\n"), ["a"]);
        assert_eq!(decode(&[b"event: x\n\ndata: a\n\n"])[0].0, "");
    }

    #[test]
    fn only_one_space_after_the_colon_goes() {
        assert_eq!(data("data:  a \n\ndata:a\n\n"), [" a ", "a"]);
    }

    #[test]
    fn broken_characters_become_marks_and_nothing_more() {
        let events = decode(&[b"data: a\xe7\x99\n\ndata: b\n\n"]);
        assert_eq!(events[0].1, "a\u{fffd}");
        assert_eq!(events[1].1, "b");
    }

    #[test]
    fn a_line_that_never_ends_is_given_up() {
        let mut decoder = SseDecoder::default();
        let mut events = Vec::new();
        let chunk = vec![b'x'; 64 << 10];
        let taken = (0..64)
            .take_while(|_| decoder.push(&chunk, &mut events).is_ok())
            .count();
        assert_eq!(taken, LONGEST / chunk.len());
        assert!(decoder.line.len() <= LONGEST);
    }

    #[test]
    fn an_event_that_never_ends_is_given_up() {
        let mut decoder = SseDecoder::default();
        let mut events = Vec::new();
        let line = format!("data: {}\n", "x".repeat(1000));
        let given_up = (0..2000).any(|_| decoder.push(line.as_bytes(), &mut events).is_err());
        assert!(given_up && events.is_empty());
        assert!(decoder.event.data.len() <= LONGEST);
    }
}
