//! What a person does with her account: proves that she reads its address, gets back into it without its password; her
//! name, address, language and password; where she is signed in; what happened; taking her data with her; deleting it.
//! And the notices that tell her of it.

pub mod challenges;
mod codes;
pub mod confirm_address;
pub mod delete;
pub mod email;
pub mod export;
mod forget;
pub mod history;
pub mod links;
pub mod name;
pub(in crate::actions) mod notices;
pub mod overview;
pub mod passkeys;
pub mod password;
pub mod prove;
pub mod records;
pub mod recover;
pub mod resend;
pub mod sessions;
pub mod sign_up;
pub mod signed_in;
pub(in crate::actions) mod waiting;

pub use codes::Writing;
