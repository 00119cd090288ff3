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
        let about: Vec<Zeroizing<String>> =
            about.iter().map(|text| Zeroizing::new((*text).to_owned())).collect();
        let estimated = self.beside(move || {
            let about: Vec<&str> = about.iter().map(|text| text.as_str()).collect();
            #[expect(
                clippy::disallowed_methods,
                reason = "this is the one place that estimates, and no page waits for it"
            )]
            password.check_strength(&about).map(|()| password)
        });
        Ok(estimated.await?)
    }

    /// Runs this beside the threads that serve pages, when its turn comes. It keeps its place until it is done, and not
    /// only for as long as somebody waits for it: who hangs up does not make room for more.
    async fn beside<T: Send + 'static>(
        &self,
        estimate: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Overloaded> {
        let seat = self.seats.clone().try_acquire_owned().map_err(|_| Overloaded)?;
        let turn = self.turns.clone().acquire_owned().await.map_err(|_| Overloaded)?;
        let estimated = tokio::task::spawn_blocking(move || {
            let _kept = (seat, turn);
            estimate()
        });
        estimated.await.map_err(|_| Overloaded)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[tokio::test]
    async fn who_hangs_up_does_not_make_room_while_the_estimate_goes_on() {
        let estimates = Estimates::default();
        let (started, has_started) = tokio::sync::oneshot::channel();
        let (end, ends) = mpsc::channel::<()>();
        let estimate = estimates.beside(move || {
            started.send(()).unwrap();
            ends.recv().unwrap();
        });
        tokio::select! {
            _ = estimate => panic!("nobody has ended it"),
            begun = has_started => begun.unwrap(),
        }
        assert_eq!(estimates.turns.available_permits(), AT_ONCE - 1, "it has hung up, and goes on");
        assert_eq!(estimates.seats.available_permits(), AT_ONCE + WAITING - 1);

        end.send(()).unwrap();
        let all = u32::try_from(AT_ONCE).unwrap();
        let turns = estimates.turns.acquire_many(all).await.unwrap();
        assert_eq!(turns.num_permits(), AT_ONCE, "when it is done, its turn is there again");
        let all = u32::try_from(AT_ONCE + WAITING).unwrap();
        assert!(estimates.seats.acquire_many(all).await.is_ok());
    }
}
