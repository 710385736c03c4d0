//! Writing: the text field, the marked sheet, the verdict and the findings.

pub mod arcs;
pub mod classic;
pub mod composition;
pub mod field;
pub mod findings;
pub mod head;
pub mod line;
pub mod mark;
pub mod marked;
pub mod pick;
pub mod pins;
pub mod replace;
pub mod rhyme_name;
pub mod rule;
pub mod sheet;
pub mod tools;
pub mod turns;
pub mod verdict;
pub mod welcome;
