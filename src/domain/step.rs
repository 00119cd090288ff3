//! The patient's way: which step she is at follows from facts and is stored nowhere, so that Back, refresh and a
//! second tab cannot disagree with it.

/// One page of the way, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Type the identity code.
    Code,
    /// Answer the secret question.
    Question,
    /// Sign in or create an account.
    SignIn,
    /// Pick a record.
    Record,
    /// Allow or decline.
    Authorize,
    /// Read the clinic's success message.
    Success,
    /// Nothing was shared.
    Declined,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Step; 7] = [
        Step::Code,
        Step::Question,
        Step::SignIn,
        Step::Record,
        Step::Authorize,
        Step::Success,
        Step::Declined,
    ];
}

/// What the patient decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// The app may use the record.
    Allowed,
    /// Nothing was shared.
    Declined,
}

/// What is true of one journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// A code was accepted.
    pub code_accepted: bool,
    /// The answer was right.
    pub answered: bool,
    /// Someone is signed in.
    pub signed_in: bool,
    /// The person who is signed in has picked a record.
    pub record_chosen: bool,
    /// What she decided.
    pub decision: Option<Decided>,
}

/// The step where the patient is: the first whose fact is missing.
pub fn next_step(facts: &Facts) -> Step {
    if !facts.code_accepted {
        return Step::Code;
    }
    if !facts.answered {
        return Step::Question;
    }
    if facts.decision == Some(Decided::Declined) {
        return Step::Declined;
    }
    if !facts.signed_in {
        return Step::SignIn;
    }
    match facts.decision {
        Some(Decided::Allowed) => Step::Success,
        _ if facts.record_chosen => Step::Authorize,
        _ => Step::Record,
    }
}

/// May this step's page be shown? The step where she is, the code page always, and the record page while she may
/// still change her mind.
pub fn may_visit(step: Step, facts: &Facts) -> bool {
    let next = next_step(facts);
    step == next || step == Step::Code || (step == Step::Record && next == Step::Authorize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn facts() -> impl Strategy<Value = Facts> {
        (any::<[bool; 4]>(), prop::option::of(prop_oneof![Just(Decided::Allowed), Just(Decided::Declined)]))
            .prop_map(|([code_accepted, answered, signed_in, record_chosen], decision)| Facts {
                code_accepted,
                answered,
                signed_in,
                record_chosen,
                decision,
            })
    }

    #[test]
    fn the_way_goes_from_the_code_to_success_one_fact_at_a_time() {
        let mut f = Facts::default();
        assert_eq!(next_step(&f), Step::Code);
        f.code_accepted = true;
        assert_eq!(next_step(&f), Step::Question);
        f.answered = true;
        assert_eq!(next_step(&f), Step::SignIn);
        f.signed_in = true;
        assert_eq!(next_step(&f), Step::Record);
        f.record_chosen = true;
        assert_eq!(next_step(&f), Step::Authorize);
        assert!(may_visit(Step::Record, &f), "she may go back and pick another record");
        f.decision = Some(Decided::Allowed);
        assert_eq!(next_step(&f), Step::Success);
        assert!(!may_visit(Step::Record, &f), "what is decided is not decided again by going back");
        f.signed_in = false;
        assert_eq!(next_step(&f), Step::SignIn, "the record's name shows only to who is signed in");
    }

    proptest! {
        #[test]
        fn one_redirect_always_lands_on_a_page_that_may_be_shown(f in facts()) {
            prop_assert!(may_visit(next_step(&f), &f));
        }

        #[test]
        fn no_step_after_the_question_shows_without_a_right_answer(f in facts(), i in 0usize..7) {
            let step = Step::ALL[i];
            if !(f.code_accepted && f.answered) && step > Step::Question {
                prop_assert!(!may_visit(step, &f));
            }
        }

        #[test]
        fn no_record_shows_to_someone_who_is_not_signed_in(f in facts()) {
            for step in [Step::Record, Step::Authorize, Step::Success] {
                prop_assert!(f.signed_in || !may_visit(step, &f));
            }
        }
    }
}
