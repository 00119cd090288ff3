//! A crashed background task fails its test. A panic in a task of the server, or on one of its threads, ends that task
//! alone: nobody would hear of it. So every panic is noted with the actix system that it happened in, and who started
//! the system looks there at the end (after bors, `src/tests/mod.rs`).

use std::sync::{Mutex, Once};

use actix_web::rt::System;

static SEEN: Mutex<Vec<(usize, String)>> = Mutex::new(Vec::new());

/// Fails the test that drops it if anything panicked in its system meanwhile.
pub struct Crashes {
    system: usize,
}

impl Crashes {
    /// Looks after the system of the thread that calls this.
    pub fn of_this_system() -> Self {
        static LISTENING: Once = Once::new();
        LISTENING.call_once(|| {
            let print = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |panic| {
                if let Some(system) = System::try_current() {
                    SEEN.lock().unwrap().push((system.id(), panic.to_string()));
                }
                print(panic);
            }));
        });
        Self { system: System::current().id() }
    }

    fn seen(&self) -> Vec<String> {
        let seen = SEEN.lock().unwrap();
        seen.iter().filter(|(system, _)| *system == self.system).map(|(_, panic)| panic.clone()).collect()
    }
}

impl Drop for Crashes {
    fn drop(&mut self) {
        // A test that is failing already says why itself.
        if !std::thread::panicking() {
            assert_eq!(self.seen(), Vec::<String>::new(), "something crashed in the background");
        }
    }
}

#[test]
#[should_panic(expected = "something crashed in the background")]
fn a_task_that_crashes_unseen_fails_its_test() {
    System::new().block_on(async {
        let _crashes = Crashes::of_this_system();
        let task = actix_web::rt::spawn(async { panic!("this crash is part of a test") });
        assert!(task.await.is_err(), "its panic goes no further");
    });
}
