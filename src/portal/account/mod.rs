//! A person's account: a file for each page.

mod around;
pub mod create_account;
pub mod email_code;
mod problems;
pub mod recover;
pub mod recover_code;
pub mod recover_password;
pub mod sign_in;
pub mod sign_out;
pub mod verify_email;
