//! The name of a rhyme group as books write it: 十灰.

use verse::{Language, RhymeBook, RhymeGroup, Tone, ToneClass};

/// The same in the language of the page.
pub fn numbered_in(language: Language, book: RhymeBook, group: &str, class: ToneClass) -> String {
    if language != Language::Hant {
        return numbered(book, group, class);
    }
    let simplified = numbered(book, group, class);
    let number = simplified.strip_suffix(group).unwrap_or_default();
    [number, &verse::traditional_group(group)].concat()
}

/// The group with its number within its tone: `灰`, level, becomes 十灰. Level groups are counted
/// in two halves of fifteen. Only 平水韵 numbers its groups so; the others keep their bare names.
pub fn numbered(book: RhymeBook, group: &str, class: ToneClass) -> String {
    let head = group.chars().next().filter(|_| book == RhymeBook::PingShui);
    let number = head.and_then(|head| {
        let tones = [Tone::Level, Tone::Rising, Tone::Departing, Tone::Entering];
        let found = tones
            .into_iter()
            .filter(|tone| tone.class() == class)
            .find_map(|tone| RhymeGroup::find(tone, head))?;
        let before = RhymeGroup::all().filter(|other| other.tone() == found.tone());
        let place = before.take_while(|other| *other != found).count();
        Some(
            if found.tone() == Tone::Level {
                place % 15
            } else {
                place
            } + 1,
        )
    });
    number.map_or_else(
        || group.to_owned(),
        |number| format!("{}{group}", numeral(number)),
    )
}

/// 1 to 39 in Chinese.
fn numeral(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: usize| DIGITS.get(n % 10).copied().unwrap_or_default();
    match number / 10 {
        0 => digit(number).to_owned(),
        1 => format!("十{}", digit(number)),
        tens => format!("{}十{}", digit(tens), digit(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_numbered_as_in_the_book() {
        let level = |head| numbered(RhymeBook::PingShui, head, ToneClass::Level);
        let names = ["东", "灰", "元", "删", "先", "尤", "咸"].map(level);
        assert_eq!(
            names,
            [
                "一东",
                "十灰",
                "十三元",
                "十五删",
                "一先",
                "十一尤",
                "十五咸"
            ]
        );
        let oblique = |head| numbered(RhymeBook::PingShui, head, ToneClass::Oblique);
        assert_eq!(
            ["董", "送", "陷", "屋", "屑"].map(oblique),
            ["一董", "一送", "三十陷", "一屋", "九屑"]
        );
        assert_eq!(level("某"), "某");
        assert_eq!(level(""), "");
        let hant = |book, head| numbered_in(Language::Hant, book, head, ToneClass::Level);
        assert_eq!(hant(RhymeBook::PingShui, "东"), "一東");
        assert_eq!(hant(RhymeBook::XinYun, "开"), "開");
        assert_eq!(
            numbered_in(Language::En, RhymeBook::PingShui, "东", ToneClass::Level),
            "一东"
        );
        let xinyun = numbered(RhymeBook::XinYun, "麻", ToneClass::Level);
        assert_eq!(xinyun, "麻");
    }
}
