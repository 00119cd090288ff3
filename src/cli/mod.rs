//! The command line: one file a command. Failures go to stderr with a non-zero exit that tells their kind; what a
//! script reads goes to stdout.

mod app;
mod audit;
mod backup;
mod brand;
mod demo;
mod doctor;
mod keys;
mod mail;
mod maintain;
mod moving;
mod open;
mod providers;
mod ready;
mod request;
mod restore;
mod serve;
mod stop;
mod upgrade_check;

use std::{io::Write, path::PathBuf, process::ExitCode};

use clap::{CommandFactory, Parser, Subcommand};

use crate::{actions::ActionError, store::StoreError};

/// Connects a clinic's app to a patient's health record, at the patient's own hand.
#[derive(Debug, Parser)]
#[command(
    name = "patient-connect",
    version,
    about,
    propagate_version = true,
    subcommand_required = true,
    after_help = EXIT_CODES
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// Options that every command takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Common {
    /// Settings file (TOML). Every setting can also be given as an environment variable PATIENT_CONNECT_…
    #[arg(long, value_name = "FILE", env = "PATIENT_CONNECT_CONFIG")]
    config: Option<PathBuf>,
    /// Directory of the embedded database and its keys.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start a two-sided sandbox on this machine: the portal, a sample clinic, a sample patient.
    Demo(demo::Demo),
    /// Run the portal.
    Serve(serve::Serve),
    /// Register and change apps, their keys and certificates.
    #[command(subcommand)]
    App(app::App),
    /// Make, check, show and store a clinic's brand.
    #[command(subcommand)]
    Brand(brand::Brand),
    /// Create, list, show and delete connect requests, as an app would.
    #[command(subcommand)]
    Request(request::Request),
    /// Bring the database's tables to what this version needs.
    Migrate(maintain::Migrate),
    /// Delete what has had its time. A running portal does it by itself.
    Purge(maintain::Purge),
    /// Copy the database to FILE while the portal runs.
    Backup(backup::Backup),
    /// Put a backup into an empty place.
    Restore(restore::Restore),
    /// Move the installation from the embedded database into an empty PostgreSQL database, and prove that all of it is there.
    Move(moving::Move),
    /// The audit log: whether it is as it was written, and its lines for other programs.
    #[command(subcommand)]
    Audit(audit::Audit),
    /// The key file's peppers: a new one beside the old, without signing anybody out, and how far that is.
    #[command(subcommand)]
    Keys(keys::Peppers),
    /// Rehearse this version's migrations and brands on a copy of the data, which stays as it is.
    UpgradeCheck(upgrade_check::UpgradeCheck),
    /// Ask the running portal whether it can work; for container engines and service managers.
    Ready(ready::Ready),
    /// Check settings, keys and database; say what is wrong and how to mend it.
    Doctor(doctor::Doctor),
    /// Print every setting with its variable, its default and its meaning (Markdown).
    Settings,
}

/// What scripts can rely on.
const EXIT_CODES: &str = "Exit codes:
  0  done
  1  failed: a file, the settings or the database
  2  the command line is wrong
  3  there is no such app, key or connect request
  4  refused by the rules: a duplicate, a value that cannot be used, a file that is wrong

Results go to stdout, messages to stderr. Commands that list, show or create take --json.";

/// A failure whose kind a script is told by the exit code.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
struct Ended {
    code: u8,
    message: String,
}

/// There is no such thing.
pub(crate) fn not_found(message: impl Into<String>) -> anyhow::Error {
    Ended { code: 3, message: message.into() }.into()
}

/// The rules refuse it.
pub(crate) fn refused(message: impl Into<String>) -> anyhow::Error {
    Ended { code: 4, message: message.into() }.into()
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => return fail(&e.into()),
    };
    let outcome = match cli.command {
        // actix-web brings its own runtime.
        Command::Demo(command) => actix_web::rt::System::new().block_on(command.run()),
        Command::Serve(command) => actix_web::rt::System::new().block_on(command.run()),
        Command::App(command) => runtime.block_on(command.run()),
        // Its preview serves pages.
        Command::Brand(command) => actix_web::rt::System::new().block_on(command.run()),
        Command::Request(command) => runtime.block_on(command.run()),
        Command::Migrate(command) => runtime.block_on(command.run()),
        Command::Purge(command) => runtime.block_on(command.run()),
        Command::Backup(command) => runtime.block_on(command.run()),
        Command::Restore(command) => runtime.block_on(command.run()),
        Command::Move(command) => runtime.block_on(command.run()),
        Command::Audit(command) => runtime.block_on(command.run()),
        Command::Keys(command) => runtime.block_on(command.run()),
        Command::UpgradeCheck(command) => runtime.block_on(command.run()),
        Command::Ready(command) => runtime.block_on(command.run()),
        Command::Doctor(command) => runtime.block_on(command.run()),
        Command::Settings => {
            say(crate::config::Settings::page().trim_end());
            Ok(())
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => fail(&e),
    }
}

/// The words of the command that the process was started with, such as `app key new`: without its arguments, which may say
/// of whom it is about.
pub(crate) fn command_words() -> String {
    let mut words = Vec::new();
    // The same that `run` has parsed already.
    if let Ok(matches) = Cli::command().try_get_matches_from(std::env::args_os()) {
        let mut at = &matches;
        while let Some((word, below)) = at.subcommand() {
            words.push(word.to_owned());
            at = below;
        }
    }
    words.join(" ")
}

fn fail(e: &anyhow::Error) -> ExitCode {
    note(format_args!("{e:#}"));
    if is_unknown(e) {
        note("it is not known whether this was done: look at what is there before you run it again");
    }
    e.downcast_ref::<Ended>().map_or(ExitCode::FAILURE, |ended| ExitCode::from(ended.code))
}

/// Whether the database went away while it was writing.
fn is_unknown(e: &anyhow::Error) -> bool {
    e.chain().any(|cause| {
        cause.downcast_ref::<ActionError>().is_some_and(ActionError::is_unknown)
            || matches!(cause.downcast_ref(), Some(StoreError::Unknown(_)))
    })
}

/// Writes a note for people to stderr.
pub(crate) fn note(line: impl std::fmt::Display) {
    // Nobody reads a stderr that cannot be written: no reason to end.
    let _lost = writeln!(std::io::stderr(), "patient-connect: {line}");
}

/// An instant as commands write it: RFC 3339, as in the API.
pub(crate) fn time(at: chrono::DateTime<chrono::Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
}

/// Writes a line for people or scripts. A closed pipe ends the command without a complaint.
pub(crate) fn say(line: impl std::fmt::Display) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{line}").and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_of_which_nobody_knows_whether_it_was_done_is_told_from_one_that_did_nothing() {
        let unknown = || StoreError::Unknown(sqlx::Error::PoolClosed);
        assert!(is_unknown(&unknown().into()));
        assert!(is_unknown(&ActionError::from(unknown()).into()));
        assert!(is_unknown(&anyhow::Error::from(unknown()).context("the app was not saved")));
        assert!(!is_unknown(&StoreError::Away(sqlx::Error::PoolClosed).into()));
        assert!(!is_unknown(&refused("no")));
    }
}
