//! What a batch costs: 20,000 octaves, one JSON object a line, through the command.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
    process::{Command, ExitCode, Stdio},
    time::{Duration, Instant},
};

const OCTAVES: usize = 20_000;

/// Couplets of octaves by Du Fu, Li Shangyin and Liu Yuxi; a synthetic octave takes four of them.
const COUPLETS: [&str; 12] = [
    "风急天高猿啸哀，渚清沙白鸟飞回。",
    "无边落木萧萧下，不尽长江滚滚来。",
    "万里悲秋常作客，百年多病独登台。",
    "艰难苦恨繁霜鬓，潦倒新停浊酒杯。",
    "锦瑟无端五十弦，一弦一柱思华年。",
    "庄生晓梦迷蝴蝶，望帝春心托杜鹃。",
    "沧海月明珠有泪，蓝田日暖玉生烟。",
    "此情可待成追忆，只是当时已惘然。",
    "巴山楚水凄凉地，二十三年弃置身。",
    "怀旧空吟闻笛赋，到乡翻似烂柯人。",
    "沉舟侧畔千帆过，病树前头万木春。",
    "今日听君歌一曲，暂凭杯酒长精神。",
];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("batch: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> io::Result<()> {
    let input = Path::new(env!("CARGO_TARGET_TMPDIR")).join("octaves.jsonl");
    write_octaves(&input)?;
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_gelv"))
        .args(["check", "--format", "jsonl"])
        .arg(&input)
        .stdout(Stdio::null())
        .spawn()?;
    let mut peak = None;
    let status = loop {
        peak = peak_memory(child.id()).or(peak);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let seconds = start.elapsed().as_secs_f64();
    if !status.success() {
        return Err(io::Error::other("the command failed"));
    }
    let each_second = OCTAVES as f64 / seconds;
    let memory = peak.map_or_else(String::new, |kilobytes| {
        format!(", peak memory {:.1} MB", kilobytes as f64 / 1024.0)
    });
    println!(
        "gelv check --format jsonl: {OCTAVES} octaves in {seconds:.2} s, {each_second:.0} poems a second{memory}"
    );
    Ok(())
}

fn write_octaves(path: &Path) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    for number in 0..OCTAVES {
        write!(file, "{{\"id\":\"{number}\",\"text\":\"")?;
        let mut rest = number;
        for _ in 0..4 {
            file.write_all(COUPLETS[rest % COUPLETS.len()].as_bytes())?;
            rest = rest / COUPLETS.len() + 5;
        }
        file.write_all(b"\"}\n")?;
    }
    file.flush()
}

/// The most memory that a process has held so far, in kilobytes, where the system tells it.
fn peak_memory(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
