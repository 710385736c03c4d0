//! How long an input may take, and how much memory.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use cpu_time::ThreadTime;
use peak_alloc::PeakAlloc;

use crate::Target;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The time of the processor for each kilobyte that has begun; what else the machine does costs none of it.
pub const EACH_KILOBYTE: Duration = Duration::from_millis(50);
/// Bytes held at once for each byte of input. A character of three bytes is a glyph, a character of the report and
/// perhaps a finding with its sentence; what is read in JSON is held as text, as values and as what they mean.
pub const EACH_BYTE: usize = 1000;

/// How often an input that took too long is timed again.
const AGAIN: usize = 3;

/// Memory is counted for the process, so one input is taken at a time.
static ONE: Mutex<()> = Mutex::new(());

impl Target {
    /// The time of the processor that an input takes.
    fn time(&self, data: &[u8]) -> Duration {
        let begin = ThreadTime::now();
        (self.run)(data);
        begin.elapsed()
    }

    /// Takes an input and holds it to the bounds.
    ///
    /// # Panics
    /// Where the target does, where it takes more than [`EACH_KILOBYTE`], or holds too much memory.
    pub fn take(&self, data: &[u8]) {
        let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let most = EACH_KILOBYTE * u32::try_from(1 + data.len() / 1024).unwrap_or(u32::MAX);
        MEMORY.reset_peak_usage();
        let before = MEMORY.current_usage();
        let mut took = self.time(data);
        let held = MEMORY.peak_usage().saturating_sub(before);
        // A machine that is lent out to others counts some of their time as the process' own: what is slow by
        // itself is so again.
        for _ in 0..AGAIN {
            if took <= most {
                break;
            }
            took = took.min(self.time(data));
        }
        assert!(
            took <= most,
            "{}: {took:?} for {} bytes",
            self.name,
            data.len()
        );
        assert!(
            held <= self.memory + EACH_BYTE * data.len(),
            "{}: held {held} bytes for {}",
            self.name,
            data.len()
        );
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn take(run: fn(&[u8]), data: &[u8]) -> bool {
        let target = Target {
            name: "test",
            load: || (),
            run,
            ways: |_| Vec::new(),
            memory: 1 << 20,
        };
        std::panic::catch_unwind(|| target.take(data)).is_ok()
    }

    fn work(_: &[u8]) {
        let begin = ThreadTime::now();
        while begin.elapsed() < EACH_KILOBYTE * 2 {}
    }

    #[test]
    fn what_is_slow_once_is_the_machines_fault() {
        static CALLS: AtomicUsize = AtomicUsize::new(0);
        fn once(data: &[u8]) {
            if CALLS.fetch_add(1, Ordering::Relaxed) == 0 {
                work(data);
            }
        }
        assert!(take(once, b"a"));
        assert_eq!(CALLS.load(Ordering::Relaxed), 2);
    }

    #[test]
    fn what_is_slow_or_large_is_told() {
        assert!(take(|_| (), b""));
        assert!(!take(work, b"a"));
        assert!(take(work, &[0; 4096]));
        assert!(take(|_| std::thread::sleep(EACH_KILOBYTE * 2), b"a"));
        assert!(!take(|_| drop(vec![1u8; 2 << 20]), b"a"));
        assert!(take(|_| drop(vec![1u8; 2 << 20]), &[0; 4096]));
    }
}
