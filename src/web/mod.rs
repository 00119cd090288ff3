//! The ground floor for HTTP: what pages, calls and the classic platform all stand on. It knows no feature, no
//! session and no database.

pub mod access_log;
pub mod assets;
pub mod body;
pub mod client_address;
mod counted;
pub mod headers;
pub mod limits;
mod open_connections;
pub mod redirect;
pub mod retry_after;
pub mod routing;
pub mod shortcut;
mod site;

pub use open_connections::OpenConnections;
pub use site::{MetricsFor, Site};
