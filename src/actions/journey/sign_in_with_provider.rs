//! A person signs in with a provider: she is sent there with a state that only this browser session can bring back, once,
//! and comes back vouched for. The first time that makes an account, or adds this way to the one that she is signed in
//! to. Two accounts are never joined because their addresses are equal.

use data_encoding::BASE64URL_NOPAD;
use url::Url;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    actions::{
        ActionError, Context,
        account::{history::note, notices},
        audit::{self, About},
    },
    domain::{
        account::AccountEvent,
        audit::Deed,
        mail::Notice,
        person::{Person, SignInEra},
        provider::{Profile, Trouble},
        retention::PROVIDER_SIGN_IN,
    },
    keys::{Hash, Hashes, Purpose},
    ports::{self, Asked, Brought, IdentityProvider, Proven},
    store::{
        persons,
        provider_credentials::{self, ProviderCredential},
        provider_sign_ins::{self, Begun},
    },
};

/// What she wants of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The journey that waits for it.
    pub journey_id: Option<Uuid>,
    /// Who is signed in, and adds this way to sign in.
    pub person_id: Option<Uuid>,
    /// An account of its own, although her address has one.
    pub new_account: bool,
}

/// What came of it.
#[derive(Debug)]
pub enum Came {
    /// It is her account. The text is the ID token, for signing out there.
    SignedIn(Person, Zeroizing<String>),
    /// She can sign in with it from now on.
    Added(Zeroizing<String>),
    /// It signs somebody else in.
    SomebodyElses,
    /// An account has the address that the provider has verified, and it is not told whether it is hers.
    AddressKnown,
    /// Nothing of the kind is under way in this browser session: it took too long, was begun elsewhere, or came twice.
    NotUnderWay,
    /// The provider vouches for nobody.
    Trouble(Trouble),
}

/// Somebody who is back from a provider.
#[derive(Debug)]
pub struct Back {
    /// What she wanted; nothing where nothing was under way.
    pub wanted: Wanted,
    /// What came of it.
    pub came: Came,
}

/// What is made of a state that is stored under `stored`: nobody can tell it from the state without the pepper.
fn asked(context: &Context, stored: &Hash, state: Zeroizing<String>) -> Asked {
    let made = |what: &[u8]| {
        let parts = [what, state.as_bytes()];
        let hash = Zeroizing::new(context.keys.hash_beside(stored, Purpose::ProviderSignIn, &parts));
        Zeroizing::new(BASE64URL_NOPAD.encode(&*hash))
    };
    Asked { nonce: made(b"nonce"), verifier: made(b"verifier"), state }
}

fn state_hashes(context: &Context, state: &str) -> Hashes {
    context.keys.hashes(Purpose::ProviderSignIn, &[b"state", state.as_bytes()])
}

/// Notes that a sign-in is under way, and gives the address to send her to.
pub async fn begin(
    context: &Context,
    provider: &dyn IdentityProvider,
    session_id: Uuid,
    wanted: Wanted,
    language: &str,
) -> Result<Result<Url, Trouble>, ActionError> {
    let state = Zeroizing::new(BASE64URL_NOPAD.encode(&ports::bytes::<32>(&*context.random)));
    let hashes = state_hashes(context, &state);
    let address = match provider.begin(asked(context, hashes.written(), state), language).await {
        Ok(address) => address,
        Err(trouble) => return Ok(Err(noted(provider, trouble))),
    };
    let begun = Begun {
        session_id,
        provider: provider.about().name.to_string(),
        journey_id: wanted.journey_id,
        person_id: wanted.person_id,
        new_account: wanted.new_account,
        created_at: context.now(),
    };
    let mut tx = context.db.write().await?;
    provider_sign_ins::insert(&mut tx, &hashes, &begun).await?;
    tx.commit().await?;
    Ok(Ok(address))
}

/// Takes what the browser brought back. `nameless` is what she is called where the provider gives no name.
pub async fn complete(
    context: &Context,
    provider: &dyn IdentityProvider,
    session_id: Uuid,
    state: &str,
    brought: Brought,
    nameless: &str,
) -> Result<Back, ActionError> {
    let name = provider.about().name.as_str();
    let hashes = state_hashes(context, state);
    // Taken before anything is asked: the same answer brought twice is exchanged once.
    let mut tx = context.db.write().await?;
    let since = context.now() - PROVIDER_SIGN_IN;
    let begun = provider_sign_ins::take(&mut tx, &hashes, session_id, name, since).await?;
    tx.commit().await?;
    let Some((hash, begun)) = begun else {
        return Ok(Back { wanted: Wanted::default(), came: Came::NotUnderWay });
    };
    let wanted =
        Wanted { journey_id: begun.journey_id, person_id: begun.person_id, new_account: begun.new_account };
    let asked = asked(context, &hash, Zeroizing::new(state.to_owned()));
    let came = match provider.prove(brought, asked, context.clock.real()).await {
        Ok(proven) => vouched_for(context, provider, proven, wanted, nameless).await?,
        Err(trouble) => Came::Trouble(noted(provider, trouble)),
    };
    Ok(Back { wanted, came })
}

/// For the operator's eyes: what is wrong, and nothing that was sent.
fn noted(provider: &dyn IdentityProvider, trouble: Trouble) -> Trouble {
    let name = provider.about().name.as_str();
    match trouble {
        Trouble::Away(why) => tracing::warn!(provider = name, why, "a provider is away"),
        Trouble::Refused(why) => {
            tracing::warn!(provider = name, why, "a sign-in with a provider was refused");
        }
        Trouble::Cancelled => {}
    }
    trouble
}

async fn vouched_for(
    context: &Context,
    provider: &dyn IdentityProvider,
    proven: Proven,
    wanted: Wanted,
    nameless: &str,
) -> Result<Came, ActionError> {
    let subject = provider.about().subject(&proven.subject);
    if let Some(person_id) = wanted.person_id {
        return add(context, person_id, &proven, subject).await;
    }
    if let Some(person) = whose(context, &subject).await? {
        return Ok(Came::SignedIn(person, proven.id_token));
    }
    let profile = match provider.profile(&proven).await {
        Ok(profile) => profile,
        Err(trouble) => return Ok(Came::Trouble(noted(provider, trouble))),
    };
    match make_account(context, &profile, &subject, wanted.new_account, nameless).await? {
        Made::Account(person) => Ok(Came::SignedIn(person, proven.id_token)),
        Made::AddressKnown => Ok(Came::AddressKnown),
        // The same sign-in in two tabs: the other one made it.
        Made::Already => Ok(match whose(context, &subject).await? {
            Some(person) => Came::SignedIn(person, proven.id_token),
            None => Came::NotUnderWay,
        }),
    }
}

async fn whose(context: &Context, subject: &str) -> Result<Option<Person>, ActionError> {
    let mut tx = context.db.read().await?;
    match provider_credentials::find(&mut tx, subject).await? {
        Some(person_id) => Ok(persons::find(&mut tx, person_id).await?),
        None => Ok(None),
    }
}

fn credential(subject: &str, profile: &Profile) -> ProviderCredential {
    let email = profile.own_email();
    ProviderCredential {
        subject: subject.to_owned(),
        email_key: email.as_ref().map(|email| email.key()),
        email: email.map(|email| email.as_str().to_owned()),
    }
}

async fn add(
    context: &Context,
    person_id: Uuid,
    proven: &Proven,
    subject: String,
) -> Result<Came, ActionError> {
    // Her account has an address of its own: the provider's is not taken over.
    let credential = ProviderCredential { subject, email: None, email_key: None };
    let mut tx = context.db.write().await?;
    if !provider_credentials::lock_person(&mut tx, person_id).await? {
        return Ok(Came::NotUnderWay);
    }
    let added = provider_credentials::insert(&mut tx, person_id, &credential, context.now()).await?;
    if !added && provider_credentials::find(&mut tx, &credential.subject).await? != Some(person_id) {
        return Ok(Came::SomebodyElses);
    }
    if added {
        note(context, &mut tx, person_id, AccountEvent::ProviderAdded).await?;
        notices::tell(context, &mut tx, person_id, Notice::ProviderAdded, None).await?;
    }
    tx.commit().await?;
    context.notifier.mail();
    Ok(Came::Added(proven.id_token.clone()))
}

enum Made {
    Account(Person),
    AddressKnown,
    Already,
}

async fn make_account(
    context: &Context,
    profile: &Profile,
    subject: &str,
    although_known: bool,
    nameless: &str,
) -> Result<Made, ActionError> {
    let now = context.now();
    let name = profile.person_name().map_or_else(|| nameless.to_owned(), |name| name.as_str().to_owned());
    let person = Person { id: context.new_id(now), name, created_at: now, era: SignInEra::default() };
    let mut credential = credential(subject, profile);
    let mut tx = context.db.write().await?;
    if let Some(key) = &credential.email_key
        && provider_credentials::email_is_known(&mut tx, key).await?
    {
        if !although_known {
            return Ok(Made::AddressKnown);
        }
        // The address stays with the account that has it.
        credential = ProviderCredential { subject: subject.to_owned(), email: None, email_key: None };
    }
    if !provider_credentials::insert_person(&mut tx, &person, &credential).await? {
        return Ok(Made::Already);
    }
    audit::write(context, &mut tx, Deed::AccountMade, About::person(person.id)).await?;
    tx.commit().await?;
    Ok(Made::Account(person))
}
