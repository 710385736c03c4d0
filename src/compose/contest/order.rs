//! The order of what several models wrote.

use std::time::Duration;

use muse::Rank;

/// What one of them came to: the rank of its best version, if there is one, and the time it took.
pub type Came = (Option<Rank>, Duration);

/// The lanes from the best to the worst, each with its place: equal ranks share one, the faster
/// stands first. Who has no poem has no place.
pub fn order(came: &[Came]) -> Vec<(usize, Option<usize>)> {
    let mut lanes: Vec<usize> = (0..came.len()).collect();
    lanes.sort_by_key(|lane| {
        let (rank, time) = came[*lane];
        (rank.is_none(), rank, time)
    });
    let better = |rank: Rank| {
        let ranks = came.iter().filter_map(|(other, _)| *other);
        ranks.filter(|other| *other < rank).count()
    };
    let placed = lanes.into_iter().map(|lane| {
        let place = came[lane].0.map(|rank| better(rank) + 1);
        (lane, place)
    });
    placed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use muse::Fit;

    fn came(errors: usize, seconds: u64) -> Came {
        let rank = Rank {
            lost: 0,
            astray: 0,
            fit: Fit::Right,
            errors,
            warnings: 0,
            advice: 0,
        };
        (Some(rank), Duration::from_secs(seconds))
    }

    #[test]
    fn equal_ones_share_a_place_and_the_faster_stands_first() {
        let nothing = (None, Duration::from_secs(1));
        let found = order(&[nothing, came(1, 3), came(0, 9), came(0, 5)]);
        let expected = [(3, Some(1)), (2, Some(1)), (1, Some(3)), (0, None)];
        assert_eq!(found, expected);
        assert_eq!(order(&[]), []);
    }
}
