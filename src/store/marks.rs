//! What the names of migrations say: whether a program that does not know one can work on the tables that it leaves. The
//! rule, and how to keep to it, is in `migrations/README.md`.

/// Whether a program whose newest migration is `newest` can work beside one that it does not know, by the description that
/// the database keeps of it: the words of its file's name.
///
/// "expand": it only adds. "contract after NNNN": it takes away what was last used by programs without migration NNNN.
/// Whatever says neither is not trusted.
pub(super) fn can_work_beside(description: &str, newest: i64) -> bool {
    let mut words = description.split(' ');
    match words.next() {
        Some("expand") => true,
        Some("contract") if words.next() == Some("after") => {
            words.next().and_then(|number| number.parse::<i64>().ok()).is_some_and(|after| after <= newest)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_adds_disturbs_nobody_and_what_takes_away_those_who_still_need_it() {
        assert!(can_work_beside("expand letters have a tray", 21));
        assert!(can_work_beside("contract after 0021 drop letter shelf", 21));
        assert!(can_work_beside("contract after 0020 drop letter shelf", 21));
        assert!(!can_work_beside("contract after 0022 drop letter shelf", 21));
        for unmarked in
            ["letters have a tray", "expanded letters", "contract drop letter shelf", "contract after", ""]
        {
            assert!(!can_work_beside(unmarked, 21), "{unmarked}");
        }
    }
}
