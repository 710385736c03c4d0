//! Verse as it comes from a PDF, a chat, a page or a word processor.

use verse::{Line, Options, check, clean};

const STORK: [&str; 4] = ["白日依山尽", "黄河入海流", "欲穷千里目", "更上一层楼"];

#[track_caller]
fn assert_found(text: &str) {
    let cleaned = clean(text);
    let report = check(&cleaned, &Options::default());
    let lines: Vec<String> = report.lines.iter().map(Line::text).collect();
    assert_eq!(lines, STORK, "{text}");
    assert_eq!(report.findings, [], "{text}");
    assert_eq!(clean(&cleaned), cleaned, "what is clean stays as it is");
}

#[test]
fn spaces_that_are_not_seen_and_spaces_of_all_widths() {
    assert_found(
        "\u{feff}白\u{200b}日依山尽，\u{a0}黄\u{2060}河入海流。\u{2003}欲穷千里目，\u{3000}更上一层楼。\u{200d}",
    );
    assert_found(
        "白\u{a0}日\u{a0}依\u{a0}山\u{a0}尽，黄\u{3000}河\u{3000}入\u{3000}海\u{3000}流。欲穷千里目，更上一层楼。",
    );
    assert_found(
        "\u{3000}\u{3000}白日依山尽，\u{2028}黄河入海流。\u{b}欲穷千里目，\u{85}更上一层楼。",
    );
}

#[test]
fn numbers_before_lines_and_marks_of_notes() {
    assert_found("1 白日依山尽，\n2 黄河入海流。\n3 欲穷千里目，\n4 更上一层楼。");
    assert_found("1. 白日依山尽，\n2. 黄河入海流。\n3. 欲穷千里目，\n4. 更上一层楼。");
    assert_found("1）白日依山尽，\n2）黄河入海流。\n３、欲穷千里目，\n４、更上一层楼。");
    assert_found("一、白日依山尽，\n二、黄河入海流。\n三、欲穷千里目，\n四、更上一层楼。");
    assert_found("（1）白日依山尽，\n（2）黄河入海流。\n(3) 欲穷千里目，\n[4] 更上一层楼。");
    assert_found("①白日依山尽，\n②黄河入海流。\n③欲穷千里目，\n④更上一层楼。");
    assert_found("白日①依山尽，黄河入海流②。欲穷千里目[3]，更上一层楼¹。");
    assert_found("白日依山尽，1\n黄河入海流。2\n欲穷千里目，3\n更上一层楼。4");
    assert_found("• 白日依山尽，\n• 黄河入海流。\n\u{f0b7} 欲穷千里目，\n\u{f06c} 更上一层楼。");
}

#[test]
fn markup_that_was_left_over() {
    assert_found("<p>白日依山尽，<br/>黄河入海流。</p><p>欲穷千里目，<br>更上一层楼。</p>");
    assert_found("<div class=\"poem\">白日依山尽<br>黄河入海流<br>欲穷千里目<br>更上一层楼</div>");
    assert_found(
        "&nbsp;&nbsp;白日依山尽，黄河入海流。&#12288;&ldquo;欲穷千里目，更上一层楼。&rdquo;",
    );
    assert_found("> 白日依山尽，\n> 黄河入海流。\n> **欲穷千里目**，\n> 更上一层楼。");
}

#[test]
fn punctuation_of_half_width_and_of_other_scripts() {
    assert_found("白日依山尽,黄河入海流.欲穷千里目,更上一层楼!");
    assert_found("白日依山尽､黄河入海流｡欲穷千里目､更上一层楼｡");
    assert_found("白日依山尽﹐黄河入海流﹒欲穷千里目︐更上一层楼︒");
    assert_found("白日依山尽，黄河入海流．欲穷千里目，更上一层楼．");
}

#[test]
fn pinyin_above_below_and_between() {
    assert_found(
        "bái rì yī shān jìn\n白日依山尽，\nhuáng hé rù hǎi liú\n黄河入海流。\nyù qióng qiān lǐ mù\n欲穷千里目，\ngèng shàng yì céng lóu\n更上一层楼。",
    );
    assert_found(
        "白日依山尽，\nBai ri yi shan jin,\n黄河入海流。\nHuang he ru hai liu.\n欲穷千里目，\n更上一层楼。\n- 12 -",
    );
    assert_found("白(bái)日(rì)依(yī)山(shān)尽(jìn)，黄河入海流。欲穷千里目，更上一层楼。");
}

#[test]
fn lines_that_were_broken_in_the_middle() {
    assert_found("白日依\n山尽，黄河入海\n流。欲穷千里目，更\n上一层楼。");
    assert_found("白日依山尽，黄\n河入海流。欲穷\n千里目，更上一\n层楼。");
}

#[test]
fn a_figure_in_a_line_stays_where_it_is() {
    let report = check(
        "白日依2尽，黄河入海流。欲穷千里目，更上一层楼。",
        &Options::default(),
    );
    assert_eq!(report.lines[0].text(), "白日依2尽");
    assert!(
        report
            .findings
            .iter()
            .any(|f| f.code == "unknown-character")
    );
}
