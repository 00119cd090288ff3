//! What a session waits with until someone signs in: a proof of her address, or a recovery.

use uuid::Uuid;

use super::{DEVICE, PROOF, RECOVERY, REPLACED, STAY_AFTER_PROOF, Session};
use crate::domain::{email_code::Errand, retention::Stay};

impl Session {
    /// The proof of an address, or the recovery, that this browser waits with.
    pub fn proof(&self, errand: Errand) -> Option<Uuid> {
        self.get(key_of(errand))
    }

    /// Whether this is what a replaced cookie finds: the form that is sent with it may have been sent before.
    pub(in crate::portal) fn was_replaced(&self) -> bool {
        self.get(REPLACED).unwrap_or(false)
    }

    /// What she said about the computer before the proof.
    pub fn stay_after_proof(&self) -> Stay {
        self.get(STAY_AFTER_PROOF).unwrap_or_default()
    }

    /// Notes it; `None` when it is over.
    pub(in crate::portal) fn set_proof(&self, errand: Errand, id: Option<Uuid>, stay: Stay) {
        match id {
            Some(id) => self.set(key_of(errand), id),
            None => {
                self.state.remove(key_of(errand));
            }
        }
        // After a recovery she signs in, and says it there.
        if errand != Errand::Recover {
            self.set(STAY_AFTER_PROOF, stay);
        }
    }

    /// By what an account knows this browser although there is no cookie yet that says so.
    pub(in crate::portal) fn device(&self) -> Option<String> {
        self.get(DEVICE)
    }

    /// Notes it.
    pub(in crate::portal) fn set_device(&self, device: &str) {
        self.set(DEVICE, device);
    }
}

fn key_of(errand: Errand) -> &'static str {
    match errand {
        Errand::SignUp | Errand::Confirm => PROOF,
        Errand::Recover => RECOVERY,
    }
}
