//! What is hashed and sealed with one pepper, and with two.

use super::*;
use crate::ports::SeededRandom;

/// Before a rotation, while the new pepper is only known, when it is written with, and when the old one is gone.
fn rotation() -> [Keys; 4] {
    let before = KeyFile::new(&[7; 32]);
    let known = before.with_new(&[8; 32], Keys::of(&before).cookie_signature());
    let written = known.newest_first();
    let dropped = written.without_older();
    [before, known, written, dropped].map(|file| Keys::of(&file))
}

#[test]
fn purposes_and_part_boundaries_give_different_hashes() {
    let keys = Keys::derive(&[7; 32]);
    let of = |purpose, parts: &[&[u8]]| *keys.hashes(purpose, parts).written();
    assert_ne!(of(Purpose::Form, &[b"x"]), of(Purpose::ApiKey, &[b"x"]));
    assert_ne!(of(Purpose::Form, &[b"ab", b"c"]), of(Purpose::Form, &[b"a", b"bc"]));
    assert_eq!(format!("{keys:?}"), "Keys(…)");
}

#[test]
fn a_sealed_secret_opens_only_where_it_belongs() {
    let keys = Keys::derive(&[7; 32]);
    let sealed = keys.seal(Purpose::WebhookSecret, b"app 1", &SeededRandom::new(1), b"secret");
    assert!(!sealed.windows(6).any(|window| window == b"secret"));
    let opened = keys.open(Purpose::WebhookSecret, b"app 1", &sealed).unwrap();
    assert_eq!(&**opened, b"secret");
    assert!(keys.open(Purpose::WebhookSecret, b"app 2", &sealed).is_none());
    assert!(keys.open(Purpose::PlatformSession, b"app 1", &sealed).is_none());
    assert!(Keys::derive(&[8; 32]).open(Purpose::WebhookSecret, b"app 1", &sealed).is_none());
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(keys.open(Purpose::WebhookSecret, b"app 1", &changed).is_none());
    }
    assert!(keys.open(Purpose::WebhookSecret, b"app 1", b"short").is_none());
}

/// Whoever was stored by the version before is found by this one.
#[test]
fn with_the_pepper_of_the_first_start_a_hash_is_what_it_always_was() {
    let keys = Keys::derive(&[7; 32]);
    let label = {
        let mut mac = mac(&[7; 32]);
        mac.update(b"identity code v1");
        <[u8; 32]>::from(mac.finalize().into_bytes())
    };
    let hash = joined(mac(&label), &[b"JKYZ"]);
    assert_eq!(*keys.hashes(Purpose::IdentityCode, &[b"JKYZ"]).written(), hash);
    assert_eq!(keys.hash_for_now(Purpose::IdentityCode, &[b"JKYZ"]), hash);
    assert_eq!(keys.name(), None);
    assert!(!keys.are_several());
    assert_eq!(keys.cookie_signature(), &keys.hash_for_now(Purpose::Session, &[b"cookie signature"]));
}

#[test]
fn what_was_stored_before_is_found_until_its_pepper_is_dropped_and_never_after() {
    let [before, known, written, dropped] = rotation();
    let of = |keys: &Keys| keys.hashes(Purpose::Session, &[b"cookie"]);
    let (old, new) = (*of(&before).written(), *of(&written).written());
    assert_eq!(*of(&known).written(), old, "known, and not written with");
    assert_eq!(*of(&dropped).written(), new);
    for keys in [&known, &written] {
        assert!(of(keys).has(&old) && of(keys).has(&new));
    }
    assert!(!of(&before).has(&new) && !of(&dropped).has(&old));
    assert_eq!(of(&written).renamed(&old), Some(&new));
    assert_eq!(of(&known).renamed(&new), None, "a node that comes later takes nothing back");
}

#[test]
fn what_is_stored_under_a_pepper_with_a_mark_names_it() {
    let [before, known, written, _] = rotation();
    let name = written.name().unwrap();
    assert_eq!((before.name(), known.name()), (None, None));
    let hash = *written.hashes(Purpose::ApiKey, &[b"key"]).written();
    assert!(hash.starts_with(name));
    assert!(
        !written.hash_for_now(Purpose::ApiKey, &[b"key"]).starts_with(name),
        "what is not stored does not"
    );
    assert!(!written.proofs(Purpose::ApiKey, &[b"key"]).written().starts_with(name));
    let sealed = written.seal(Purpose::Mail, b"1", &SeededRandom::new(1), b"hush");
    assert!(sealed.starts_with(name));
    assert_eq!(written.checks().iter().map(|(mark, _)| mark.number()).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(before.checks()[0], written.checks()[0]);
}

#[test]
fn what_was_derived_beside_a_stored_hash_is_derived_again_from_the_same_pepper() {
    let [before, known, written, dropped] = rotation();
    let purpose = Purpose::ProviderSignIn;
    for (began, ended) in
        [(&before, &known), (&before, &written), (&known, &written), (&written, &known), (&written, &dropped)]
    {
        let stored = *began.hashes(purpose, &[b"state"]).written();
        let nonce = began.hash_beside(&stored, purpose, &[b"nonce"]);
        assert_eq!(ended.hash_beside(&stored, purpose, &[b"nonce"]), nonce);
    }
}

#[test]
fn what_was_sealed_opens_with_any_pepper_and_is_sealed_anew_once() {
    let [before, known, written, dropped] = rotation();
    let random = SeededRandom::new(1);
    let (purpose, context) = (Purpose::Invitation, b"request 1");
    let old = before.seal(purpose, context, &random, b"code");
    for keys in [&before, &known, &written] {
        assert_eq!(&**keys.open(purpose, context, &old).unwrap(), b"code");
    }
    assert!(dropped.open(purpose, context, &old).is_none());
    for keys in [&before, &known] {
        assert_eq!(keys.seal_anew(purpose, context, &random, &old), Ok(None));
    }
    let new = written.seal_anew(purpose, context, &random, &old).unwrap().unwrap();
    for keys in [&known, &written, &dropped] {
        assert_eq!(&**keys.open(purpose, context, &new).unwrap(), b"code");
        assert_eq!(keys.seal_anew(purpose, context, &random, &new), Ok(None), "also where it is newer");
    }
    assert!(before.open(purpose, context, &new).is_none());
    assert_eq!(written.seal_anew(purpose, b"request 2", &random, &old), Err(Unreadable));
    assert_eq!(dropped.seal_anew(purpose, context, &random, &old), Err(Unreadable));
}

#[test]
fn cookies_are_signed_with_the_same_key_all_the_way() {
    let keys = rotation();
    for later in &keys[1..] {
        assert_eq!(later.cookie_signature(), keys[0].cookie_signature());
    }
}

#[test]
fn a_secret_is_known_under_every_pepper_that_is_known() {
    let [before, known, written, dropped] = rotation();
    let of = |keys: &Keys| keys.secrets(Purpose::Password, &[b"violet harbour"]);
    let second = written.written_with();
    assert_eq!(of(&before).under(Mark::FIRST), of(&written).under(Mark::FIRST));
    assert_eq!(of(&known).under(second), of(&dropped).under(second));
    assert_eq!((of(&known).written_with(), of(&written).written_with()), (Mark::FIRST, second));
    assert_eq!((of(&before).under(second), of(&dropped).under(Mark::FIRST)), (None, None));
}
