//! A person's account: a file for each page.

mod around;
pub mod create_account;
mod guess;
pub mod sign_in;
pub mod sign_out;
pub mod stay;
