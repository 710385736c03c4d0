//! 流水对: two lines that are one sentence. They must answer each other like any couplet, but may do so
//! more loosely; it is told from the words that begin the clauses.

/// Words at the head of the opening line, and those that take the sentence up in the closing one,
/// in simplified script. By hand, after the couplets that handbooks show for it.
const CLAUSES: [(&[&str], &[&str]); 8] = [
    // 欲穷千里目，更上一层楼.
    (&["欲"], &["更", "先", "须", "且", "应", "不"]),
    // 即从巴峡穿巫峡，便下襄阳向洛阳.
    (&["即", "才", "方", "乍"], &["便", "又", "还", "已"]),
    // 谁怜一片影，相失万重云; 岂…, 那….
    (&["谁", "岂", "那", "何"], &["相", "应", "却", "翻"]),
    // 虽无…，犹有….
    (&["虽", "纵", "已", "即"], &["犹", "尚", "亦", "仍", "也"]),
    // 若…，应…; 如….
    (&["若", "如", "倘"], &["应", "当", "须", "便"]),
    // 不知…，唯见…; 未….
    (
        &["不", "未", "莫", "非", "无"],
        &["唯", "惟", "但", "先", "只", "直"],
    ),
    // 自从…，忽…; 一从….
    (&["自", "一从", "忽"], &["遂", "几", "又", "不觉"]),
    // 请看…，已映…; 但令…，…; 遥怜…，未解….
    (&["请", "但", "遥", "忽"], &["已", "未", "何", "却"]),
];

/// Whether two lines in simplified script read as one sentence.
pub(super) fn is_flowing(opening: &str, closing: &str) -> bool {
    CLAUSES.iter().any(|(heads, answers)| {
        heads.iter().any(|h| opening.starts_with(h))
            && answers.iter().any(|a| closing.starts_with(a))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sentence_over_two_lines() {
        assert!(is_flowing("欲穷千里目", "更上一层楼"));
        assert!(is_flowing("即从巴峡穿巫峡", "便下襄阳向洛阳"));
        assert!(!is_flowing("白日依山尽", "黄河入海流"));
    }
}
