//! Settings: a TOML file, and for each setting an environment variable `PATIENT_CONNECT_…` that overrules it. The
//! sole reader of both. What would be unsafe is refused with a sentence that says how to mend it.

mod check;
mod files;
mod listen;
mod page;
mod provider;
mod secret;
mod traces;

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use ipnet::IpNet;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::{
    actions::Rules,
    domain::{guesses::Budgets, provider::Provider, retention::Retention, zone::Zone},
    web::{MetricsFor, limits::PerMinute},
};

use self::check::refused;
pub use self::{
    listen::{Listen, Place},
    provider::{Label, ProviderSetting},
    secret::Secret,
    traces::{TracesUnusable, TracesWanted, traces_wanted},
};

/// The file name of the embedded database in the data directory.
pub const DATABASE_FILE: &str = "patient-connect.db";
/// The file name of the pepper in the data directory.
pub const KEY_FILE: &str = "pepper.key";

/// Makes [`Settings`], their defaults and the list of what they mean from one list.
macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $name:ident: $kind:ty = $default:expr,)+) => {
        /// Everything that can be set. Each has the name of its environment variable in lower case, without the
        /// prefix.
        #[derive(Debug, Clone, Deserialize, Serialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct Settings {
            $($(#[doc = $doc])+ pub $name: $kind,)+
            /// Where patients can sign in, too. In the file alone: no variable sets it.
            #[serde(skip_serializing)]
            pub provider: Vec<ProviderSetting>,
        }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($name: $default,)+ provider: Vec::new() }
            }
        }

        /// Name and meaning of each, in the order in which they are documented.
        const MEANINGS: &[(&str, &str)] = &[$((stringify!($name), concat!($($doc),+)),)+];
    };
}

settings! {
    /// Where to listen: an address and port, `unix:` and the path of a Unix socket, or several of them, separated by commas or
    /// as a list. A TLS proxy belongs in front, unless `tls_certificate` is set.
    listen: Listen = Listen::from(SocketAddr::from(([127, 0, 0, 1], 8080))),
    /// The mode of the Unix sockets: who may connect.
    listen_socket_mode: String = "660".to_owned(),
    /// The group of the Unix sockets, by name: the proxy's. The portal's user must be a member of it. Without it: the group
    /// that the portal runs as.
    listen_socket_group: Option<String> = None,
    /// File of the certificate and its chain (PEM), for TLS without a proxy: all addresses of `listen` have it then. A new
    /// one is found within a minute, or at SIGHUP.
    tls_certificate: Option<PathBuf> = None,
    /// File of the certificate's private key (PEM).
    tls_key: Option<PathBuf> = None,
    /// Address and port without TLS where browsers are led to `base_url`, and nothing else is done.
    redirect_listen: Option<SocketAddr> = None,
    /// What links begin with, as browsers reach it: `https://` and a host name of its own.
    base_url: String = "http://127.0.0.1:8080".to_owned(),
    /// Address and port on which `/metrics` is read, by whoever reaches it; `/healthz` and `/readyz` are there, too. Without it
    /// `/metrics` is read where pages are, from this machine alone.
    metrics_listen: Option<SocketAddr> = None,
    /// Whether everybody may read `/metrics` where pages are. It names no person, and tells how busy the portal is.
    metrics_public: bool = false,
    /// `postgres://…`; empty for the embedded database in the data directory. `?sslmode=verify-full` at its end demands TLS
    /// and a certificate for the host, `&sslrootcert=FILE` names a certificate authority of your own.
    database_url: String = String::new(),
    /// A file that holds `database_url`, and nothing else: instead of it.
    database_url_file: Option<PathBuf> = None,
    /// Directory of the embedded database and its keys. It is its owner's alone.
    data: PathBuf = PathBuf::from("patient-connect-data"),
    /// The pepper's file, when it is not in the data directory: the same on every node.
    key_file: Option<PathBuf> = None,
    /// Wrong answers that lock a code, 1 to 10, for requests created from now on.
    attempts_allowed: u32 = Rules::default().attempts_allowed,
    /// Days until a request that was not picked up expires.
    pending_days: u32 = Retention::default().pending_days,
    /// Days that an authorized request is kept after its last pickup.
    authorized_days: u32 = Retention::default().authorized_days,
    /// Days that a locked or expired request keeps its external ID.
    closed_days: u32 = Retention::default().closed_days,
    /// Days without anybody opening a code until its app is told (`letter_due`) that a letter on paper is due; told of a
    /// locked one at once. 0: never.
    letter_due_after_days: u32 = 0,
    /// Days that the lines of the audit log are kept (`patient-connect audit`), 30 to 3650.
    audit_days: u32 = Rules::default().audit_days,
    /// Networks whose `X-Forwarded-For` is believed, separated by commas; `unix` for whoever comes by a Unix socket.
    trusted_proxies: String = String::new(),
    /// Networks that are not public and yet may be called back, separated by commas: for a clinic whose app runs in
    /// the same house.
    callback_allowed_networks: String = String::new(),
    /// Identity codes per minute and client address.
    limit_codes: u32 = PerMinute::default().code,
    /// Answers per minute and client address.
    limit_answers: u32 = PerMinute::default().answer,
    /// Sign-ins per minute and client address; as many from a browser that has signed in before, by itself.
    limit_sign_ins: u32 = PerMinute::default().sign_in,
    /// Wrong passwords per hour and account, from all browsers together that never signed in to it.
    limit_guesses: u32 = Budgets::default().unknown_browsers,
    /// Wrong passwords per hour and account, from each browser that has signed in to it before.
    limit_guesses_known: u32 = Budgets::default().known_browser,
    /// New accounts per minute and client address; and, counted by themselves, forgotten passwords and codes that are
    /// sent again.
    limit_accounts: u32 = PerMinute::default().create_account,
    /// Codes that are mailed to one address in an hour, whoever asks for them; half as many of one client address.
    limit_mails: u32 = PerMinute::default().mails_per_hour,
    /// Calls of the API and of the XML platform per minute and app, together.
    limit_api: u32 = PerMinute::default().api,
    /// API keys that nobody has, per minute and client address; and as many messages of the XML platform that prove no
    /// app.
    limit_bad_keys: u32 = PerMinute::default().bad_key,
    /// The mail server: `smtp://user:password@host:587` (STARTTLS is demanded; `?tls=none` at its end says otherwise) or
    /// `smtps://user:password@host:465`. Empty: no mails, and what needs them is absent.
    smtp_url: Secret = Secret::default(),
    /// A file that holds `smtp_url`, and nothing else: instead of it.
    smtp_url_file: Option<PathBuf> = None,
    /// Who mails are from: `connect@clinic.example` or `Clinic <connect@clinic.example>`.
    mail_from: String = String::new(),
    /// A folder that mails are put into as `.eml` files, instead of a mail server.
    mail_folder: Option<PathBuf> = None,
    /// The time zone in which patients read times, where an app's file says no other: a name of the IANA database, such
    /// as `America/Chicago`.
    time_zone: String = "UTC".to_owned(),
    /// `text` or `json`.
    log_format: String = "text".to_owned(),
    /// What to log: `info`, `warn`, or a filter such as `patient_connect=debug`.
    log: String = "info".to_owned(),
}

/// Why settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file or a variable cannot be read.
    #[error("settings cannot be read: {0}")]
    Unreadable(#[from] config::ConfigError),
    /// A value cannot be used.
    #[error("{setting}: {problem}")]
    Refused {
        /// Its name.
        setting: &'static str,
        /// What is wrong and how to mend it.
        problem: String,
    },
}

impl Settings {
    /// Reads the file, if one is named, and the environment.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let mut builder = config::Config::builder();
        if let Some(file) = file {
            builder = builder.add_source(config::File::from(file).format(config::FileFormat::Toml));
        }
        let environment =
            config::Environment::with_prefix("PATIENT_CONNECT").prefix_separator("_").try_parsing(true);
        // Other variables of the same prefix (the tests', the sandbox's) are none of ours; `doctor` names them.
        let ours = std::env::vars().filter(|(name, _)| Self::variable_names().contains(name)).collect();
        let mut settings =
            builder.add_source(environment.source(Some(ours))).build()?.try_deserialize::<Settings>()?;
        let folder = file.and_then(Path::parent).unwrap_or(Path::new(""));
        settings.provider.iter_mut().for_each(|provider| provider.beside(folder));
        settings.read_files()?;
        Ok(settings)
    }

    /// The names of the environment variables, one for each setting.
    pub fn variable_names() -> Vec<String> {
        let names = serde_json::to_value(Self::default()).ok();
        let names = names.iter().filter_map(|v| v.as_object()).flat_map(|o| o.keys());
        names.map(|name| format!("PATIENT_CONNECT_{}", name.to_ascii_uppercase())).collect()
    }

    /// Whether mails can be sent.
    pub fn can_mail(&self) -> bool {
        !self.smtp_url.reveal().is_empty() || self.mail_folder.is_some()
    }

    /// Who may read the counts where pages are served.
    pub fn metrics_for(&self) -> MetricsFor {
        match (self.metrics_public, self.metrics_listen) {
            (true, _) => MetricsFor::Everybody,
            (false, Some(_)) => MetricsFor::Nobody,
            (false, None) => MetricsFor::ThisMachine,
        }
    }

    /// The rules that they set.
    pub fn rules(&self) -> Rules {
        Rules {
            retention: Retention {
                pending_days: self.pending_days,
                authorized_days: self.authorized_days,
                closed_days: self.closed_days,
            },
            attempts_allowed: self.attempts_allowed,
            guesses: Budgets {
                unknown_browsers: self.limit_guesses,
                known_browser: self.limit_guesses_known,
            },
            letter_due_after_days: self.letter_due_after_days,
            audit_days: self.audit_days,
        }
    }

    /// The limits that they set.
    pub fn per_minute(&self) -> PerMinute {
        PerMinute {
            code: self.limit_codes,
            answer: self.limit_answers,
            sign_in: self.limit_sign_ins,
            create_account: self.limit_accounts,
            mails_per_hour: self.limit_mails,
            bad_key: self.limit_bad_keys,
            api: self.limit_api,
        }
    }

    /// The embedded database's file.
    pub fn database_file(&self) -> PathBuf {
        self.data.join(DATABASE_FILE)
    }

    /// The pepper's file.
    pub fn key_path(&self) -> PathBuf {
        self.key_file.clone().unwrap_or_else(|| self.data.join(KEY_FILE))
    }
}

/// Settings that were parsed.
#[derive(Debug, Clone)]
pub struct Checked {
    /// What links begin with.
    pub base_url: Url,
    /// Who may say where a request came from.
    pub trusted_proxies: Vec<IpNet>,
    /// Whether whoever comes by a Unix socket may say so, too.
    pub trusts_socket: bool,
    /// The mode of the Unix sockets.
    pub socket_mode: u32,
    /// Certificate and key, where the portal has TLS itself.
    pub tls: Option<(PathBuf, PathBuf)>,
    /// What may be called back besides the public internet.
    pub callback_allowed_networks: Vec<IpNet>,
    /// Where patients can sign in, too.
    pub providers: Vec<Provider>,
    /// In which patients read times.
    pub time_zone: Zone,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem_of(change: impl FnOnce(&mut Settings)) -> String {
        let mut settings = Settings::default();
        change(&mut settings);
        settings.check().map(|_| String::new()).unwrap_or_else(|e| e.to_string())
    }

    #[test]
    fn the_defaults_are_good_for_a_trial_on_one_machine() {
        assert!(Settings::default().check().is_ok());
    }

    #[test]
    fn a_portal_that_others_can_reach_must_use_https() {
        assert!(problem_of(|s| s.base_url = "http://connect.clinic.example".into()).contains("https://"));
        assert_eq!(problem_of(|s| s.base_url = "https://connect.clinic.example".into()), "");
        assert!(problem_of(|s| s.base_url = "https://clinic.example/connect".into()).contains("no path"));
        assert!(problem_of(|s| s.base_url = "nonsense".into()).starts_with("base_url"));
    }

    #[test]
    fn every_setting_has_an_environment_variable() {
        let names = Settings::variable_names();
        assert!(names.contains(&"PATIENT_CONNECT_BASE_URL".to_owned()));
        assert!(names.contains(&"PATIENT_CONNECT_KEY_FILE".to_owned()));
        assert_eq!(names.len(), 37);
    }

    #[test]
    fn mails_need_a_way_and_a_sender_and_a_password_is_not_printed() {
        assert!(problem_of(|s| s.smtp_url = "smtp://mail.example".into()).starts_with("mail_from"));
        assert!(problem_of(|s| s.mail_from = "a@b.example".into()).contains("neither"));
        let both = |s: &mut Settings| {
            (s.smtp_url, s.mail_folder) = ("smtp://mail.example".into(), Some("mails".into()));
            s.mail_from = "a@b.example".into();
        };
        assert!(problem_of(both).starts_with("mail_folder"));
        let settings = Settings { smtp_url: "smtp://u:hunter2@mail.example".into(), ..Settings::default() };
        assert!(!format!("{settings:?}").contains("hunter2"));
    }

    #[test]
    fn tls_needs_both_files_and_an_address_that_begins_with_https() {
        let with = |certificate: bool, key: bool, base_url: &str| {
            problem_of(|s| {
                s.tls_certificate = certificate.then(|| "c.pem".into());
                s.tls_key = key.then(|| "k.pem".into());
                s.base_url = base_url.into();
            })
        };
        assert_eq!(with(true, true, "https://connect.clinic.example"), "");
        assert!(with(true, false, "https://connect.clinic.example").starts_with("tls_key"));
        assert!(with(false, true, "https://connect.clinic.example").starts_with("tls_certificate"));
        assert!(with(true, true, "http://localhost:8080").starts_with("base_url"));
        let redirecting = problem_of(|s| s.redirect_listen = Some(SocketAddr::from(([0, 0, 0, 0], 80))));
        assert!(redirecting.starts_with("redirect_listen"), "{redirecting}");
    }

    #[test]
    fn a_socket_that_everybody_may_connect_to_is_no_trusted_proxy() {
        let with = |mode: &str, proxies: &str| {
            problem_of(|s| {
                (s.listen_socket_mode, s.trusted_proxies) = (mode.to_owned(), proxies.to_owned());
            })
        };
        assert_eq!(with("666", "10.0.0.0/8"), "");
        assert_eq!(with("660", "unix, 10.0.0.0/8"), "");
        assert!(with("666", "10.0.0.0/8,unix").starts_with("listen_socket_mode"));
        for mode in ["", "rw", "1777", "9"] {
            assert!(with(mode, "").starts_with("listen_socket_mode"), "{mode}");
        }
        let settings = Settings { trusted_proxies: "unix, 10.0.0.0/8".to_owned(), ..Settings::default() }
            .check()
            .unwrap();
        assert!(settings.trusts_socket);
        assert_eq!(settings.trusted_proxies, ["10.0.0.0/8".parse().unwrap()]);
    }

    #[test]
    fn values_out_of_range_are_named() {
        assert!(problem_of(|s| s.attempts_allowed = 11).contains("1 to 10"));
        assert!(problem_of(|s| s.pending_days = 0).starts_with("pending_days"));
        assert!(problem_of(|s| s.audit_days = 29).starts_with("audit_days"));
        assert_eq!(
            problem_of(|s| s.time_zone = "europe/berlin".into()),
            "time_zone: is no time zone of the IANA database, such as Europe/Berlin"
        );
        assert!(problem_of(|s| s.trusted_proxies = "10.0.0.0/8, x".into()).contains("`x`"));
        assert!(problem_of(|s| s.callback_allowed_networks = "10.0.0.0/33".into()).contains("`10.0.0.0/33`"));
        assert!(problem_of(|s| s.database_url = "mysql://x".into()).starts_with("database_url"));
    }
}
