//! Files of drafts.

use yinchuang::drafts::exchange::{self, Came, DRAFTS};

/// The input is the file.
pub fn run(data: &[u8]) {
    let Ok(mut came) = exchange::read(data) else {
        return;
    };
    assert!((1..=DRAFTS).contains(&came.drafts.len()));
    // Those of a plain text get an id where they are laid down.
    for (at, (head, _)) in came.drafts.iter_mut().enumerate() {
        if head.id.is_empty() {
            head.id = format!("d{at}");
            head.draft.id.clone_from(&head.id);
        }
        assert!(
            !head
                .draft
                .text
                .contains(|c| verse::is_unseen(c) || c == '\0')
        );
    }
    let file = exchange::to_json(came.drafts.iter(), came.log.as_ref());
    let again = exchange::read(file.as_bytes()).expect("what was written is read");
    came.left = 0;
    assert_eq!(again, came);

    let texts = exchange::to_text(came.drafts.iter().map(|(head, _)| head));
    if let Ok(Came { drafts, .. }) = exchange::read(texts.as_bytes()) {
        assert!(drafts.iter().all(|(head, _)| !head.draft.text.is_empty()));
    }
    for pair in came.drafts.windows(2) {
        let (head, body) = exchange::join(pair[0].clone(), pair[1].clone());
        assert_eq!(head.draft.text, pair[0].0.draft.text, "what is there stays");
        assert!(body.versions.list.len() as u64 == head.versions);
    }
}
