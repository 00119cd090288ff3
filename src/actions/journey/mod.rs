//! What a patient does, in the order of her way, and what she sees and ends afterwards.

pub mod answer_question;
pub mod authorize;
pub mod choose_password;
pub mod choose_record;
pub mod connections;
pub mod create_account;
pub mod decline;
pub mod devices;
pub mod enter_code;
pub mod open;
pub mod report;
pub mod sessions;
pub mod sign_in;
pub mod sign_in_with_passkey;
pub mod sign_in_with_provider;
pub mod ways_to_sign_in;
