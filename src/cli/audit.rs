//! `audit verify / export`: whether the audit log is as it was written, and its lines for other programs.

use anyhow::bail;
use data_encoding::HEXLOWER_PERMISSIVE;
use serde_json::json;

use super::{Common, open, refused, say};
use crate::actions::{
    Context,
    audit::{self, Anchor, Holds},
};

/// Subcommands of `audit`.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Audit {
    /// Go through the whole audit log; end with status 4 and name the first line that is not as it was written.
    #[command(
        after_help = "Keep the last line's number and hash elsewhere (the portal logs them, too): with --anchor they \
                      show that nothing was cut off."
    )]
    Verify {
        /// A line that must be there, as an earlier run or the portal's log named it.
        #[arg(long, value_name = "NUMBER:HASH", value_parser = anchor)]
        anchor: Option<Anchor>,
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Write the lines as JSON, one a line, the oldest first.
    Export {
        /// Only those after this number.
        #[arg(long, value_name = "NUMBER", default_value_t = 0)]
        after: i64,
        #[command(flatten)]
        common: Common,
    },
}

fn anchor(text: &str) -> Result<Anchor, String> {
    let wrong = || "is a number, a colon and a hash, as `audit verify` prints them".to_owned();
    let (number, hash) = text.split_once(':').ok_or_else(wrong)?;
    let number = number.parse().map_err(|_| wrong())?;
    let hash = HEXLOWER_PERMISSIVE.decode(hash.as_bytes()).map_err(|_| wrong())?;
    Ok(Anchor { number, hash })
}

impl Audit {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        match self {
            Audit::Verify { anchor, json, common } => {
                let (_, context) = open::command_context(&common).await?;
                // Where no portal runs, nobody else has.
                audit::chain(&context).await?;
                verify(&context, anchor.as_ref(), json).await
            }
            Audit::Export { after, common } => {
                let (_, context) = open::command_context(&common).await?;
                audit::chain(&context).await?;
                export(&context, after).await
            }
        }
    }
}

async fn verify(context: &Context, anchor: Option<&Anchor>, as_json: bool) -> anyhow::Result<()> {
    let Holds { first, last } = match audit::verify(context, anchor).await? {
        Ok(holds) => holds,
        Err(wrong) => return Err(refused(format!("the audit log does not hold: {wrong}"))),
    };
    let hash = HEXLOWER_PERMISSIVE.encode(&last.hash);
    if as_json {
        say(json!({ "first": first, "last": last.number, "hash": hash }));
    } else if last.number < first {
        say("the audit log holds: it has no lines");
    } else {
        say(format!("the audit log holds: lines {first} to {}\nanchor {}:{hash}", last.number, last.number));
    }
    Ok(())
}

async fn export(context: &Context, after: i64) -> anyhow::Result<()> {
    let mut after = after;
    loop {
        let lines = audit::export(context, after).await?;
        let Some((last, _)) = lines.last() else { return Ok(()) };
        if *last <= after {
            bail!("the audit log cannot be read in order: run `patient-connect audit verify`");
        }
        after = *last;
        for (_, line) in lines {
            say(line);
        }
    }
}
