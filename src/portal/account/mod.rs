//! A person's account: a file for each page.

mod around;
pub mod create_account;
pub mod email_code;
mod guess;
pub mod other_ways;
mod problems;
pub mod provider;
pub mod provider_logo;
pub mod recover;
pub mod recover_code;
pub mod recover_password;
pub mod sign_in;
pub mod sign_out;
pub mod stay;
pub mod verify_email;
pub mod ways_to_sign_in;
