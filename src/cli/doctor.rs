//! `doctor`: what is wrong with an installation, and how to mend it.

mod fix;
mod peppers;
mod report;
mod serving;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{anyhow, bail};

use super::{Common, mail, open, providers, say};
use crate::{
    actions::operator::brands,
    brands::{Files, Look, Looks},
    config::Settings,
    copy::Catalogue,
    domain::{
        email::Email,
        mail::{Mail, MailFailure, MailOutcome, Says},
        zone::Zone,
    },
    keys::Keys,
    owner_only,
    ports::{Clock, Postman, SystemClock, SystemRandom, new_id},
    store::{Db, Tables, moving},
};

/// Options of `doctor`.
#[derive(Debug, clap::Args)]
pub(crate) struct Doctor {
    #[command(flatten)]
    common: Common,
    /// Send a mail to this address, too, and say what the mail server answered.
    #[arg(long, value_name = "ADDRESS")]
    mail: Option<String>,
    /// Mend first what can be mended without asking: rights of others, missing directories, sockets that were left. Each is
    /// said before and after.
    #[arg(long)]
    fix: bool,
    /// Print, as JSON, what somebody who helps needs to know: versions, which settings are set, counts, what is fine and
    /// what is not. No name, address, secret or text of anybody's stands in it.
    #[arg(long, conflicts_with_all = ["fix", "mail"])]
    report: bool,
}

/// What was found so far.
#[derive(Default)]
struct Findings {
    wrong: usize,
    /// Each check, and whether it was fine.
    told: Vec<(String, bool)>,
    /// Whether nothing is printed on the way.
    quiet: bool,
}

impl Findings {
    fn report(&mut self, what: &str, outcome: anyhow::Result<String>) {
        self.told.push((what.to_owned(), outcome.is_ok()));
        let line = match outcome {
            Ok(fine) => format!("ok     {what}: {fine}"),
            Err(e) => {
                self.wrong += 1;
                format!("WRONG  {what}: {e:#}")
            }
        };
        if !self.quiet {
            say(line);
        }
    }

    fn end(&self) -> anyhow::Result<()> {
        match self.wrong {
            0 => Ok(()),
            1 => bail!("1 thing is wrong"),
            n => bail!("{n} things are wrong"),
        }
    }
}

impl Doctor {
    /// Looks at everything; changes nothing but what `--fix` says. Fails when something is wrong, unless that is what was
    /// asked for (`--report`).
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let mut findings = Findings { quiet: self.report, ..Findings::default() };
        let settings = match open::settings(&self.common) {
            Ok(settings) => settings,
            Err(e) => {
                findings.report("settings", Err(e));
                if self.report {
                    say(report::text(None, &serde_json::Value::Null, &findings));
                    return Ok(());
                }
                return findings.end();
            }
        };
        if self.fix {
            fix::mend(&settings);
        }
        let database = self.look(&settings, &mut findings).await;
        if self.report {
            say(report::text(Some(&settings), &database, &findings));
            return Ok(());
        }
        findings.end()
    }

    /// All checks, in order. Gives what the report says of the database.
    async fn look(&self, settings: &Settings, findings: &mut Findings) -> serde_json::Value {
        findings.report("settings", settings.check().map(|c| c.base_url.to_string()).map_err(Into::into));
        if let Ok(checked) = settings.check() {
            findings.report("time zone", Ok(about_zone(checked.time_zone)));
            serving::look(settings, &checked, findings);
        }
        if !findings.quiet {
            name_strangers();
        }
        let keys = look_at_keys(settings, findings);
        for path in private_paths(settings) {
            if let Err(e) = is_private(&path) {
                findings.report("rights", Err(e));
            }
        }
        let database = look_at_database(settings, keys.as_ref(), findings).await;
        findings.report("mail", self.look_at_mail(settings).await);
        if let Ok(checked) = settings.check() {
            for (what, outcome) in providers::looked_at(settings, &checked.base_url).await {
                findings.report(&what, outcome);
            }
        }
        database
    }
}

impl Doctor {
    /// Whether mails can be written and sent; with `--mail`, by sending one.
    async fn look_at_mail(&self, settings: &Settings) -> anyhow::Result<String> {
        let checked = settings.check()?;
        let looks = Arc::new(Looks::new(Catalogue::load()));
        let Some(postman) = mail::postman(settings, &checked, &looks)? else {
            if self.mail.is_some() {
                bail!("none can be sent: set smtp_url and mail_from");
            }
            return Ok(
                "none are sent (smtp_url is not set): addresses are not confirmed, nobody can get back into \
                       an account without its password, and clinics bring their invitations themselves"
                    .to_owned(),
            );
        };
        let Some(to) = &self.mail else {
            return Ok("set; `doctor --mail ADDRESS` sends one".to_owned());
        };
        let mail = Mail {
            to: Email::parse(to).map_err(|p| anyhow!(p.reason()))?,
            language: "en".to_owned(),
            app_id: None,
            person_id: None,
            request_id: None,
            not_after: None,
            replaces: false,
            says: Says::Test,
        };
        let id = new_id(SystemClock.now(), &SystemRandom);
        match postman.send(id, &mail, None).await {
            MailOutcome::Sent => Ok(format!("one is on its way to {to}: look whether it arrives")),
            MailOutcome::Failed(failure) => bail!("{}", advice(failure)),
        }
    }
}

/// What to do about a mail that did not go.
fn advice(failure: MailFailure) -> String {
    match failure {
        MailFailure::NoConnection => {
            "the mail server cannot be reached: check host and port of smtp_url".to_owned()
        }
        MailFailure::Tls => {
            "TLS failed: the server offers none, or its certificate is not for the host in smtp_url"
                .to_owned()
        }
        MailFailure::Timeout => {
            "the mail server did not answer in time: check host and port of smtp_url".to_owned()
        }
        MailFailure::Later(code) => format!("the mail server says to try later ({code}): run this again"),
        MailFailure::Refused(code) => format!(
            "the mail server refuses it ({code}): check the user and password in smtp_url, mail_from and the address"
        ),
        MailFailure::BadAddress => "no mail can be sent to this address, or from mail_from".to_owned(),
        MailFailure::TooLate | MailFailure::Withheld(_) | MailFailure::Broken => {
            "it could not be written: check the mail_folder and whether the disk is full".to_owned()
        }
    }
}

/// What patients read times in.
fn about_zone(zone: Zone) -> String {
    let now = zone.wall_clock(SystemClock.now()).format("%H:%M");
    let hint = if zone == Zone::UTC { "; time_zone sets the clinic's" } else { "" };
    format!("{zone}, where it is {now} now{hint}")
}

/// Variables with our prefix that set nothing.
fn name_strangers() {
    let known = Settings::variable_names();
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PATIENT_CONNECT_")) {
        if !known.contains(&name) && name != "PATIENT_CONNECT_CONFIG" {
            say(format!("note   {name} is no setting and changes nothing"));
        }
    }
}

/// The keys, when their file is there and good.
fn look_at_keys(settings: &Settings, findings: &mut Findings) -> Option<Keys> {
    let path = settings.key_path();
    match open::is_there(&path) {
        Ok(true) => {}
        Ok(false) => {
            findings.report("key file", Ok(format!("{} will be made at the first start", path.display())));
            return None;
        }
        Err(e) => {
            findings.report("key file", Err(e));
            return None;
        }
    }
    let keys = Keys::open_or_create(&path, &SystemRandom);
    findings
        .report("key file", keys.as_ref().map(|_| path.display().to_string()).map_err(|e| anyhow!("{e}")));
    keys.ok()
}

/// What others must not be able to enter or read. The key file is not among them: whoever opens it checks that.
pub(crate) fn private_paths(settings: &Settings) -> Vec<PathBuf> {
    if !settings.database_url.is_empty() {
        return Vec::new();
    }
    let database = settings.database_file();
    // SQLite's own names for what it keeps beside a database.
    let beside = ["-wal", "-shm"].map(|ending| {
        let mut name = database.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    });
    [settings.data.clone(), database].into_iter().chain(beside).collect()
}

/// Fails with how to mend it when others have rights on what is there.
pub(crate) fn is_private(path: &Path) -> anyhow::Result<()> {
    let Some(mode) = owner_only::rights_of_others(path)? else { return Ok(()) };
    let (what, mended) = if path.is_dir() { ("enter or read", "700") } else { ("read or write", "600") };
    let path = path.display();
    bail!("{path} has the mode {mode:03o}, so others may {what} it: run `chmod {mended} {path}`")
}

/// Whether this version can still read every brand that is worn.
pub(super) async fn look_at_brands(db: &Db) -> anyhow::Result<String> {
    let catalogue = Catalogue::load();
    let (mut worn, mut wrong) = (0, Vec::new());
    for (_, version) in brands::worn(db).await? {
        worn += 1;
        let kept = brands::content(db, version).await?.unwrap_or_default();
        match Files::from_kept(&kept) {
            Err(e) => wrong.push(format!("version {version}: {e}")),
            Ok(files) => {
                let look = Look::of(&version.to_string(), &files, &catalogue);
                let errors = look.findings.iter().filter(|finding| finding.is_error());
                wrong.extend(errors.map(|finding| format!("version {version}: {finding}")));
            }
        }
    }
    if wrong.is_empty() {
        return Ok(if worn == 0 {
            "none is worn".to_owned()
        } else {
            format!("{worn} worn, all can be read")
        });
    }
    bail!(
        "what follows is left out of pages: mend the brand and apply it, or go back with `brand restore`\n       {}",
        wrong.join("\n       ")
    )
}

/// Whether others can read along.
async fn look_at_line(db: &Db) -> anyhow::Result<String> {
    if db.is_overheard().await? {
        bail!(
            "it is not encrypted, so whoever shares the network reads every name and hash: let the server offer TLS and \
             add `?sslmode=verify-full` to database_url (`&sslrootcert=FILE` for a certificate authority of your own)"
        );
    }
    Ok("this machine's own, or encrypted".to_owned())
}

/// Gives what the report says of it.
async fn look_at_database(
    settings: &Settings,
    keys: Option<&Keys>,
    findings: &mut Findings,
) -> serde_json::Value {
    let db = match open::database_to_read(settings).await {
        Ok(Some(db)) => db,
        Ok(None) => {
            let file = settings.database_file();
            findings.report("database", Ok(format!("{} will be made at the first start", file.display())));
            return serde_json::Value::Null;
        }
        Err(e) => {
            findings.report("database", Err(e));
            return serde_json::Value::Null;
        }
    };
    findings.report("database", Ok(db.kind().to_owned()));
    if !settings.database_url.is_empty() {
        findings.report("line to the database", look_at_line(&db).await);
    }
    findings.report(
        "tables",
        match db.tables().await {
            Ok(Tables::UpToDate) => Ok("up to date".to_owned()),
            Ok(Tables::Ahead(n)) => {
                Ok(format!("{} of a newer version, which this one can work beside", open::migrations(n)))
            }
            Ok(Tables::Missing(n)) => {
                Err(anyhow!("{} missing: run `patient-connect migrate`", open::migrations(n)))
            }
            Ok(Tables::Newer(n)) => {
                Err(anyhow!("{n} migrations are of a newer version of this program: run that version"))
            }
            Err(e) => Err(e.into()),
        },
    );
    if let Ok(Some(moving)) = moving::find(&db).await {
        findings.report("moving", Err(anyhow!("{}", open::not_served(&moving))));
    }
    if matches!(db.tables().await, Ok(Tables::UpToDate | Tables::Ahead(_))) {
        findings.report("brands", look_at_brands(&db).await);
    }
    peppers::look(&db, keys, findings).await;
    let about = if findings.quiet { report::about(&db).await } else { serde_json::Value::Null };
    db.close().await;
    about
}
