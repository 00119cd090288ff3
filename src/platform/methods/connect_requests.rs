//! CreateConnectRequest, UpdateExternalId, GetAuthorizedConnectRequests, DeletePendingConnectRequest.

use crate::{
    actions::{
        app::create_request::{Created, NewRequest, create_request},
        app::delete_request::{Deleted, delete_request},
        app::poll_authorized::{MOST, Pickup, TooMany, poll_authorized},
        app::update_external_id::{Named, Updated, update_external_id as update},
    },
    domain::{
        identity_code::IdentityCode,
        labels::{ExternalId, FriendlyName, LabelProblem},
        secret::{AnswerProblem, Policy, QuestionProblem},
    },
    platform::{
        answer::{Answer, Xml},
        call::Call,
        fault::{Code, Failure, Fault},
        time,
        xml::Element,
    },
};

/// Schema type `stringnz`: at least one character.
fn some_text<'e>(element: &'e Element<'_>) -> Result<&'e str, Fault> {
    let text = element.text()?;
    if text.is_empty() {
        return Err(Fault::xml(format!("<{}> is empty.", element.name)));
    }
    Ok(text)
}

fn is_blank(info: &Element<'_>, name: &str) -> bool {
    info.find(name).and_then(|element| element.text().ok()).is_some_and(|text| text.trim().is_empty())
}

fn bad_question(problem: QuestionProblem) -> Fault {
    let code = match problem {
        QuestionProblem::TooLong { .. } => Code::InvalidXml,
        _ => Code::InvalidVerificationQuestion,
    };
    Fault::new(code, problem.reason())
}

fn bad_answer(problem: AnswerProblem) -> Fault {
    let code = match problem {
        AnswerProblem::TooLong { .. } => Code::InvalidXml,
        _ => Code::InvalidVerificationAnswer,
    };
    Fault::new(code, problem.reason())
}

fn bad_label(problem: LabelProblem, what: &str) -> Fault {
    Fault::xml(problem.reason(what))
}

fn duplicate() -> Fault {
    let what = "The app has a connect request with this external ID already.";
    Fault::new(Code::DuplicateConnectRequest, what)
}

fn not_found() -> Fault {
    Fault::new(Code::InvalidIdentityCode, "The app has no such connect request.")
}

/// CreateConnectRequest.
pub(super) async fn create(call: &Call<'_>) -> Result<Answer, Failure> {
    // "The documents name 72 / 73 for it, so check these before the general 3."
    if is_blank(call.info, "question") {
        return Err(bad_question(QuestionProblem::Blank).into());
    }
    if is_blank(call.info, "answer") {
        return Err(bad_answer(AnswerProblem::Blank).into());
    }
    let mut children = call.info.children()?;
    let friendly_name = some_text(children.required("friendly-name")?)?;
    let question = some_text(children.required("question")?)?;
    let answer = some_text(children.required("answer")?)?;
    let external_id = some_text(children.required("external-id")?)?;
    // "Currently not supported": accepted and ignored, as the classic service did.
    children.optional("call-back-url");
    children.end()?;
    let new = NewRequest {
        external_id,
        friendly_name,
        question,
        answer,
        callback_url: None,
        language: None,
        send_to: None,
        reminders: false,
    };
    match create_request(call.context, &call.app, &new, Policy::Classic).await? {
        Created::Done { code, .. } => {
            let mut xml = Xml::default();
            xml.element("identity-code", &code.grouped());
            Ok(Answer::with("CreateConnectRequest", &xml))
        }
        Created::Duplicate => Err(duplicate().into()),
        Created::Question(problem) => Err(bad_question(problem).into()),
        Created::Answer(problem) => Err(bad_answer(problem).into()),
        Created::ExternalId(problem) => Err(bad_label(problem, ExternalId::WHAT).into()),
        Created::FriendlyName(problem) => Err(bad_label(problem, FriendlyName::WHAT).into()),
        Created::MailNotSetUp => Err(Fault::new(Code::Failed, "This method asks for no mail.").into()),
    }
}

/// UpdateExternalId.
pub(super) async fn update_external_id(call: &Call<'_>) -> Result<Answer, Failure> {
    let mut children = call.info.children()?;
    let code = children.optional("identity-code");
    let old = match code {
        Some(code) => some_text(code)?,
        None => some_text(children.required("old-external-id")?)?,
    };
    let new = some_text(children.required("new-external-id")?)?;
    children.end()?;
    let code = match code {
        Some(_) => Some(IdentityCode::parse(old).map_err(|_| not_found())?),
        None => None,
    };
    let named = code.as_ref().map_or(Named::ExternalId(old), Named::Code);
    match update(call.context, &call.app, &named, new).await? {
        Updated::Done(_) => Ok(Answer::done()),
        Updated::Duplicate => Err(duplicate().into()),
        Updated::NotFound => Err(not_found().into()),
        Updated::ExternalId(problem) => Err(bad_label(problem, ExternalId::WHAT).into()),
    }
}

/// GetAuthorizedConnectRequests.
pub(super) async fn list_authorized(call: &Call<'_>) -> Result<Answer, Failure> {
    let mut children = call.info.children()?;
    let since = children.optional("authorized-connect-requests-since");
    children.end()?;
    let since = since
        .map(|since| {
            let bad = || Fault::new(Code::InvalidDatetime, "since is not a time.");
            since.token().map_err(|_| bad()).and_then(|text| time::parse(text).ok_or_else(bad))
        })
        .transpose()?;
    let app_id = call.app.id.to_string();
    let mut xml = Xml::default();
    let write = |pickups: &[Pickup]| {
        for pickup in pickups {
            let specific = [("app-specific-record-id", pickup.app_specific_record_id.as_str())];
            xml.open("connect-request")
                .element("person-id", &pickup.person_pseudonym.to_string())
                .element_with("record-id", &specific, &pickup.record_pseudonym.to_string())
                .element("app-id", &app_id)
                .element("external-id", &pickup.external_id)
                .close("connect-request");
        }
    };
    poll_authorized(call.context, &call.app, since, MOST, write).await?.map_err(|TooMany| {
        Fault::new(Code::ResponseTooLong, "There are too many: ask with a later since.")
    })?;
    Ok(Answer::with("GetAuthorizedConnectRequests", &xml))
}

/// DeletePendingConnectRequest.
pub(super) async fn delete(call: &Call<'_>) -> Result<Answer, Failure> {
    let mut children = call.info.children()?;
    let external_id = some_text(children.required("external-id")?)?;
    children.end()?;
    match delete_request(call.context, &call.app, external_id).await? {
        Deleted::Done => Ok(Answer::done()),
        Deleted::NotFound => Err(not_found().into()),
        Deleted::AlreadyAuthorized => {
            let what = "The connect request was authorized and cannot be deleted.";
            Err(Fault::new(Code::ConnectRequestAlreadyAuthorized, what).into())
        }
    }
}
