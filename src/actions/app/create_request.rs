//! An app creates a connect request for one of its patients.

use chrono::{DateTime, Utc};

use crate::actions::{
    ActionError, Context,
    app::idempotency::{self, Answer, Claim, Overtaken},
    audit::{self, About},
    invitations::{seal, write},
    journey::answer_question::answer_secrets,
    operator::webhook_secrets,
    record::record_expired,
};
use crate::{
    domain::{
        application::ConnectApp,
        audit::Deed,
        connect_request::ConnectRequest,
        email::Email,
        identity_code::IdentityCode,
        invitation::{Brings, Invitation},
        labels::{ExternalId, FriendlyName, LabelProblem},
        secret::{AnswerProblem, Policy, QuestionProblem, SecretAnswer, SecretQuestion},
        webhook::CallbackUrl,
    },
    hashing::StoredHash,
    keys::Hashes,
    ports,
    store::{Versioned, connect_requests, invitations, retry_on_conflict},
};

/// What the app sends.
#[derive(Clone)]
pub struct NewRequest<'a> {
    /// The app's own identifier for its patient.
    pub external_id: &'a str,
    /// Shown after the right answer.
    pub friendly_name: &'a str,
    /// The secret question.
    pub question: &'a str,
    /// Its answer.
    pub answer: &'a str,
    /// Where the app wants to be told.
    pub callback_url: Option<&'a CallbackUrl>,
    /// The tag of the patient's language; `None` leaves it to her browser.
    pub language: Option<&'a str>,
    /// Where the portal mails the invitation to; `None` leaves that to the app.
    pub send_to: Option<&'a Email>,
    /// Whether the portal reminds the patient, where it mails the invitation.
    pub reminders: bool,
}

/// What came of it.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "one is made for a call, and it is taken apart at once")]
pub enum Created {
    /// Made. The code is told this once and never again.
    Done {
        /// The request.
        request: ConnectRequest,
        /// Its code.
        code: IdentityCode,
    },
    /// "Only one request per app and external ID. A second is refused as a duplicate, whatever state the first is in."
    Duplicate,
    /// The question cannot be used.
    Question(QuestionProblem),
    /// The answer cannot be used.
    Answer(AnswerProblem),
    /// The external ID cannot be used.
    ExternalId(LabelProblem),
    /// The friendly name cannot be used.
    FriendlyName(LabelProblem),
    /// The portal has no mail server, so it cannot send the invitation.
    MailNotSetUp,
}

/// Creates a connect request.
pub async fn create_request(
    context: &Context,
    app: &ConnectApp,
    new: &NewRequest<'_>,
    policy: Policy,
) -> Result<Created, ActionError> {
    let created = create_request_once(context, app, new, policy, None).await?;
    Ok(created.expect("only a claim can be overtaken, and there is none"))
}

/// A claim on an idempotency key, and how the answer to be kept for it is written.
pub struct Once<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// Writes the answer: it holds the code, which nobody can know before.
    pub answer: &'a (dyn Fn(&ConnectRequest, &IdentityCode) -> Answer + Sync),
}

/// Creates a connect request and, under a claim, keeps the answer in the same transaction: either both are there or
/// neither.
pub async fn create_request_once(
    context: &Context,
    app: &ConnectApp,
    new: &NewRequest<'_>,
    policy: Policy,
    once: Option<&Once<'_>>,
) -> Result<Result<Created, Overtaken>, ActionError> {
    let sent = match Sent::check(new, policy) {
        Ok(sent) => sent,
        Err(refused) => return Ok(Ok(*refused)),
    };
    if new.send_to.is_some() && !context.can_mail {
        return Ok(Ok(Created::MailNotSetUp));
    }
    let permit = context.hasher.permit_for_app().await?;
    let now = context.now();
    let id = context.new_id(now);
    let code = draw_code(context);
    let secrets = answer_secrets(context, id, &sent.answer.fold());
    let answer_hash = permit.hash(&secrets, ports::bytes(&*context.random)).await;
    let request = ConnectRequest {
        id,
        app_id: app.id,
        external_id: sent.external_id.as_str().to_owned(),
        friendly_name: sent.friendly_name.as_str().to_owned(),
        question: sent.question.as_str().to_owned(),
        attempts_left: context.rules.attempts_allowed,
        attempts_allowed: context.rules.attempts_allowed,
        created_at: now,
        expires_at: context.rules.retention.expires_at(now),
        locked_at: None,
        last_authorized_at: None,
        callback_url: new.callback_url.map(|url| url.as_str().to_owned()),
        frozen_at: None,
        rearmed: 0,
        language: new.language.map(str::to_owned),
    };
    let kept = new.send_to.map(|to| seal(context, id, to, &code)).transpose()?;
    let invitation = kept.map(|kept| Invitation::new(&request, kept, new.reminders, now));
    let kept = once.map(|once| (once.claim, (once.answer)(&request, &code)));
    let code_hashes = context.code_hashes(&code);
    let made = Made { code_hashes, request: &request, answer_hash, invitation, kept };
    let saved = save(context, &made).await?;
    if made.invitation.is_some() {
        context.notifier.mail();
    }
    Ok(saved.map(|done| if done { Created::Done { request, code } } else { Created::Duplicate }))
}

/// What the app sent, when all of it can be used.
struct Sent {
    question: SecretQuestion,
    answer: SecretAnswer,
    external_id: ExternalId,
    friendly_name: FriendlyName,
}

impl Sent {
    fn check(new: &NewRequest<'_>, policy: Policy) -> Result<Sent, Box<Created>> {
        let question =
            SecretQuestion::parse(new.question, policy).map_err(|p| Box::new(Created::Question(p)))?;
        let answer =
            SecretAnswer::set(new.answer, &question, policy).map_err(|p| Box::new(Created::Answer(p)))?;
        let external_id = ExternalId::parse(new.external_id).map_err(|p| Box::new(Created::ExternalId(p)))?;
        let friendly_name =
            FriendlyName::parse(new.friendly_name).map_err(|p| Box::new(Created::FriendlyName(p)))?;
        Ok(Sent { question, answer, external_id, friendly_name })
    }
}

/// What is to be saved, all of it or nothing.
struct Made<'a> {
    request: &'a ConnectRequest,
    code_hashes: Hashes,
    answer_hash: StoredHash,
    invitation: Option<Invitation>,
    kept: Option<(&'a Claim, Answer)>,
}

/// False when the app has a request with this external ID.
async fn save(context: &Context, made: &Made<'_>) -> Result<Result<bool, Overtaken>, ActionError> {
    let request = made.request;
    retry_on_conflict!({
        let mut tx = context.db.write_for_app().await?;
        let old =
            connect_requests::find_by_external_id(&mut tx, request.app_id, &request.external_id).await?;
        if let Some(old) = old
            && !delete_if_gone(context, &mut tx, &old, request.created_at).await?
        {
            return Ok::<_, ActionError>(Ok(false));
        }
        if !connect_requests::insert(&mut tx, request, &made.code_hashes, &made.answer_hash).await? {
            return Ok(Ok(false));
        }
        if let Some(invitation) = &made.invitation {
            invitations::insert(&mut tx, invitation).await?;
            write(context, &mut tx, request, invitation, Brings::Invitation).await?;
        }
        if let Some((claim, answer)) = &made.kept
            && let Err(overtaken) = idempotency::keep_in(context, &mut tx, claim, answer).await?
        {
            return Ok(Err(overtaken));
        }
        audit::write_command(context, &mut tx, Deed::RequestCreated, About::app(request.app_id)).await?;
        if request.callback_url.is_some() {
            webhook_secrets::ensure(context, &mut tx, request.app_id).await?;
        }
        tx.commit().await?;
        Ok(Ok(true))
    })
}

/// A request whose time is over is as if deleted, also before the purge has come by.
pub(in crate::actions) async fn delete_if_gone(
    context: &Context,
    tx: &mut crate::store::Tx,
    request: &Versioned<ConnectRequest>,
    now: DateTime<Utc>,
) -> Result<bool, ActionError> {
    let gone = request.value.is_gone(now, &context.rules.retention);
    if gone {
        record_expired(context, tx, &request.value, now).await?;
        connect_requests::delete(tx, request, now).await?;
    }
    Ok(gone)
}

fn draw_code(context: &Context) -> IdentityCode {
    loop {
        if let Some(code) = IdentityCode::from_random(&ports::bytes(&*context.random)) {
            return code;
        }
    }
}
