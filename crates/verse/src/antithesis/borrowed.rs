//! 借对: a character that answers by its sound or by another sense. 寻常, two measures of length,
//! answers 七十 as a number (借义); 沧 sounds like 苍 and answers 白 as a colour (借音).

use super::Category;

/// What a character may stand for: itself, what it stands for, and the category that it joins then.
/// All in simplified script. By hand, after the couplets that 《梦溪笔谈》, 《蔡宽夫诗话》 and Wang Li show.
const SINGLE: [(char, char, Category); 10] = [
    // 马骄珠汗落，胡舞白蹄斜.
    ('珠', '朱', Category::Colour),
    // 野鹤清晨出，山精白日藏.
    ('清', '青', Category::Colour),
    // 事直皇天在，归迟白发生.
    ('皇', '黄', Category::Colour),
    // 沧 as 苍.
    ('沧', '苍', Category::Colour),
    // 谈笑有鸿儒，往来无白丁.
    ('鸿', '红', Category::Colour),
    // 卷帘黄叶落，锁印子规啼; 残春红药在，终日子规啼.
    ('子', '紫', Category::Colour),
    // 闲听一夜雨，更对柏岩僧.
    ('柏', '百', Category::Number),
    // 住山今十载，明日又迁居.
    ('迁', '千', Category::Number),
    // 庖厨具鸡黍，稚子摘杨梅.
    ('杨', '羊', Category::Animal),
    // 根非生下土，叶不坠秋风.
    ('下', '夏', Category::Time),
];

/// Words of two characters. 酒债寻常行处有，人生七十古来稀.
const WORDS: [(&str, &str, Category); 1] = [("寻常", "三千", Category::Number)];

/// What the character at a place of a line (simplified) may stand for where the other line has a
/// member of the category.
pub(super) fn stands_for(line: &[char], at: usize) -> Option<(char, Category)> {
    let single = SINGLE
        .iter()
        .find(|(written, ..)| *written == line[at])
        .map(|(_, meant, category)| (*meant, *category));
    single.or_else(|| {
        WORDS.iter().find_map(|(written, meant, category)| {
            let place = (0..2usize).find(|k| {
                at >= *k
                    && written
                        .chars()
                        .enumerate()
                        .all(|(i, c)| line.get(at - k + i) == Some(&c))
            })?;
            Some((meant.chars().nth(place)?, *category))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: &str, at: usize) -> Option<(char, Category)> {
        stands_for(&line.chars().collect::<Vec<_>>(), at)
    }

    #[test]
    fn by_sound_and_by_sense() {
        assert_eq!(at("事直皇天在", 2), Some(('黄', Category::Colour)));
        assert_eq!(at("酒债寻常行处有", 2), Some(('三', Category::Number)));
        assert_eq!(at("酒债寻常行处有", 3), Some(('千', Category::Number)));
        assert_eq!(at("酒债寻芳行处有", 2), None);
        assert_eq!(at("常", 0), None);
    }
}
