//! Lyric or regulated verse.

use super::report::CiReport;
use crate::{
    form::Form,
    report::{Kind, Report, Severity},
};

/// Whether a text is a lyric rather than what [`crate::check`] took it for. What has a tune's name as title
/// is one if it follows the tune, or is no regulated verse; quatrains that were sung to a tune (竹枝,
/// 杨柳枝) stay quatrains where they do not. Without a name a text in lines of one length counts as
/// regulated verse, also where one of its lines is too long or too short: 玉楼春 and 生查子 have the shape
/// of octaves, and 鹧鸪天 that of one which lacks a character.
pub fn outweighs(lyric: &CiReport, verse: &Report, is_named: bool) -> bool {
    let is_other = lyric.findings.iter().any(|f| f.code == "ci-other-tune");
    if is_named && !is_other {
        let is_right = lyric.count(Severity::Error) == 0 && !lyric.form.weak;
        return is_right || matches!(verse.kind, Kind::OldStyle | Kind::Malformed);
    }
    let first = lyric.form.lengths.first();
    let is_even = lyric
        .form
        .lengths
        .iter()
        .all(|length| Some(length) == first);
    // Six lines of an octave that is being written are no 浣溪沙 two of whose lines do not rhyme.
    let off = lyric.findings.iter().filter(|f| f.code == "ci-off-rhyme");
    if is_even && matches!(first, Some(5 | 7)) && off.count() > 1 {
        return false;
    }
    let lines = verse.lines.len();
    let is_draft = |width: usize| {
        let other = verse.lines.iter().filter(|line| line.chars.len() != width);
        Form::of(width, lines).is_some() && other.count() <= 1
    };
    let is_verse = is_draft(5)
        || is_draft(7)
        || is_even && matches!(first, Some(5 | 7)) && lyric.form.lengths.len().is_multiple_of(4);
    verse.kind == Kind::Malformed && !is_verse
}

#[cfg(test)]
mod tests {
    use crate::ci::{Options, Tunes, check, names_tune, outweighs};

    fn is_lyric(text: &str) -> bool {
        let tunes = Tunes::baked().unwrap();
        let verse = crate::check(text, &crate::Options::default());
        check(text, &tunes, &Options::default())
            .is_some_and(|lyric| outweighs(&lyric, &verse, names_tune(text, &tunes)))
    }

    #[test]
    fn the_name_or_the_shape_decides() {
        let lyric = "红笺小字。说尽平生意。鸿雁在云鱼在水。惆怅此情难寄。斜阳独倚西楼。遥山恰对帘钩。人面不知何处，绿波依旧东流。";
        assert!(is_lyric(lyric));
        let quatrain = "醉别江楼橘柚香，江风引雨入舟凉。忆君遥在潇湘月，愁听清猿梦里长。";
        assert!(!is_lyric(quatrain));
        assert!(!is_lyric(&format!("竹枝词\n{quatrain}")));
        assert!(!is_lyric(&quatrain.replace("别江", "江")));
        // 晏殊《浣溪沙》: six lines of seven make no form of regulated verse.
        assert!(is_lyric(
            "一曲新词酒一杯，去年天气旧亭台。夕阳西下几时回。无可奈何花落去，似曾相识燕归来。小园香径独徘徊。"
        ));
        let of_octave = "风急天高猿啸哀，渚清沙白鸟飞回。无边落木萧萧下，不尽长江滚滚来。万里悲秋常作客，百年多病独登台。";
        assert!(!is_lyric(of_octave));
        let of_seven = "东城渐觉风光好，縠皱波纹迎客棹。绿杨烟外晓寒轻，红杏枝头春意闹。浮生长恨欢娱少，肯爱千金轻一笑。为君持酒劝斜阳，且向花间留晚照。";
        assert!(!is_lyric(of_seven));
        assert!(is_lyric(&format!("玉楼春\n{of_seven}")));
    }
}
