//! The time, and chance.

use std::time::Duration;

use gloo_timers::future::TimeoutFuture;
use muse::{Clock, LocalBoxFuture};
use web_sys::Performance;

/// The browser's clock.
#[derive(Clone, Copy, Debug)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Duration {
        // In whole microseconds: what a `Duration` makes of fractions takes more code than it tells.
        Duration::from_micros((since_opened() * 1000.0) as u64)
    }

    fn sleep(&self, time: Duration) -> LocalBoxFuture<'static, ()> {
        // A timer counts milliseconds in 31 bits.
        let milliseconds = u32::try_from(time.as_millis())
            .unwrap_or(u32::MAX)
            .min(i32::MAX as u32);
        Box::pin(TimeoutFuture::new(milliseconds))
    }

    fn jitter(&self) -> f64 {
        js_sys::Math::random()
    }
}

/// Milliseconds since the page was opened, by a clock that nobody sets.
pub fn since_opened() -> f64 {
    thread_local! {
        // Several ask at each key, and the way there is longer than the answer.
        static CLOCK: Option<Performance> = web_sys::window().and_then(|window| window.performance());
    }
    CLOCK.with(|clock| {
        clock
            .as_ref()
            .map_or_else(js_sys::Date::now, Performance::now)
    })
}

/// Milliseconds since 1970.
#[cfg(target_family = "wasm")]
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// Milliseconds since 1970, for tests without a browser.
#[cfg(not(target_family = "wasm"))]
pub fn now() -> u64 {
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed();
    since.map_or(0, |time| time.as_millis() as u64)
}

/// Today, as it stands in the name of a file: `2026-03-09`.
pub fn today() -> String {
    let date = js_sys::Date::new_0();
    let [month, day] = [date.get_month() + 1, date.get_date()];
    format!("{}-{month:02}-{day:02}", date.get_full_year())
}

/// A time as people near it would say it: `14:05`, with the date where it is not today's.
pub fn label(at: u64) -> String {
    let day = |date: &js_sys::Date| (date.get_full_year(), date.get_month(), date.get_date());
    let then = js_sys::Date::new(&(at as f64).into());
    let time = format!("{:02}:{:02}", then.get_hours(), then.get_minutes());
    if day(&then) == day(&js_sys::Date::new_0()) {
        time
    } else {
        format!("{:02}-{:02} {time}", then.get_month() + 1, then.get_date())
    }
}
