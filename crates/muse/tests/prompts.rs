//! The words that go to a model, compared with files that a person can read and judge.
//!
//! After a change on purpose: `UPDATE_PROMPTS=1 cargo test -p muse --test prompts`, then read the
//! difference.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::{fs, path::PathBuf, sync::Arc};

use muse::{
    Action, Brief, Budget, Compose, Event, Finish, Lock, Occasion, Opening, Prompt, Script,
    TuneForm, Usage,
};
use verse::{Form, RhymeBook, ToneClass, ci::Tunes};

fn compare(name: &str, prompt: &Prompt) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/prompts/{name}.txt"));
    let text = format!("{}\n\n====\n\n{}\n", prompt.system, prompt.user);
    if std::env::var_os("UPDATE_PROMPTS").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, expected, "{}", path.display());
}

/// The prompt after these answers; the first one, if there is none.
fn prompt(brief: Brief, answers: &[&str]) -> Prompt {
    let mut compose = Compose::new(
        brief,
        Budget {
            rounds: 9,
            ..Budget::default()
        },
    );
    let mut action = compose.step(Event::Start);
    for answer in answers {
        compose.step(Event::Text((*answer).to_owned()));
        action = compose.step(Event::Answered {
            finish: Finish::Stop,
            usage: Usage::default(),
        });
    }
    match action {
        Action::Ask(prompt) => prompt,
        other => panic!("no prompt but {other:?}"),
    }
}

const WISH: &str = "贺小儿四岁生日，愿他健康好学。生在春天，喜欢看火车。";

#[test]
fn a_draft_of_every_form() {
    for form in Form::ALL {
        let prompt = prompt(Brief::new(form, WISH), &[]);
        compare(&format!("draft-{}", form.chinese()), &prompt);
    }
}

#[test]
fn a_draft_with_every_choice() {
    let mut brief = Brief::new(Form::FiveOctave, "");
    brief.script = Script::Traditional;
    brief.opening = Some(Opening {
        second: ToneClass::Level,
        rhymes: false,
    });
    brief.rhymes = "流楼秋舟头游".chars().collect();
    compare("draft-choices", &prompt(brief, &[]));
}

#[test]
fn a_draft_with_every_wish() {
    let mut brief = Brief::new(Form::SevenQuatrain, "她爱种花，院里有一株老桂。");
    brief.occasion = Some(Occasion::Birthday);
    brief.recipient = "外婆，八十岁".into();
    brief.words = "桂兰、八秩".into();
    brief.acrostic = "桂兰长寿".into();
    brief.wishes = "健康长寿".into();
    brief.images = "桂花、月亮".into();
    brief.mood = "温暖".into();
    brief.group = "先".into();
    compare("draft-wishes", &prompt(brief, &[]));
}

#[test]
fn a_draft_by_a_modern_book() {
    let mut brief = Brief::new(Form::FiveQuatrain, "登高望远");
    brief.book = RhymeBook::XinYun;
    brief.group = "尤".into();
    compare("draft-modern-book", &prompt(brief, &[]));
}

#[test]
fn a_draft_by_each_other_book_with_the_rhyme_left_free() {
    for book in RhymeBook::ALL.into_iter().skip(1) {
        let mut brief = Brief::new(Form::FiveQuatrain, "登高望远");
        brief.book = book;
        let name = format!("draft-{}", book.chinese());
        compare(&name, &prompt(brief, &[]));
    }
}

#[test]
fn a_draft_in_traditional_script() {
    let mut brief = Brief::new(Form::SevenQuatrain, "登高望远");
    brief.script = Script::Traditional;
    compare("draft-traditional", &prompt(brief.clone(), &[]));
    brief.group = "东".into();
    compare("draft-traditional-group", &prompt(brief, &[]));
}

#[test]
fn another_rhyme_by_a_modern_book() {
    let draft = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层山。";
    let mut brief = Brief::new(Form::FiveQuatrain, "登高望远");
    brief.book = RhymeBook::TongYun;
    let again = "第4句：更上上层山";
    let answers = [draft, again, "第4句：更上一层山", again];
    compare("other-rhyme-modern-book", &prompt(brief, &answers));
}

#[test]
fn candidates_then_another_rhyme() {
    let draft = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层山。";
    let mut brief = Brief::new(Form::FiveQuatrain, "登高望远");
    brief.acrostic = "白黄欲更".into();
    let answers = [
        draft,
        "第4句：更上上层山",
        "第4句：更上一层山",
        "第4句：更上上层山",
    ];
    compare("candidates", &prompt(brief.clone(), &answers[..3]));
    compare("other-rhyme", &prompt(brief, &answers));
}

#[test]
fn a_change() {
    let mut brief = Brief::new(Form::FiveQuatrain, "登高望远");
    brief.locked.push(Lock {
        line: 2,
        position: 2,
        character: '河',
    });
    let poem = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。";
    let mut compose = Compose::polish(
        brief,
        poem,
        "第三句更活泼些，提到她的外婆",
        Budget::default(),
    );
    let Action::Ask(prompt) = compose.step(Event::Start) else {
        panic!("no prompt");
    };
    compare("polish", &prompt);
}

#[test]
fn an_opinion() {
    let poem = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。";
    let brief = Brief::new(Form::FiveQuatrain, "登高望远");
    compare("critique", &muse::prompt::critique(&brief, poem));
}

#[test]
fn a_revision() {
    let draft = "朝辞白帝彩云间，\n千里江上一日还。\n两岸猿声啼不住，\n轻舟已过万重峰。";
    compare(
        "revise",
        &prompt(Brief::new(Form::SevenQuatrain, WISH), &[draft]),
    );
}

#[test]
fn a_revision_after_one_that_failed() {
    let draft = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层山。";
    let mut brief = Brief::new(Form::FiveQuatrain, "登高望远");
    brief.rhymes = "楼秋舟".chars().collect();
    compare(
        "revise-tried",
        &prompt(brief, &[draft, "第4句：更上上层山"]),
    );
}

#[test]
fn a_revision_of_lost_adhesion() {
    let draft = "摇落深知宋玉悲，\n风流儒雅亦吾师。\n怅望千秋一洒泪，\n萧条异代不同时。\n\
                 江山故宅空文藻，\n云雨荒台岂梦思。\n最是楚宫俱泯灭，\n舟人指点到今疑。";
    compare(
        "revise-adhesion",
        &prompt(Brief::new(Form::SevenOctave, "怀古"), &[draft]),
    );
}

#[test]
fn the_whole_again() {
    let short = "白日依山，\n黄河入海流。\n欲穷千里目。";
    compare(
        "again-shape",
        &prompt(Brief::new(Form::FiveQuatrain, "登高望远"), &[short]),
    );
    let talk = "请问写给谁？";
    compare(
        "again-no-verse",
        &prompt(Brief::new(Form::FiveQuatrain, "登高望远"), &[talk]),
    );
}

/// A form of a tune.
fn tune(name: &str, number: usize) -> TuneForm {
    let tunes = Arc::new(Tunes::baked().unwrap());
    TuneForm::find(&tunes, name, number).unwrap()
}

#[test]
fn a_lyric_of_several_kinds_of_rhyme() {
    for name in ["如梦令", "菩萨蛮", "西江月", "浣溪沙", "雨霖铃"] {
        let prompt = prompt(Brief::lyric(tune(name, 1), WISH), &[]);
        compare(&format!("lyric-{name}"), &prompt);
    }
}

#[test]
fn a_lyric_by_a_modern_book_with_what_is_fixed() {
    let mut brief = Brief::lyric(tune("忆江南", 1), "登高望远");
    brief.book = RhymeBook::XinYun;
    brief.script = Script::Traditional;
    brief.acrostic = "江南".into();
    brief.rhymes = "流楼秋".chars().collect();
    compare("lyric-choices", &prompt(brief, &[]));
}

/// 韦庄《菩萨蛮》 with a wrong tone in line 3, an off rhyme in line 6 and a line 7 that is too long.
const SOUTH: &str = "人人尽说江南好，游人只合江南老。春天碧于水，画船听雨眠。\n\n\
                     垆边人似月，皓腕凝霜冰。未老莫要还乡去，还乡须断肠。";

#[test]
fn a_revision_of_a_lyric() {
    let brief = Brief::lyric(tune("菩萨蛮", 1), "江南");
    compare("lyric-revise", &prompt(brief, &[SOUTH]));
}

#[test]
fn a_lyric_of_the_wrong_shape_again() {
    let brief = Brief::lyric(tune("菩萨蛮", 1), "江南");
    let short = SOUTH.replace("画船听雨眠。", "");
    compare("lyric-again", &prompt(brief, &[&short]));
}

#[test]
fn a_change_of_a_lyric_and_an_opinion_on_it() {
    let brief = Brief::lyric(tune("菩萨蛮", 1), "江南");
    let opinion = muse::prompt::critique(&brief, SOUTH);
    compare("lyric-critique", &opinion);
    let mut compose = Compose::polish(brief, SOUTH, "第一句提到外婆", Budget::default());
    let Action::Ask(prompt) = compose.step(Event::Start) else {
        panic!("no prompt");
    };
    compare("lyric-polish", &prompt);
}
