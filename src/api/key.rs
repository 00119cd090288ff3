//! The app behind a request, by its bearer key.

use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web::Data};
use futures_core::future::LocalBoxFuture;

use super::problem::Problem;
use crate::{actions::apps, app::Portal, domain::application::App};

/// The calling app, and the installation.
#[derive(Debug)]
pub struct Caller {
    /// The app.
    pub app: App,
    /// The installation.
    pub portal: Data<Portal>,
}

impl FromRequest for Caller {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let portal = req.app_data::<Data<Portal>>().expect("the portal is part of every app").clone();
        let authorization = req.headers().get(header::AUTHORIZATION).cloned();
        Box::pin(async move {
            let key = authorization.as_ref().and_then(|value| value.to_str().ok()).and_then(|value| {
                let (scheme, key) = value.split_once(' ')?;
                scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
            });
            let Some(key) = key else { return Err(Problem::unauthorized()) };
            let app = apps::find_by_key(&portal.parts, key).await?.ok_or_else(Problem::unauthorized)?;
            Ok(Self { app, portal })
        })
    }
}
