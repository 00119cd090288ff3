//! How much one address may try. In-process and approximate by design: the exact limit is on the connect request
//! itself (three chances); these keep floods and guessing of other things at bay. Floods are each node's own matter; what an
//! app may call and how many codes are mailed to an address holds for all nodes together, to about a second: they tell each
//! other what they have counted.

use std::{hash::Hash, net::IpAddr, num::NonZeroU32, time::Duration};

use governor::{
    Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    state::keyed::DashMapStateStore,
};
use uuid::Uuid;

use super::{
    client_address::network,
    counted::{Counted, Shared},
};

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Identity codes, typed or in a link.
    Code,
    /// Secret answers.
    Answer,
    /// Sign-ins.
    SignIn,
    /// New accounts.
    CreateAccount,
    /// Forgotten passwords, and codes that are sent again. Counted apart from new accounts, under the same setting.
    Recover,
    /// API keys that nobody has.
    BadKey,
    /// Messages of the XML platform that prove no app. Counted apart from the keys, under the same setting.
    Unproven,
}

/// Requests per minute of one client address, for each kind; as many may come at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PerMinute {
    /// Identity codes.
    pub code: u32,
    /// Secret answers.
    pub answer: u32,
    /// Sign-ins.
    pub sign_in: u32,
    /// New accounts.
    pub create_account: u32,
    /// Codes that are mailed to one address, in an hour and from wherever they are asked for; half as many of one client
    /// address.
    pub mails_per_hour: u32,
    /// API keys that nobody has; and, counted by themselves, messages of the XML platform that prove no app.
    pub bad_key: u32,
    /// Calls of the API with a good key, and of the XML platform by who has proved to be the app: for each app, from
    /// wherever they come.
    pub api: u32,
}

impl Default for PerMinute {
    /// Generous to a family or a waiting room behind one address, and useless for guessing.
    fn default() -> Self {
        Self {
            code: 30,
            answer: 30,
            sign_in: 20,
            create_account: 10,
            mails_per_hour: 10,
            bad_key: 60,
            api: 60_000,
        }
    }
}

impl PerMinute {
    /// "Its limits per client address are a hundred times the production ones."
    pub fn times(self, factor: u32) -> Self {
        Self {
            code: self.code.saturating_mul(factor),
            answer: self.answer.saturating_mul(factor),
            sign_in: self.sign_in.saturating_mul(factor),
            create_account: self.create_account.saturating_mul(factor),
            mails_per_hour: self.mails_per_hour.saturating_mul(factor),
            bad_key: self.bad_key.saturating_mul(factor),
            api: self.api.saturating_mul(factor),
        }
    }
}

/// Takes so many; where there are fewer, all.
fn drain<K: Hash + Eq + Clone>(limiter: &Keyed<K>, key: &K, times: u32) {
    let (mut left, mut part) = (times, times);
    while let Some(some) = NonZeroU32::new(part.min(left)) {
        match limiter.check_key_n(key, some) {
            Ok(Ok(())) => left -= some.get(),
            Ok(Err(_)) | Err(_) => part = some.get() / 2,
        }
    }
}

type Keyed<K> = RateLimiter<K, DashMapStateStore<K>, DefaultClock>;

/// The limits of one process.
pub struct Limits {
    code: Keyed<IpAddr>,
    answer: Keyed<IpAddr>,
    sign_in: Keyed<IpAddr>,
    create_account: Keyed<IpAddr>,
    recover: Keyed<IpAddr>,
    mails: Keyed<[u8; 32]>,
    mails_from: Keyed<[u8; 32]>,
    bad_key: Keyed<IpAddr>,
    unproven: Keyed<IpAddr>,
    app: Keyed<Uuid>,
    device: Keyed<[u8; 16]>,
    counted: Counted,
    clock: DefaultClock,
}

impl std::fmt::Debug for Limits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Limits")
    }
}

/// The longest that anybody who opened a link is told to wait: its limit lets one through a minute at least.
pub const LONGEST_WAIT: Duration = Duration::from_secs(60);

fn quota(per_minute: u32) -> Quota {
    Quota::per_minute(NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN))
}

fn hourly(per_hour: u32) -> Quota {
    Quota::per_hour(NonZeroU32::new(per_hour).unwrap_or(NonZeroU32::MIN))
}

impl Limits {
    /// Limits of so many requests a minute.
    pub fn new(per_minute: PerMinute) -> Self {
        Self {
            code: RateLimiter::dashmap(quota(per_minute.code)),
            answer: RateLimiter::dashmap(quota(per_minute.answer)),
            sign_in: RateLimiter::dashmap(quota(per_minute.sign_in)),
            create_account: RateLimiter::dashmap(quota(per_minute.create_account)),
            recover: RateLimiter::dashmap(quota(per_minute.create_account)),
            mails: RateLimiter::dashmap(hourly(per_minute.mails_per_hour)),
            mails_from: RateLimiter::dashmap(hourly(per_minute.mails_per_hour / 2)),
            bad_key: RateLimiter::dashmap(quota(per_minute.bad_key)),
            unproven: RateLimiter::dashmap(quota(per_minute.bad_key)),
            app: RateLimiter::dashmap(quota(per_minute.api)),
            device: RateLimiter::dashmap(quota(per_minute.sign_in)),
            counted: Counted::default(),
            clock: DefaultClock::default(),
        }
    }

    /// Counts one request. `Err` says how long to wait.
    pub fn check(&self, kind: Limit, address: IpAddr) -> Result<(), Duration> {
        let limiter = match kind {
            Limit::Code => &self.code,
            Limit::Answer => &self.answer,
            Limit::SignIn => &self.sign_in,
            Limit::CreateAccount => &self.create_account,
            Limit::Recover => &self.recover,
            Limit::BadKey => &self.bad_key,
            Limit::Unproven => &self.unproven,
        };
        limiter.check_key(&network(address)).map_err(|wait| wait.wait_time_from(self.clock.now()))
    }

    /// Counts one sign-in from a browser that has signed in before, by its own number and not by its address, which it
    /// may share with strangers.
    pub fn check_device(&self, number: [u8; 16]) -> Result<(), Duration> {
        self.device.check_key(&number).map_err(|wait| wait.wait_time_from(self.clock.now()))
    }

    /// Counts one code that is mailed to an address. `all` is a hash of it, `here` one of it and of who asks: so who asks
    /// for codes to somebody else's address from one place does not keep her from asking, too.
    pub fn check_mail(&self, all: [u8; 32], here: [u8; 32]) -> Result<(), Duration> {
        let now = self.clock.now();
        self.mails_from.check_key(&here).map_err(|wait| wait.wait_time_from(now))?;
        self.counted.add(Shared::MailFrom, &here);
        self.mails.check_key(&all).map_err(|wait| wait.wait_time_from(now))?;
        self.counted.add(Shared::Mail, &all);
        Ok(())
    }

    /// Counts one call of an app.
    pub fn check_app(&self, app_id: Uuid) -> Result<(), Duration> {
        self.app.check_key(&app_id).map_err(|wait| wait.wait_time_from(self.clock.now()))?;
        self.counted.add(Shared::Api, app_id.as_bytes());
        Ok(())
    }

    /// What was counted here since the last time that this was asked, of what is limited for all nodes together: what, whose,
    /// and how many since the start.
    pub fn take_counted(&self) -> Vec<(&'static str, Vec<u8>, u64)> {
        self.counted.take().into_iter().map(|(shared, key, times)| (shared.as_str(), key, times)).collect()
    }

    /// Charges what another node has counted. More than there is leaves nothing; what this version does not count is left.
    pub fn charge(&self, kind: &str, key: &[u8], times: u64) {
        let times = u32::try_from(times).unwrap_or(u32::MAX);
        let Some(shared) = Shared::parse(kind) else { return };
        match shared {
            Shared::Api => Uuid::from_slice(key).ok().map(|id| drain(&self.app, &id, times)),
            Shared::Mail => key.try_into().ok().map(|hash| drain(&self.mails, &hash, times)),
            Shared::MailFrom => key.try_into().ok().map(|hash| drain(&self.mails_from, &hash, times)),
        };
    }

    /// Forgets addresses that have not been seen for a while, so that memory stays bounded.
    pub fn forget_idle(&self) {
        for limiter in [
            &self.code,
            &self.answer,
            &self.sign_in,
            &self.create_account,
            &self.recover,
            &self.bad_key,
            &self.unproven,
        ] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
        for limiter in [&self.mails, &self.mails_from] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
        self.counted.forget_idle();
        self.device.retain_recent();
        self.device.shrink_to_fit();
        self.app.retain_recent();
        self.app.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_flood_is_told_how_long_to_wait_and_others_are_not_bothered() {
        let limits = Limits::new(PerMinute { code: 3, ..PerMinute::default() });
        for _ in 0..3 {
            assert!(limits.check(Limit::Code, ip("192.0.2.1")).is_ok());
        }
        let wait = limits.check(Limit::Code, ip("192.0.2.1")).unwrap_err();
        assert!(wait <= Duration::from_secs(20));
        assert!(limits.check(Limit::Code, ip("192.0.2.2")).is_ok());
        assert!(limits.check(Limit::Answer, ip("192.0.2.1")).is_ok());
    }

    #[test]
    fn what_another_node_has_counted_is_charged_here_too() {
        let limits = Limits::new(PerMinute { api: 100, ..PerMinute::default() });
        let (app, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert!(limits.check_app(app).is_ok());
        assert_eq!(limits.take_counted(), [("api", app.as_bytes().to_vec(), 1)]);
        assert!(limits.take_counted().is_empty(), "nothing new");
        limits.charge("api", app.as_bytes(), 97);
        assert!(limits.check_app(app).is_ok() && limits.check_app(app).is_ok());
        assert!(limits.check_app(app).is_err());
        limits.charge("api", other.as_bytes(), 1_000_000);
        assert!(limits.check_app(other).is_err(), "more than there is leaves nothing");
        assert_eq!(limits.take_counted(), [("api", app.as_bytes().to_vec(), 3)]);
    }

    #[test]
    fn who_asks_for_mails_to_somebody_elses_address_from_one_place_leaves_her_some() {
        let limits = Limits::new(PerMinute { mails_per_hour: 4, ..PerMinute::default() });
        let (anna, stranger, anna_herself) = ([1; 32], [2; 32], [3; 32]);
        for allowed in [true, true, false, false] {
            assert_eq!(limits.check_mail(anna, stranger).is_ok(), allowed);
        }
        for allowed in [true, true, false] {
            assert_eq!(limits.check_mail(anna, anna_herself).is_ok(), allowed);
        }
        let wait = limits.check_mail(anna, [4; 32]).unwrap_err();
        assert!(wait <= Duration::from_secs(900) && wait > Duration::from_secs(600), "{wait:?}");
    }
}
