//! Sums over vectors, always in the same order.

/// The inner product of two vectors whose length is a multiple of eight.
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0f32; 8];
    for (x, y) in a.as_chunks::<8>().0.iter().zip(b.as_chunks::<8>().0) {
        for (sum, (x, y)) in sums.iter_mut().zip(x.iter().zip(y)) {
            *sum += x * y;
        }
    }
    let [a, b, c, d, e, f, g, h] = sums;
    ((a + e) + (b + f)) + ((c + g) + (d + h))
}

/// Adds a multiple of a vector to another.
pub fn add(to: &mut [f32], factor: f32, of: &[f32]) {
    for (to, x) in to.iter_mut().zip(of) {
        *to += factor * x;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums() {
        let a: Vec<f32> = (0..16).map(|x| x as f32).collect();
        assert_eq!(dot(&a, &a), 1240.0);
        let mut b = vec![1.0; 16];
        add(&mut b, 2.0, &a);
        assert_eq!(b[3], 7.0);
    }
}
