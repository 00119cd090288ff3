//! A person chooses a password. How easily it is guessed takes a while to estimate, so that is done beside the threads
//! that serve pages, a few at a time, and only for what is not refused for something cheaper.

use std::sync::{Arc, LazyLock};

use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::{
    actions::ActionError,
    domain::password::{Password, PasswordProblem},
    hashing::Overloaded,
};

/// Estimates that run at once in one process.
const AT_ONCE: usize = 2;
/// Estimates that may wait for their turn. One takes a few milliseconds, and a tenth of a second at worst, so the last
/// one waits less than a second even behind a crowd that wants to be slow.
const WAITING: usize = 16;

/// The places in which passwords are estimated: some at once, some that wait.
#[derive(Debug)]
pub struct Estimates {
    turns: Arc<Semaphore>,
    seats: Arc<Semaphore>,
}

impl Default for Estimates {
    fn default() -> Estimates {
        Estimates {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            seats: Arc::new(Semaphore::new(AT_ONCE + WAITING)),
        }
    }
}

/// Those of this process.
static ESTIMATES: LazyLock<Estimates> = LazyLock::new(Estimates::default);

/// Checks a new password in one of this process's places: see [`Estimates::choose`].
pub async fn choose_password(
    typed: &str,
    about: &[&str],
) -> Result<Result<Password, PasswordProblem>, ActionError> {
    ESTIMATES.choose(typed, about).await
}

impl Estimates {
    /// Checks a new password. `about` is what is known of the person: no password is made of it. [`Overloaded`] where no
    /// place is left.
    pub async fn choose(
        &self,
        typed: &str,
        about: &[&str],
    ) -> Result<Result<Password, PasswordProblem>, ActionError> {
        let password = match Password::new(typed) {
            Ok(password) => password,
            Err(problem) => return Ok(Err(problem)),
        };
        let _seat = self.seats.clone().try_acquire_owned().map_err(|_| Overloaded)?;
        let _turn = self.turns.clone().acquire_owned().await.map_err(|_| Overloaded)?;
        let about: Vec<Zeroizing<String>> =
            about.iter().map(|text| Zeroizing::new((*text).to_owned())).collect();
        let estimated = tokio::task::spawn_blocking(move || {
            let about: Vec<&str> = about.iter().map(|text| text.as_str()).collect();
            #[expect(
                clippy::disallowed_methods,
                reason = "this is the one place that estimates, and no page waits for it"
            )]
            password.check_strength(&about).map(|()| password)
        });
        estimated.await.map_err(|_| ActionError::from(Overloaded))
    }
}
