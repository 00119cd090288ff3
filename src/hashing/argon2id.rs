//! Argon2id as it is computed here: with what, at most with what, and in which memory.

use std::{thread, time::Duration};

use argon2_rust::{
    Algorithm, Argon2, Error, Hasher, Params, Version,
    params::{Memory, TagLen},
};
use zeroize::Zeroizing;

/// What new hashes are made with: 19 MiB, two passes, one lane, the least that OWASP's Password Storage Cheat Sheet names
/// for Argon2id.
pub(super) const HASH: Params =
    Params::builder().memory(Memory::mib(19)).passes(2).lanes(1).tag_len(TagLen::bytes(32)).build_or_panic();

/// The most that a stored hash may ask for. One that asks for more was not made here, and would keep a thread for as long as
/// it likes.
pub(super) const ALLOWED: Params =
    Params::builder().memory(Memory::mib(256)).passes(16).lanes(16).build_or_panic();

/// How long a thread waits before it asks for memory again that it did not get.
const NO_MEMORY: Duration = Duration::from_millis(100);

/// What a thread hashes in: memory that is kept from hash to hash, and wiped after each. In huge pages where the system
/// has them: a hash reads 19 MiB without any order, so with pages of 4 KiB nearly each read looks its page up anew.
pub(super) struct Workspace(Hasher);

impl Workspace {
    /// Without memory, until the first hash.
    pub(super) fn new() -> Self {
        Self(argon2id(HASH).hasher())
    }

    /// Whether it holds any memory.
    pub(super) fn holds_memory(&self) -> bool {
        self.0.reserved_blocks() > 0
    }

    /// Gives its memory back to the system.
    pub(super) fn give_back(&mut self) {
        self.0.clear();
    }

    /// The hash of a secret, as long as `params` say. Where there is no memory it waits: an answer that could not be
    /// checked is no wrong answer.
    ///
    /// # Errors
    ///
    /// Salts and secrets of lengths that RFC 9106 refuses.
    pub(super) fn hash(
        &mut self,
        params: Params,
        secret: &[u8],
        salt: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, Error> {
        self.0.set_argon2(argon2id(params));
        while let Err(error) = self.0.reserve() {
            tracing::error!(%error, "no memory to hash in; asking again");
            thread::sleep(NO_MEMORY);
        }
        let mut hash = Zeroizing::new(vec![0; params.tag_len_bytes()]);
        self.0.hash_into(secret, salt, &mut hash)?;
        Ok(hash)
    }
}

const fn argon2id(params: Params) -> Argon2 {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Computes the test vector of RFC 9106, section 5.3, with the instructions that this processor was found to have.
///
/// # Panics
///
/// When something else comes out.
pub(super) fn assert_known_answer() {
    const PARAMS: Params = Params::builder()
        .memory(Memory::kib(32))
        .passes(3)
        .lanes(4)
        .tag_len(TagLen::bytes(32))
        .build_or_panic();
    const EXPECTED: [u8; 32] = [
        0x0d, 0x64, 0x0d, 0xf5, 0x8d, 0x78, 0x76, 0x6c, 0x08, 0xc0, 0x37, 0xa3, 0x4a, 0x8b, 0x53, 0xc9, 0xd0,
        0x1e, 0xf0, 0x45, 0x2d, 0x75, 0xb6, 0x5e, 0xb5, 0x25, 0x20, 0xe9, 0x6b, 0x01, 0xe6, 0x59,
    ];
    let mut hash = [0; 32];
    argon2id(PARAMS)
        .hash_into_with_ad(&[1; 32], &[2; 16], &[3; 8], &[4; 12], &mut hash)
        .expect("the lengths of the vector are within limits");
    assert_eq!(hash, EXPECTED, "this machine does not compute Argon2id as RFC 9106 has it");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn memory_is_kept_until_it_is_given_back() {
        let mut workspace = Workspace::new();
        assert!(!workspace.holds_memory());
        let first = workspace.hash(HASH, b"violet harbour", &[2; 16]).unwrap();
        assert!(workspace.holds_memory());
        assert_eq!(workspace.hash(HASH, b"violet harbour", &[2; 16]).unwrap(), first);
        assert_ne!(workspace.hash(HASH, b"violet harbours", &[2; 16]).unwrap(), first);
        workspace.give_back();
        assert!(!workspace.holds_memory());
        assert_eq!(workspace.hash(HASH, b"violet harbour", &[2; 16]).unwrap(), first);
    }

    /// What another library, written by others, makes of the same.
    fn of_another_library(params: Params, secret: &[u8], salt: &[u8]) -> Vec<u8> {
        let length = params.tag_len_bytes();
        let params =
            argon2::Params::new(params.memory_kib(), params.passes(), params.lanes(), Some(length)).unwrap();
        let mut hash = vec![0; length];
        argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
            .hash_password_into(secret, salt, &mut hash)
            .unwrap();
        hash
    }

    #[test]
    fn what_is_stored_another_library_would_have_stored() {
        let hash = Workspace::new().hash(HASH, &[7; 32], &[2; 16]).unwrap();
        assert_eq!(*hash, of_another_library(HASH, &[7; 32], &[2; 16]));
    }

    proptest! {
        #[test]
        fn two_libraries_agree(
            memory in 32..300_u64, passes in 1..4_u32, lanes in 1..5_u32, length in 4..65_u64,
            secret in prop::collection::vec(any::<u8>(), 0..65), salt in prop::collection::vec(any::<u8>(), 8..33),
        ) {
            let params = Params::builder()
                .memory(Memory::kib(memory))
                .passes(passes)
                .lanes(lanes)
                .tag_len(TagLen::bytes(length))
                .build()
                .unwrap();
            let hash = Workspace::new().hash(params, &secret, &salt).unwrap();
            prop_assert_eq!(&*hash, &of_another_library(params, &secret, &salt));
        }
    }
}
