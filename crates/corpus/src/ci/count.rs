//! How often lyrics have each class at a place.
//!
//! Characters of several readings are counted by expectation-maximisation: a place has a
//! share of level characters; a character is level with the likelihood that word and usage give it
//! (`verse::ci::Sound`) times that share; share and likelihoods are estimated in turn. A character that
//! comes out level or oblique with [`SURE`] is counted so, others tell nothing.

use verse::ci::Lyric;

/// A class of a character is counted if it is at least as likely as this.
const SURE: f64 = 0.8;
/// Rounds of estimation; counts stand still after about ten.
const ROUNDS: usize = 20;

/// How often a place has each class; the rest tells nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count {
    /// Lyrics with a level character.
    pub level: usize,
    /// Lyrics with an oblique one.
    pub oblique: usize,
}

/// Counts the classes at each place of lyrics of one length.
pub fn counts(lyrics: &[&Lyric]) -> Vec<Count> {
    let length = lyrics.first().map_or(0, |lyric| lyric.length());
    (0..length)
        .map(|at| {
            let own: Vec<f64> = lyrics
                .iter()
                .map(|l| f64::from(l.characters[at].level))
                .collect();
            count(&own)
        })
        .collect()
}

/// Counts the classes of characters at one place, by how likely each is to be level.
fn count(own: &[f64]) -> Count {
    let mut share = 0.5;
    let level = |own: f64, share: f64| {
        let (level, oblique) = (own * share, (1.0 - own) * (1.0 - share));
        if level + oblique > 0.0 {
            level / (level + oblique)
        } else {
            0.5
        }
    };
    for _ in 0..ROUNDS {
        let sum: f64 = own.iter().map(|own| level(*own, share)).sum();
        share = (sum + 0.5) / (own.len() as f64 + 1.0);
    }
    let mut count = Count::default();
    for own in own {
        let level = level(*own, share);
        count.level += usize::from(level >= SURE);
        count.oblique += usize::from(level <= 1.0 - SURE);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_of_both_readings_goes_with_the_others() {
        let sure = [1.0; 20];
        assert_eq!(
            count(&[&sure[..], &[0.5, 0.5]].concat()),
            Count {
                level: 22,
                oblique: 0
            }
        );
        let even: Vec<f64> = [1.0, 0.0].repeat(10);
        assert_eq!(
            count(&[&even[..], &[0.5]].concat()),
            Count {
                level: 10,
                oblique: 10
            }
        );
        assert_eq!(
            count(&[&sure[..], &[0.0]].concat()),
            Count {
                level: 20,
                oblique: 1
            }
        );
    }
}
