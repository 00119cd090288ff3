//! A person's account: a file for each page.

mod around;
pub mod create_account;
mod guess;
pub mod other_ways;
pub mod provider;
pub mod provider_logo;
pub mod sign_in;
pub mod sign_out;
pub mod stay;
pub mod ways_to_sign_in;
