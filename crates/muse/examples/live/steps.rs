//! What was tried, told line by line.

use std::process::ExitCode;

/// The count of what was tried.
#[derive(Default)]
pub struct Steps {
    done: usize,
    failed: usize,
}

impl Steps {
    /// Tells how a step went.
    pub fn tell(&mut self, what: &str, outcome: Result<String, String>) {
        self.done += 1;
        match outcome {
            Ok(found) => println!("  ok   {what}: {found}"),
            Err(found) => {
                self.failed += 1;
                println!("  NOT  {what}: {found}");
            }
        }
    }

    /// The count, and the code that the program ends with.
    pub fn end(&self) -> ExitCode {
        println!("{} passed, {} failed", self.done - self.failed, self.failed);
        if self.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

/// What was found, as it should be or not.
///
/// # Errors
/// What was found, if it is not as it should be.
pub fn check(right: bool, found: String) -> Result<String, String> {
    if right { Ok(found) } else { Err(found) }
}
