//! What the check of a lyric costs. The table is read once, and what that costs is measured apart.

use std::hint::black_box;

use divan::Bencher;
use verse::ci::{Options, Tunes, check};

fn main() {
    divan::main();
}

/// 李煜《清平乐》, 46 characters.
const SHORT: &str = "别来春半，触目柔肠断。砌下落梅如雪乱，拂了一身还满。雁来音信无凭，路遥归梦难成。\
                     离恨恰如春草，更行更远还生。";
/// 苏轼《念奴娇》, 100 characters.
const LONG: &str = "大江东去，浪淘尽、千古风流人物。故垒西边人道是，三国周郎赤壁。乱石穿空，惊涛拍岸，\
                    卷起千堆雪。江山如画，一时多少豪杰。遥想公瑾当年，小乔初嫁了，雄姿英发。羽扇纶巾谈笑间，\
                    强虏灰飞烟灭。故国神游，多情应笑，我早生华发。人间如梦，一尊还酹江月。";

/// Reading the table from its bytes.
#[divan::bench]
fn read_table(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| drop(black_box(Tunes::baked())));
}

fn measure(bencher: Bencher<'_, '_>, text: &str) {
    let Some(tunes) = Tunes::baked() else { return };
    let options = Options::default();
    bencher.bench_local(|| drop(black_box(check(black_box(text), &tunes, &options))));
}

/// A text of uneven lines that is no lyric: no form is like it, and all of about its length are tried.
#[divan::bench]
fn check_other(bencher: Bencher<'_, '_>) {
    measure(
        bencher,
        "独坐幽篁里，弹琴复长啸声声。深林人不知，明月来相照我。白日依山，黄河入海流去。",
    );
}

/// A short lyric, whose form is found without the tune's name.
#[divan::bench]
fn check_short(bencher: Bencher<'_, '_>) {
    measure(bencher, SHORT);
}

/// A long one.
#[divan::bench]
fn check_long(bencher: Bencher<'_, '_>) {
    measure(bencher, LONG);
}

/// One that lacks a line and has no name: it is brought together with every form.
#[divan::bench]
fn check_lacking(bencher: Bencher<'_, '_>) {
    measure(bencher, &LONG.replace("惊涛拍岸，", ""));
}
