//! What a person does with her own account: her name, address, language and password; where she is signed in; what
//! happened; taking her data with her; deleting it. And the notices that tell her of it.

pub mod delete;
pub mod email;
pub mod export;
mod forget;
pub mod history;
pub mod links;
pub mod name;
pub(in crate::actions) mod notices;
pub mod overview;
pub mod password;
pub mod records;
pub mod sessions;
pub mod signed_in;
