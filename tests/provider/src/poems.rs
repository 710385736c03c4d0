//! What the server recites: classics out of copyright, and the same with known faults.

/// A poem with its faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classic {
    /// The form, as a prompt names it.
    pub form: &'static str,
    /// The title.
    pub title: &'static str,
    /// The lines, without punctuation.
    pub lines: &'static [&'static str],
    /// Lines that break the rules: the number, from 1, and what stands there. The first has a
    /// wrong tone in a fixed place, the second an off rhyme.
    pub faults: [(usize, &'static str); 2],
}

/// The tune of which the server knows a lyric, in its commonest form.
pub const LYRIC: &str = "如梦令";

/// The poems, a form each.
const ALL: [Classic; 6] = [
    Classic {
        form: "五言绝句",
        title: "登鹳雀楼",
        lines: &["白日依山尽", "黄河入海流", "欲穷千里目", "更上一层楼"],
        faults: [(3, "欲穷千山目"), (4, "更上一层山")],
    },
    Classic {
        form: "七言绝句",
        title: "早发白帝城",
        lines: &[
            "朝辞白帝彩云间",
            "千里江陵一日还",
            "两岸猿声啼不住",
            "轻舟已过万重山",
        ],
        faults: [(2, "千里江上一日还"), (4, "轻舟已过万重峰")],
    },
    Classic {
        form: "五言律诗",
        title: "山居秋暝",
        lines: &[
            "空山新雨后",
            "天气晚来秋",
            "明月松间照",
            "清泉石上流",
            "竹喧归浣女",
            "莲动下渔舟",
            "随意春芳歇",
            "王孙自可留",
        ],
        faults: [(5, "竹喧归人女"), (8, "王孙自可来")],
    },
    Classic {
        form: "七言律诗",
        title: "登高",
        lines: &[
            "风急天高猿啸哀",
            "渚清沙白鸟飞回",
            "无边落木萧萧下",
            "不尽长江滚滚来",
            "万里悲秋常作客",
            "百年多病独登台",
            "艰难苦恨繁霜鬓",
            "潦倒新停浊酒杯",
        ],
        faults: [(3, "无边落花萧萧下"), (8, "潦倒新停浊酒瓶")],
    },
    Classic {
        form: "五言排律",
        title: "省试湘灵鼓瑟",
        lines: &[
            "善鼓云和瑟",
            "常闻帝子灵",
            "冯夷空自舞",
            "楚客不堪听",
            "苦调凄金石",
            "清音入杳冥",
            "苍梧来怨慕",
            "白芷动芳馨",
            "流水传潇浦",
            "悲风过洞庭",
            "曲终人不见",
            "江上数峰青",
        ],
        faults: [(11, "曲终人来见"), (12, "江上数峰红")],
    },
    Classic {
        form: LYRIC,
        title: "溪亭",
        lines: &[
            "常记溪亭日暮",
            "沉醉不知归路",
            "兴尽晚回舟",
            "误入藕花深处",
            "争渡",
            "争渡",
            "惊起一滩鸥鹭",
        ],
        faults: [(3, "兴尽归回舟"), (7, "惊起一滩鸥雁")],
    },
];

/// The poem of a form. 七言排律 has none; it gets the seven-character octave.
pub fn classic(form: &str) -> &'static Classic {
    let form = if form == "七言排律" {
        "七言律诗"
    } else {
        form
    };
    ALL.iter().find(|c| c.form == form).unwrap_or(&ALL[1])
}

/// The forms that a prompt may name.
pub(crate) fn forms() -> impl Iterator<Item = &'static str> {
    ALL.iter().map(|c| c.form).chain(["七言排律"])
}

impl Classic {
    /// The poem with its faults in these places (0 and 1).
    pub fn with_faults(&self, which: &[usize]) -> Vec<String> {
        let mut lines: Vec<String> = self.lines.iter().map(|l| (*l).to_owned()).collect();
        for index in which {
            let (number, line) = self.faults[*index];
            line.clone_into(&mut lines[number - 1]);
        }
        lines
    }
}

/// Lines with punctuation, one a row.
pub(crate) fn rows(lines: &[impl AsRef<str>]) -> String {
    let row = |(line, at): (&_, usize)| -> String {
        let line: &str = AsRef::as_ref(line);
        format!("{line}{}", if at.is_multiple_of(2) { "，" } else { "。" })
    };
    lines
        .iter()
        .zip(0..)
        .map(row)
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::{Form, Options, Severity};

    fn check(form: Form, lines: &[impl AsRef<str>]) -> Vec<(usize, String)> {
        let options = Options {
            form: Some(form),
            ..Options::default()
        };
        let report = verse::check(&rows(lines), &options);
        report
            .findings
            .into_iter()
            .filter(|f| matches!(f.severity, Severity::Error | Severity::Warning))
            .map(|f| (f.line, f.code.into_owned()))
            .collect()
    }

    #[test]
    fn the_classics_are_clean_and_their_faults_are_faults() {
        for form in Form::ALL.into_iter().filter(|f| *f != Form::SevenExtended) {
            let poem = classic(form.chinese());
            assert_eq!(poem.form, form.chinese());
            assert_eq!(check(form, poem.lines), [], "{}", poem.title);
            let [(first, _), (second, _)] = poem.faults;
            let found = check(form, &poem.with_faults(&[0]));
            assert!(
                !found.is_empty() && found.iter().all(|(n, _)| *n == first),
                "{found:?}"
            );
            let found = check(form, &poem.with_faults(&[1]));
            assert_eq!(found, [(second, "off-rhyme".to_owned())], "{}", poem.title);
            let found = check(form, &poem.with_faults(&[0, 1]));
            let lines: Vec<usize> = found.iter().map(|(n, _)| *n).collect();
            assert!(
                lines.contains(&first) && lines.contains(&second),
                "{found:?}"
            );
            assert!(
                lines.iter().all(|n| [first, second].contains(n)),
                "{found:?}"
            );
        }
    }

    #[test]
    fn the_lyric_is_clean_and_its_faults_are_faults() {
        let tunes = verse::ci::Tunes::baked().unwrap();
        let options = verse::ci::Options {
            tune: Some(LYRIC.to_owned()),
            form: Some(1),
            ..verse::ci::Options::default()
        };
        let poem = classic(LYRIC);
        let faults = |which: &[usize]| -> Vec<usize> {
            let text = rows(&poem.with_faults(which));
            let report = verse::ci::check(&text, &tunes, &options).unwrap();
            let faults = report.findings.iter();
            let faults = faults.filter(|f| f.severity <= Severity::Warning);
            faults.map(|f| f.line).collect()
        };
        assert_eq!(faults(&[]).len(), 0);
        assert_eq!(faults(&[0, 1]), [3, 7]);
    }

    #[test]
    fn rows_have_punctuation() {
        assert_eq!(
            rows(&["白日依山尽", "黄河入海流"]),
            "白日依山尽，\n黄河入海流。"
        );
    }
}
