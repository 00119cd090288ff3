//! A person's account: proving that she reads its address, and getting back into it without its password.

mod codes;
pub mod confirm_address;
pub mod prove;
pub mod recover;
pub mod resend;
pub mod sign_up;
pub(in crate::actions) mod waiting;

pub use codes::Writing;
