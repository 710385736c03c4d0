//! A model's opinion of a poem: what it claims of tones and rhymes, held against the check. Models
//! claim faults that are none, in good faith and at length; a page can say which.

mod claims;
mod judge;
mod sentence;

use serde::{Deserialize, Serialize};
use verse::{Report, Slot, Tone, ToneClass};

/// Something that a critic claims of the poem's tones or rhymes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The words that claim it.
    pub quote: String,
    /// What is claimed.
    pub fault: Fault,
    /// The line, from 1; `None` where the words name none.
    pub line: Option<usize>,
    /// The place in the line, from 1; `None` where the words name none.
    pub position: Option<usize>,
    /// What the check says to it.
    pub verdict: Verdict,
}

/// A fault that is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// 应平 or 应仄: the character has the other class than it should.
    Should(ToneClass),
    /// 失律, 平仄不合: a wrong tone, without saying which.
    Tone,
    /// 出韵, 不押韵.
    OffRhyme,
    /// 失粘.
    Adhesion,
    /// 失对.
    Opposition,
    /// 孤平.
    LoneLevel,
    /// 三平尾.
    ThreeLevelTail,
    /// 三仄尾.
    ThreeObliqueTail,
    /// 重韵.
    RepeatedRhymeWord,
}

/// What the check says to a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The check finds it too, under this code.
    Confirmed(String),
    /// It is not so.
    Disproved {
        /// Why.
        why: Why,
        /// The character that it is about, as the check reads it.
        reading: Option<Reading>,
    },
    /// The check does not decide it.
    Undecided,
}

/// Why a claim is not so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The character has the class that is said to be missing.
    HasIt,
    /// The pattern leaves the place free.
    Free,
    /// The pattern asks for the class that stands there.
    AskedOtherwise,
    /// The deviation is rescued.
    Rescued,
    /// The character rhymes.
    Rhymes,
    /// The line need not rhyme.
    NeedsNoRhyme,
    /// The check looks for such faults and finds none there.
    NotFound,
}

/// A character as the check reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The character.
    pub character: char,
    /// Level or oblique.
    pub class: ToneClass,
    /// The tone.
    pub tone: Option<Tone>,
    /// The rhyme group.
    pub group: Option<String>,
    /// The Mandarin reading.
    pub pinyin: Option<String>,
    /// What the pattern asks.
    pub slot: Option<Slot>,
}

/// The claims in a critic's prose about the poem of a report, each with the check's verdict. What
/// denies a fault (没有失粘), or speaks of one that is rescued, claims nothing.
pub fn claims(prose: &str, report: &Report) -> Vec<Claim> {
    claims::find(prose, report)
        .into_iter()
        .map(|found| Claim {
            verdict: judge::judge(&found, report),
            quote: found.quote,
            fault: found.fault,
            line: found.line,
            position: found.position,
        })
        .collect()
}

#[cfg(test)]
mod tests;
