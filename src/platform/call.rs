//! What a method is given.

use url::Url;
use uuid::Uuid;

use super::xml::Element;
use crate::{actions::Context, domain::application::ConnectApp};

/// A call whose sender is known, for the methods.
#[derive(Debug)]
pub struct Call<'e> {
    /// What the use cases need.
    pub context: &'e Context,
    /// The address that links begin with.
    pub base_url: &'e Url,
    /// The app that calls.
    pub app: ConnectApp,
    /// The version of the method.
    pub version: u32,
    /// The method's parameters.
    pub info: &'e Element<'e>,
    /// Whether a signed-in user's token was sent.
    pub user_token: bool,
    /// The person for whom the app calls.
    pub person: Option<Uuid>,
    /// The record that the app means.
    pub record: Option<Uuid>,
}
