//! How often the platform may be called: by an app that has proved who it is, as often as it may call the JSON API, from
//! the same budget; by messages that prove nobody, so often from one address.
//!
//! An app is charged only for what it alone can have sent. Whoever floods the platform in its name uses up the budget
//! of his own address and nothing else; and since a message is charged to its address only after it was found to prove
//! nobody, a good app behind the same address, or behind a proxy that hides them all, still gets in.

use std::net::IpAddr;

use uuid::Uuid;

use super::fault::Failure;
use crate::web::limits::{Limit, Limits};

/// What one request is charged to.
#[derive(Debug, Clone, Copy)]
pub struct Budget<'l> {
    /// The installation's limits.
    pub limits: &'l Limits,
    /// Where the request came from.
    pub address: IpAddr,
}

impl Budget<'_> {
    /// Charges an app that has proved who it is.
    pub fn charge(&self, app_id: Uuid) -> Result<(), Failure> {
        self.limits.check_app(app_id).map_err(Failure::TooMany)
    }

    /// Charges the address for a message that proves no app, before anything else is done for it.
    pub fn charge_nobody(&self) -> Result<(), Failure> {
        self.limits.check(Limit::Unproven, self.address).map_err(Failure::TooMany)
    }

    /// Charges the address for a message that was found to prove no app, and says why it is refused: for that, or for
    /// there having been too many. What could not be carried out costs nothing.
    pub fn unproven(&self, failure: Failure) -> Failure {
        match failure {
            Failure::Fault(fault) => self.charge_nobody().err().unwrap_or(Failure::Fault(fault)),
            other => other,
        }
    }
}
