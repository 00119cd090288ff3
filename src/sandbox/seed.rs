//! The sample clinic, the sample patient and her first invitations.

use anyhow::Context as _;

use crate::{
    actions::{
        ActionError, Context,
        account::confirm_address::take_for_confirmed,
        app::{
            create_request::{Created, NewRequest, create_request},
            list_requests::find_request,
        },
        journey::{choose_password::choose_password, create_account::create_account},
        operator::{apps, sample_records::add_records},
    },
    domain::{
        app_file::AppFile,
        application::{App, ConnectApp},
        brand::Logo,
        email::Email,
        secret::Policy,
    },
    installation::Installation,
    sandbox::Invitation,
};

/// The sample clinic's app, as its operator would write it.
const APP_FILE: &str = include_str!("fabrikam.toml");
const LOGO: &[u8] = include_bytes!("fabrikam.svg");

/// Name, email address and password of the sample patient.
pub const PATIENT: (&str, &str, &str) = ("Pat Example", "pat@example.com", "violet harbour tuesday lantern");

/// Who the sandbox's mails would be from, if they left it.
pub const MAIL_FROM: &str = "connect@fabrikam.example";

/// The invitations that wait for her.
const LETTERS: [(&str, &str, &str, &str); 4] = [
    ("patient-1001", "Emma’s visits", "What is the name of the street where you grew up?", "Lindenstraße"),
    ("patient-1002", "Your knee, Dr. Okafor", "Which word did we agree on at the desk?", "fred flintstone"),
    ("patient-1003", "Noah’s check-ups", "What are the last six invitations on your visit slip?", "qwmzrt"),
    ("patient-1004", "Blood pressure diary", "Which town did you name when we last met?", "Blue Harbour"),
];

/// Makes the sample app, or brings it up to date.
pub async fn app(context: &Context) -> anyhow::Result<App> {
    let file = AppFile::parse(APP_FILE).map_err(|problems| {
        anyhow::anyhow!(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
    })?;
    let logo = Logo::from_bytes(LOGO.to_vec()).map_err(|p| anyhow::anyhow!("the sample logo {p}"))?;
    let app = file.into_app(context.new_id(context.now()), true, Some(logo), Vec::new());
    // Certificates that were registered with a sandbox whose data is kept stay.
    let wanted = apps::Wanted { app, has_id: true, lists_certificates: false };
    let applied = apps::apply_all(context, &[wanted], false).await?;
    let plan = applied.ok().and_then(|mut plans| plans.pop());
    Ok(plan.context("one file with an id is clear")?.app)
}

/// The records that she holds: her own and her child's.
const RECORDS: [&str; 2] = ["Pat Example", "Emma Example"];

/// Makes the sample patient with her records, unless she is there.
pub async fn patient(context: &Context) -> anyhow::Result<()> {
    let (name, email, password) = PATIENT;
    let email = Email::parse(email).map_err(|p| anyhow::anyhow!(p.reason()))?;
    let password = choose_password(password, &[name]).await?.map_err(|p| anyhow::anyhow!(p.reason()))?;
    if let Some(person) = create_account(context, name, &email, &password).await? {
        add_records(context, person.id, &RECORDS).await?;
    }
    // She has been here before: she signs in, and that is all.
    take_for_confirmed(context, &email).await?;
    Ok(())
}

/// Writes fresh invitations. A sandbox whose data was kept has requests of before, but their codes were told once: so
/// their external IDs stay theirs, and the new ones are counted on.
pub async fn invitations(
    installation: &Installation,
    app: &ConnectApp,
) -> Result<Vec<Invitation>, ActionError> {
    let mut invitations = Vec::new();
    for (external_id, friendly_name, question, answer) in LETTERS {
        for round in 1.. {
            let external_id =
                if round == 1 { external_id.to_owned() } else { format!("{external_id}-{round}") };
            // Asked for first: what is refused has cost a slow hash, and a sandbox may have been started often.
            if find_request(&installation.context, app, &external_id).await?.is_some() {
                continue;
            }
            let new = NewRequest {
                external_id: &external_id,
                friendly_name,
                question,
                answer,
                callback_url: None,
                language: None,
                send_to: None,
                reminders: false,
            };
            match write(installation, app, &new).await? {
                Ok(invitation) => invitations.push(invitation),
                Err(Created::Duplicate) => continue,
                Err(_) => {}
            }
            break;
        }
    }
    Ok(invitations)
}

/// Creates a request and writes its invitation. `Err` says why it was refused.
pub async fn write(
    installation: &Installation,
    app: &ConnectApp,
    new: &NewRequest<'_>,
) -> Result<Result<Invitation, Created>, ActionError> {
    match create_request(&installation.context, app, new, Policy::Strict).await? {
        Created::Done { request, code } => Ok(Ok(Invitation {
            external_id: request.external_id,
            friendly_name: request.friendly_name,
            question: request.question,
            answer: new.answer.to_owned(),
            link: installation.link(&code.grouped()),
            identity_code: code.grouped(),
        })),
        refused => Ok(Err(refused)),
    }
}
