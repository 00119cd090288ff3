//! What an app asks for, by whichever of its doors.

pub mod alternate_ids;
pub mod check_authorization;
pub mod create_request;
pub mod delete_request;
pub mod idempotency;
pub mod invite;
pub mod letter;
pub mod list_authorized;
pub mod list_deliveries;
pub mod list_events;
pub mod list_requests;
pub mod people;
pub mod platform_session;
pub mod poll_authorized;
pub mod rearm;
pub mod update_external_id;
