//! What learning needs, the same on every machine: numbers by chance, sums over vectors, and numbers that
//! go down a slope.

pub mod random;
pub mod vectors;
pub mod weights;
