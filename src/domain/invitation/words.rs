//! What an invitation can be, and what can come of it.

/// Where an invitation is in its life, as its app sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InvitationState {
    /// It is to be sent, for the first time or again.
    Queued,
    /// The mail server has taken it.
    Sent,
    /// It was not sent, or a reminder was refused: `failure` says why.
    Failed,
}

impl InvitationState {
    /// All of them.
    pub const ALL: [InvitationState; 3] =
        [InvitationState::Queued, InvitationState::Sent, InvitationState::Failed];

    /// The word that is stored and shown.
    pub fn as_str(self) -> &'static str {
        match self {
            InvitationState::Queued => "queued",
            InvitationState::Sent => "sent",
            InvitationState::Failed => "failed",
        }
    }

    /// The state that a word stands for.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// Why a mail that brings a code is withheld: the code would be of no use, or its holder has it already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Withheld {
    /// Its holder did not expect it: nothing is mailed until the app re-arms it.
    Frozen,
    /// Too many wrong answers.
    Locked,
    /// It was picked up.
    PickedUp,
    /// Somebody has answered already: no reminder is needed.
    Opened,
    /// Its time is over.
    Over,
}

impl Withheld {
    /// The word that is stored and shown.
    pub fn as_str(self) -> &'static str {
        match self {
            Withheld::Frozen => "frozen",
            Withheld::Locked => "locked",
            Withheld::PickedUp => "picked_up",
            Withheld::Opened => "opened",
            Withheld::Over => "too_late",
        }
    }
}

/// Which mail brings the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brings {
    /// The first, or the one that the app asked for again.
    Invitation,
    /// A later one.
    Reminder,
}

impl Brings {
    /// The word for a mail of its kind.
    pub fn as_str(self) -> &'static str {
        match self {
            Brings::Invitation => "invitation",
            Brings::Reminder => "reminder",
        }
    }

    /// What a mail of this kind brings; `None` for mails that bring no code of a request.
    pub fn of_mail(kind: &str) -> Option<Self> {
        [Brings::Invitation, Brings::Reminder].into_iter().find(|brings| brings.as_str() == kind)
    }
}

/// What came of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// The mail server has taken it.
    Sent,
    /// It was not sent, since it would have been of no use.
    Withheld(Withheld),
    /// It could not be sent: the word for why.
    Failed(String),
}

/// What is to be done for an invitation whose time to be looked at has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Nothing now.
    Nothing,
    /// The patient is reminded.
    Remind,
    /// The code was forgotten: nothing is mailed any more, and what waits to be sent goes, too.
    Forgotten,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_a_word_of_its_own() {
        for state in InvitationState::ALL {
            assert_eq!(InvitationState::parse(state.as_str()), Some(state));
        }
        assert_eq!(InvitationState::parse("x"), None);
    }
}
