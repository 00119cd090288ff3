//! The request behind a page: language, session, form token, address. Made from headers and cookies; for a visitor
//! without a session the database is not asked.

pub(super) mod answer;

use std::{cell::OnceCell, net::IpAddr, sync::Arc};

use actix_web::{
    FromRequest, HttpRequest,
    cookie::{Cookie, CookieBuilder, time::Duration as CookieAge},
    dev::Payload,
    http::header,
    web::Data,
};
use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    brand,
    chrome::Chrome,
    classic_link::{self, Parameters},
    fault::Fault,
    form_cookie,
    problems::Problem,
    seal::Seal,
    session::{self, Session, SignedIn},
    spliced::Spliced,
    spoken::Spoken,
};
use crate::{
    actions::{
        Context,
        account::signed_in::{self, SignIn},
        journey::{
            devices::{self, Device},
            sessions,
        },
    },
    brands::Look,
    copy::{Arg, Words},
    domain::{
        application::App,
        audit::{By, Origin},
        browser::Browser,
        email_code::Errand,
        person::Person,
        retention::Stay,
    },
    installation::Installation,
    keys::Purpose,
    ports::{self, IdentityProvider},
    web::{
        assets::Assets,
        client_address::{address_of, network},
        limits::Limit,
    },
};

const LANGUAGE_COOKIE: &str = "language";
const DEVICE_COOKIE: &str = "device";

/// One request to a page, with who is asking.
pub struct Request {
    /// The installation.
    pub installation: Data<Installation>,
    /// The time of the request.
    pub now: DateTime<Utc>,
    /// The language to answer in.
    pub words: Spoken,
    /// The browser's session, if it has one.
    pub session: Session,
    /// The browser, in plain words.
    pub browser: Browser,
    /// What stands behind `?`, by name in lower case.
    pub query: Parameters,
    address: IpAddr,
    here: String,
    device_cookie: Option<String>,
    form_cookie: Option<String>,
    new_form_cookie: OnceCell<String>,
    look: OnceCell<Option<Arc<Look>>>,
    spliced: Option<Data<Spliced>>,
    context: OnceCell<Context>,
}

impl std::fmt::Debug for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Request")
    }
}

impl FromRequest for Request {
    type Error = Fault;
    type Future = std::future::Ready<Result<Self, Fault>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(Ok(Request::of(req)))
    }
}

impl Request {
    /// Reads a request.
    pub fn of(req: &HttpRequest) -> Self {
        let installation =
            req.app_data::<Data<Installation>>().expect("the installation is part of every app").clone();
        let now = installation.context.now();
        let secure = installation.site.secure();
        let header = |name| req.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let cookie = |name| req.cookie(&session::cookie_name(name, secure)).map(|c| c.value().to_owned());
        let session = Session::of(req, now);
        // Her own choice, which goes with her account, above the app's and the browser's.
        let own = session.language().or_else(|| cookie(LANGUAGE_COOKIE));
        let own = own.and_then(|tag| installation.catalogue.find(&tag).cloned());
        let words =
            Spoken::new(own, installation.catalogue.negotiate(header(header::ACCEPT_LANGUAGE)).clone());
        Self {
            now,
            words,
            session,
            browser: Browser::of(header(header::USER_AGENT)),
            query: classic_link::parameters(req.query_string()),
            address: address_of(req, &installation.site),
            here: classic_link::without_code(req.path(), req.query_string()),
            device_cookie: cookie(DEVICE_COOKIE),
            form_cookie: cookie(form_cookie::NAME).filter(|value| form_cookie::is_whole(value)),
            new_form_cookie: OnceCell::new(),
            look: OnceCell::new(),
            spliced: req.app_data::<Data<Spliced>>().cloned(),
            context: OnceCell::new(),
            installation,
        }
    }

    /// What use cases need, with who asks: whoever was signed in when it was first wanted.
    pub fn context(&self) -> &Context {
        self.context.get_or_init(|| {
            let by = self.signed_in().map_or(By::Someone, |who| By::Person(who.person_id));
            self.installation.context.acting(Origin { by, address: Some(self.address) })
        })
    }

    /// The page is about a request for which the app chose this language.
    pub fn speak(&self, language: Option<&str>) {
        if let Some(words) = language.and_then(|tag| self.installation.catalogue.find(tag)) {
            self.words.of_request(words.clone());
        }
    }

    /// The page is about a request of this app, and wears what it wears.
    pub fn wear(&self, app: &App) {
        // The first counts, as with the language: a page is about one.
        let _ = self.look.set(self.installation.looks.of(Some(app)));
    }

    /// The words of the page, with those of the brand that it wears above them.
    fn worn_words(&self) -> Arc<Words> {
        self.words_in(self.look.get().cloned().unwrap_or_else(|| self.installation.looks.of(None)).as_ref())
    }

    /// The words of a page that wears this.
    fn words_in(&self, look: Option<&Arc<Look>>) -> Arc<Words> {
        look.map_or_else(|| (*self.words).clone(), |look| look.words(&self.words))
    }

    /// Counts a try.
    pub fn charge(&self, limit: Limit) -> Result<(), Fault> {
        self.installation.site.limits.check(limit, self.address).map_err(Fault::TooManyRequests)
    }

    /// The browser, if someone has signed in with it before, or recovered her account in it.
    pub fn device(&self) -> Option<Device> {
        let kept = self.session.device().or_else(|| self.device_cookie.clone())?;
        Device::open(self.context(), &kept)
    }

    /// A person's password was changed here, which made all browsers unknown to her account: this one is known until she
    /// signs in. Then she says whether others use it, and whether a cookie is left.
    pub async fn know_until_sign_in(&self, person_id: Uuid) -> Result<(), Fault> {
        let device = devices::remember(self.context(), self.device(), person_id).await?;
        self.session.set_device(&device.cookie(self.context()));
        Ok(())
    }

    /// The cookie by which a person's account knows this browser after she signed in, for as long as browsers keep one.
    /// None on a shared computer.
    pub async fn known_device(&self, person_id: Uuid) -> Result<Option<Cookie<'static>>, Fault> {
        if self.session.stay() == Stay::Shared {
            return Ok(None);
        }
        let device = devices::remember(self.context(), self.device(), person_id).await?;
        let value = device.cookie(self.context());
        Ok(Some(self.cookie(DEVICE_COOKIE, value).max_age(CookieAge::days(400)).finish()))
    }

    /// Counts a code that is mailed to an address, known or not: all of them, and those that are asked for from here.
    pub fn charge_mail(&self, email_key: &str) -> Result<(), Fault> {
        let network = match network(self.address) {
            IpAddr::V4(v4) => v4.octets().to_vec(),
            IpAddr::V6(v6) => v6.octets().to_vec(),
        };
        let hash = |parts: &[&[u8]]| self.context().keys.hash_for_now(Purpose::Form, parts);
        let (all, here) =
            (hash(&[b"mail", email_key.as_bytes()]), hash(&[b"mail from", email_key.as_bytes(), &network]));
        self.installation.site.limits.check_mail(all, here).map_err(Fault::TooManyRequests)
    }

    /// Who is signed in.
    pub fn signed_in(&self) -> Option<SignedIn> {
        self.session.signed_in()
    }

    /// Makes the browser's session, or keeps the one it has.
    pub fn begin(&self, session_id: Uuid) {
        self.session.begin(session_id, self.fresh_token());
    }

    /// Notes the proof that this browser waits with, in a session that is made where there is none, and what she said
    /// about the computer.
    pub fn await_proof(&self, errand: Errand, id: Uuid, stay: Stay) {
        let session_id = self.session.id().unwrap_or_else(|| ports::new_pseudonym(&*self.context().random));
        self.begin(session_id);
        self.session.set_proof(errand, Some(id), stay);
    }

    /// Someone signed in. It is written down, and the session gets a new cookie and a new form token. `None`: all her
    /// sign-ins were ended meanwhile.
    pub async fn sign_in(&self, who: &Person, stay: Stay) -> Result<Option<Uuid>, Fault> {
        let language = self.words.tag().to_owned();
        let device = self.device();
        // On a shared computer the choice may be another person's.
        let chosen = self.words.chosen().filter(|_| stay != Stay::Shared).map(|words| words.tag().to_owned());
        let it = SignIn { person_id: who.id, era: who.era, browser: self.browser, language, chosen, device };
        let Some(noted) = signed_in::note(self.context(), &it).await? else { return Ok(None) };
        let session_id = self.session.id().unwrap_or_else(|| ports::new_pseudonym(&*self.context().random));
        self.begin(session_id);
        self.session.replace_cookie();
        self.session.sign_in(who, self.browser, stay, self.fresh_token());
        if let Some(language) = noted.language {
            self.session.read_in(&language);
        }
        Ok(Some(session_id))
    }

    /// "Not you?": the person is signed out, the session's journeys stay for who signs in next.
    pub fn sign_out_of_journey(&self) {
        self.session.replace_cookie();
        self.session.sign_out_of_journey(self.fresh_token());
    }

    /// She is done: on a shared computer that ends the sign-in, with all that the session knew. Gives what the page says
    /// of it.
    pub async fn end_on_shared_computer(&self) -> Result<Option<String>, Fault> {
        let Some(session_id) = self.session.id().filter(|_| self.session.is_of_shared_computer()) else {
            return Ok(None);
        };
        sessions::end(self.context(), session_id).await?;
        self.session.end();
        Ok(Some(self.say("stay-ended")))
    }

    /// Notes that a provider signed her in, and what signs her out there.
    pub(super) fn came_with(&self, provider: &dyn IdentityProvider, id_token: &str) {
        let sealed = self.context().keys.seal(
            Purpose::ProviderSignIn,
            b"id token",
            &*self.context().random,
            id_token.as_bytes(),
        );
        self.session.came_with(provider.about().name.as_str(), &BASE64URL_NOPAD.encode(&sealed));
    }

    /// The provider that signed her in, and what signs her out there.
    pub(super) fn provider_of_session(&self) -> Option<(&dyn IdentityProvider, Zeroizing<String>)> {
        let (name, sealed) = self.session.provider()?;
        let provider = self.installation.provider(&name)?;
        let sealed = BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
        let opened = self.context().keys.open(Purpose::ProviderSignIn, b"id token", &sealed)?;
        Some((&**provider, Zeroizing::new(std::str::from_utf8(&opened).ok()?.to_owned())))
    }

    fn fresh_token(&self) -> String {
        form_cookie::fresh(&*self.installation.context.random)
    }

    /// A sentence without variables.
    pub fn say(&self, key: &str) -> String {
        self.worn_words().text(key).to_owned()
    }

    /// Something wrong with a field.
    pub fn problem(&self, field: &'static str, key: &str, args: &[(&str, Arg<'_>)]) -> Problem {
        Problem { field, message: self.worn_words().with(key, args) }
    }

    /// The seal of a page that shows this.
    pub fn seal(&self, page: &str, shown: &[&[u8]]) -> Seal {
        Seal::of(&self.installation.context.keys, page, shown)
    }

    /// Whether a form's token is one of ours: the session's (a synchronizer token), or, from a page that was shown
    /// before there was a session, one that is bound to the browser's form cookie.
    pub(super) fn is_our_token(&self, sent: &str) -> bool {
        let matches = |expected: &str| bool::from(sent.as_bytes().ct_eq(expected.as_bytes()));
        let of_cookie = |cookie: &str| {
            form_cookie::tokens(&self.installation.context.keys, cookie)
                .all()
                .any(|token| matches(&BASE64URL_NOPAD.encode(token)))
        };
        self.session.form_token().is_some_and(|token| matches(&token))
            || self.form_cookie.as_deref().is_some_and(of_cookie)
    }

    /// What stands around a page of nobody's in particular.
    pub fn chrome(&self) -> Chrome {
        self.unworn().wearing(self.installation.looks.of(None))
    }

    /// What stands around a page of an app.
    pub fn chrome_of(&self, app: &App) -> Chrome {
        let (brand, zone) = (Some(brand::of(&self.installation, app)), self.installation.zone_of(app));
        Chrome { brand, zone, ..self.unworn() }.wearing(self.installation.looks.of(Some(app)))
    }

    /// The token of the forms that are shown now.
    fn csrf(&self) -> String {
        if let Some(token) = self.session.form_token() {
            return token;
        }
        let new = || self.new_form_cookie.get_or_init(|| self.fresh_token());
        form_cookie::token(&self.installation.context.keys, self.form_cookie.as_ref().unwrap_or_else(new))
    }

    /// The same before it is known whose page it is.
    fn unworn(&self) -> Chrome {
        self.unworn_with(self.csrf(), self.here.clone())
    }

    fn unworn_with(&self, csrf: String, here: String) -> Chrome {
        Chrome {
            words: self.words.clone(),
            zone: self.installation.zone,
            languages: self.installation.languages.clone(),
            csrf,
            here,
            person: self.signed_in().map(|who| who.name),
            brand: None,
            look: None,
            notice: None,
            sandbox: self.installation.sandbox,
            assets: Assets::embedded(),
        }
    }

    fn cookie(&self, name: &'static str, value: String) -> CookieBuilder<'static> {
        session::cookie(name, value, self.installation.site.secure())
    }

    /// A cookie that keeps a language for a year.
    pub fn language_cookie(&self, words: &Words) -> Cookie<'static> {
        self.cookie(LANGUAGE_COOKIE, words.tag().to_owned()).max_age(CookieAge::days(365)).finish()
    }

    /// The language that a link asks for, as a culture (`es-ES`) or a Windows number (`3082`).
    pub fn asked_language(&self, culture: Option<&str>, lcid: Option<&str>) -> Option<Arc<Words>> {
        let catalogue = &self.installation.catalogue;
        let by_culture = culture.and_then(|tag| catalogue.find(tag));
        by_culture
            .or_else(|| lcid.and_then(|n| n.trim().parse().ok()).and_then(|n| catalogue.find_lcid(n)))
            .cloned()
    }
}
