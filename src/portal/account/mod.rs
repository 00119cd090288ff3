//! A person's account: a file for each page.

mod around;
pub mod create_account;
pub mod delete;
pub mod deleted;
pub mod email;
pub mod email_code;
pub mod export;
mod guess;
mod here;
pub mod history;
pub mod language;
pub mod name;
pub mod not_me;
pub mod other_ways;
pub mod overview;
pub mod password;
pub mod provider;
pub mod provider_logo;
pub mod record_delete;
pub mod record_name;
pub mod records;
pub mod sessions;
pub mod sign_in;
pub mod sign_out;
pub mod stay;
pub mod undo_email;
pub mod ways_to_sign_in;
