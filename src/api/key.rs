//! The app behind a request, by its bearer key, and how often it may ask.

use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web::Data};
use futures_core::future::LocalBoxFuture;

use super::problem::Problem;
use crate::{
    actions::{Context, operator::apps},
    domain::{
        application::{ConnectApp, Refused},
        audit::{By, Origin},
    },
    installation::Installation,
    web::{client_address::address_of, limits::Limit},
};

/// The calling app, and the installation.
#[derive(Debug, Clone)]
pub struct Caller {
    app: Result<ConnectApp, Refused>,
    /// The installation.
    pub installation: Data<Installation>,
    origin: Origin,
}

impl Caller {
    /// What use cases need, with who calls: for what the audit log is to name the key of.
    pub fn context(&self) -> Context {
        self.installation.context.acting(self.origin.clone())
    }

    /// The app, which may use the connect methods. A call asks for it when it has read what it was sent, so that what
    /// cannot be understood is told first.
    pub fn app(&self) -> Result<&ConnectApp, Problem> {
        self.app.as_ref().map_err(|refused| Problem::refused(*refused))
    }
}

impl FromRequest for Caller {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let installation =
            req.app_data::<Data<Installation>>().expect("the portal is part of every app").clone();
        let authorization = req.headers().get(header::AUTHORIZATION).cloned();
        let address = address_of(req, &installation.site);
        Box::pin(async move {
            let key = authorization.as_ref().and_then(|value| value.to_str().ok()).and_then(|value| {
                let (scheme, key) = value.split_once(' ')?;
                scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
            });
            let Some(key) = key else { return Err(Problem::unauthorized()) };
            let Some(app) = apps::find_by_key(&installation.context, key).await? else {
                // Nobody guesses 256 bits; this keeps a program that has lost its key from hammering.
                installation.site.limits.check(Limit::BadKey, address).map_err(Problem::too_many_requests)?;
                return Err(Problem::unauthorized());
            };
            installation.site.limits.check_app(app.id).map_err(Problem::too_many_requests)?;
            let by = By::App { id: app.id, key: apps::hint_of(key).to_owned() };
            let origin = Origin { by, address: Some(address) };
            Ok(Self { app: ConnectApp::of(app), installation, origin })
        })
    }
}
