//! `request letter`: the letter for a code, as a page to print.

use std::path::PathBuf;

use anyhow::Context as _;
use askama::Template;

use super::{Acting, acting_app, create};
use crate::{
    actions::app::letter::{Lettered, letter_for},
    brands::Looks,
    cli::{not_found, open, refused, say},
    copy::Catalogue,
    letter::{Letter, Print, PrintedLetter},
};

/// Which letter, and how.
#[derive(Debug, clap::Args)]
pub(crate) struct PrintLetter {
    /// The code, as it was told when its request was created.
    #[arg(long)]
    code: String,
    /// The language of the letter. Left out: the request's, else English.
    #[arg(long, value_parser = create::languages())]
    language: Option<String>,
    /// In large type: at least 16 points throughout.
    #[arg(long)]
    large: bool,
    /// With the code letter by letter, too, as it is said on the telephone.
    #[arg(long)]
    spelled: bool,
    /// Where to put it. Left out: it is written to standard output.
    #[arg(long, value_name = "FILE.html")]
    out: Option<PathBuf>,
    #[command(flatten)]
    acting: Acting,
}

impl PrintLetter {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let (settings, context) = open::command_context(&self.acting.common).await?;
        let checked = settings.check()?;
        let app = acting_app(&context, self.acting.app).await?;
        let (request, code) = match letter_for(&context, &app, &self.code).await? {
            Lettered::For(request, code) => (request, code),
            Lettered::Problem(problem) => return Err(refused(problem.reason())),
            Lettered::Closed => {
                return Err(refused(
                    "the code is locked, frozen or expired: a letter with it would lead nowhere",
                ));
            }
            Lettered::NotFound => {
                return Err(not_found("this app has no connect request with this identity code"));
            }
        };
        let catalogue = Catalogue::load();
        let language = self.language.or_else(|| request.language.clone());
        let words = language.and_then(|tag| catalogue.find(&tag)).unwrap_or_else(|| catalogue.default());
        let grouped = code.grouped();
        let (keep, zone) = (&context.rules.retention, app.time_zone.unwrap_or(checked.time_zone));
        let letter = Letter::of_request(&app, &request, &grouped, &checked.base_url, keep, zone);
        let print = Print { large: self.large, spelled: self.spelled };
        let (words, dress) = Looks::new(catalogue.clone()).for_letter(&context, &app, words).await;
        let html = PrintedLetter::of(&letter, &words, print, dress).render()?;
        match self.out {
            Some(path) => {
                crate::owner_only::replace(&path, html.as_bytes())
                    .with_context(|| format!("cannot write {}", path.display()))?;
                say(format!("{}\tready to print", path.display()));
            }
            None => say(html),
        }
        Ok(())
    }
}
