//! When to run which action, and how it went, counted for operators. No rules live here.
//!
//! A job goes on whatever happens in one of its turns: a failure is logged, a panic is logged and counted
//! (`patient_connect_job_panics_total`), and the next turn comes at its time.

mod counted;

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    sync::Arc,
    task::Poll,
    time::Duration,
};

use actix_web::web::Data;

use self::counted::Counted;
use crate::{
    actions::{
        ActionError, audit,
        operator::measure,
        time::{
            deliver_mails::Mails,
            deliver_webhooks::Callbacks,
            letters_due::letters_due,
            outbox::{Channel, Outbox},
            purge::purge,
            record_closed::record_closed,
            remind::remind,
            share_counts::{Count, Sharing},
        },
    },
    domain::provider::Trouble,
    installation::Installation,
    metrics::{Job, Metrics, Turned, Waits},
    notifier::Woken,
    ports::{self, Clock},
    webhooks::HttpSender,
};

/// How often what has had its time is deleted. Nothing depends on it: what is due counts as gone at once.
const PURGE_EVERY: Duration = Duration::from_secs(600);
/// How often to look for requests that have expired or were locked, which nobody has recorded yet, and for patients to
/// remind.
const RECORD_CLOSED_EVERY: Duration = Duration::from_secs(20);
/// How often to look for callbacks and mails that are due: retries, and what other nodes wrote.
const DELIVER_EVERY: Duration = Duration::from_secs(1);
/// What is told of within so long costs one look.
const GATHER: Duration = Duration::from_millis(20);
/// How often to chain what the audit log was told.
const CHAIN_EVERY: Duration = Duration::from_secs(1);
/// How often nodes tell each other what they have counted.
const SHARE_EVERY: Duration = Duration::from_secs(1);
/// How often to look how much waits.
const MEASURE_EVERY: Duration = Duration::from_secs(10);
/// How often to look whether what is known of a provider is still fresh.
const LEARN_EVERY: Duration = Duration::from_secs(60);

/// Runs the jobs until the task is dropped.
pub async fn run(installation: Data<Installation>) {
    let watched = |job| Watched::of(&installation, job);
    tokio::join!(
        every(PURGE_EVERY, watched(Job::Purge), || purging(&installation)),
        every(RECORD_CLOSED_EVERY, watched(Job::RecordClosed), || recording_closed(&installation)),
        every(MEASURE_EVERY, watched(Job::Measure), || measuring(&installation)),
        sharing(&installation),
        chaining(&installation),
        calling_back(&installation),
        mailing(&installation),
        learning(&installation),
    );
}

/// A job, and where its turns are counted.
#[derive(Clone, Copy)]
struct Watched<'a> {
    job: Job,
    metrics: &'a Metrics,
    clock: &'a dyn Clock,
}

impl<'a> Watched<'a> {
    fn of(installation: &'a Installation, job: Job) -> Self {
        Self { job, metrics: &installation.site.metrics, clock: &*installation.context.clock }
    }

    fn count(&self, turned: Turned) {
        self.metrics.count_turn(self.job, turned, self.clock.real());
    }
}

/// Takes a turn at once and then again after each `period`, for ever. What goes wrong in one ends only that one.
async fn every<F, T>(period: Duration, job: Watched<'_>, mut turn: F)
where
    F: FnMut() -> T,
    T: Future<Output = Result<(), ActionError>>,
{
    let mut every = tokio::time::interval(period);
    loop {
        every.tick().await;
        // Inside, so that a panic before the first await is caught, too.
        let turn = async { turn().await };
        if let Some(Err(e)) = caught(job, turn).await {
            tracing::warn!(cause = %e, job = job.job.as_str(), "a job failed; it will be tried again");
        }
    }
}

/// Waits for the work. `None` when it panicked, which is logged and counted.
async fn caught<T, E>(job: Watched<'_>, work: impl Future<Output = Result<T, E>>) -> Option<Result<T, E>> {
    let mut work = pin!(work);
    // What a turn shares with later ones is the installation, whose locks are not held across a turn's steps, and the
    // outbox, whose counts are made anew when nothing is on its way.
    let polled =
        std::future::poll_fn(|task| match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(task))) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(done)) => Poll::Ready(Ok(done)),
            Err(panic) => Poll::Ready(Err(panic)),
        });
    match polled.await {
        Ok(done) => {
            job.count(if done.is_ok() { Turned::Done } else { Turned::Failed });
            Some(done)
        }
        Err(panic) => {
            job.count(Turned::Panicked);
            tracing::error!(job = job.job.as_str(), panic = in_words(&*panic), "a job panicked; it goes on");
            None
        }
    }
}

/// What a panic said.
fn in_words(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message")
}

async fn purging(installation: &Installation) -> Result<(), ActionError> {
    installation.site.limits.forget_idle();
    let purged = purge(&installation.context).await?;
    tracing::info!(?purged, "purge");
    Ok(())
}

async fn recording_closed(installation: &Installation) -> Result<(), ActionError> {
    record_closed(&installation.context).await?;
    letters_due(&installation.context).await?;
    remind(&installation.context).await.map(|_| ())
}

/// Looks how much waits, and how long a write waits.
async fn measuring(installation: &Installation) -> Result<(), ActionError> {
    let measured = measure::measure(&installation.context).await?;
    let metrics = &installation.site.metrics;
    for (outbox, waits) in
        [("mails", measured.mails), ("callbacks", measured.callbacks), ("audit", measured.audit)]
    {
        let count = u64::try_from(waits.count).unwrap_or_default();
        metrics.note_waiting(outbox, Waits { count, oldest: waits.oldest.to_std().unwrap_or_default() });
    }
    metrics.note_writer_wait(measured.writer.to_std().unwrap_or_default());
    Ok(())
}

/// Chains the audit log. Number and hash of its last line go into the portal's own log, which is kept elsewhere as a rule: so
/// it shows where nothing can have been cut off since.
async fn chaining(installation: &Installation) {
    let foreign = std::cell::Cell::new(0);
    let turn = || async {
        let turn = audit::chain(&installation.context).await?;
        for (what, lines) in &turn.deeds {
            installation.site.metrics.count_audited(what, *lines);
        }
        if let Some((number, hash)) = turn.last.filter(|_| turn.chained > 0) {
            let hash = data_encoding::HEXLOWER.encode(&hash);
            tracing::info!(anchor = format!("{number}:{hash}"), "audit log");
        }
        if turn.foreign != foreign.replace(turn.foreign) && turn.foreign > 0 {
            tracing::error!(
                lines = turn.foreign,
                "somebody else wrote into the audit log: run `audit verify`"
            );
        }
        Ok(())
    };
    every(CHAIN_EVERY, Watched::of(installation, Job::Audit), turn).await;
}

/// Tells the other nodes what was counted here, and charges what they have counted.
async fn sharing(installation: &Installation) {
    let (context, limits) = (&installation.context, &installation.site.limits);
    let known = tokio::sync::Mutex::new(Sharing::new(ports::new_id(context.now(), &*context.random)));
    let turn = async || {
        let own: Vec<Count> = limits
            .take_counted()
            .into_iter()
            .map(|(kind, key, counted)| Count { kind, key, counted })
            .collect();
        for (kind, key, times) in known.lock().await.turn(context, own).await? {
            limits.charge(&kind, &key, times);
        }
        Ok(())
    };
    every(SHARE_EVERY, Watched::of(installation, Job::Share), turn).await;
}

/// Keeps what is known of the providers up to date, so that no patient waits for it. One that is away keeps no other
/// waiting, and is asked again at the next turn.
async fn learning(installation: &Installation) {
    let mut every = tokio::time::interval(LEARN_EVERY);
    while !installation.providers.is_empty() {
        every.tick().await;
        for provider in &installation.providers {
            let provider = provider.clone();
            tokio::spawn(async move {
                if let Err(Trouble::Away(why) | Trouble::Refused(why)) = provider.learn().await {
                    tracing::warn!(provider = %provider.about().name, why, "a provider cannot be used");
                }
            });
        }
    }
}

/// Sends callbacks as soon as there are some.
async fn calling_back(installation: &Data<Installation>) {
    let context = installation.context.clone();
    let notifier = context.notifier.clone();
    let sender = HttpSender::new(installation.callback_policy.clone(), context.clock.clone());
    let mut listener = notifier.subscribe();
    let sender = Counted::new(Arc::new(sender), installation);
    let way = Callbacks::new(context, Arc::new(sender), installation.callback_policy.clone());
    let mut outbox = Outbox::new(way);
    loop {
        turn(Watched::of(installation, Job::Deliver), &mut outbox).await;
        tokio::select! {
            woken = listener.changed(None) => {
                if woken == Woken::Closed { break }
                tokio::time::sleep(GATHER).await;
                // The next look finds what was told of until here.
                listener = notifier.subscribe();
            }
            () = outbox.one_done() => {}
            () = tokio::time::sleep(DELIVER_EVERY) => {}
        }
    }
    outbox.all_done().await;
}

/// Sends mails as soon as there are some, where they can be sent.
async fn mailing(installation: &Data<Installation>) {
    let Some(postman) = installation.postman.clone() else { return };
    let context = installation.context.clone();
    let notifier = context.notifier.clone();
    let mut listener = notifier.subscribe();
    let postman = Counted::new(postman, installation);
    let mut outbox = Outbox::new(Mails::new(context, Arc::new(postman)));
    loop {
        installation.looks.refresh(&installation.context).await;
        turn(Watched::of(installation, Job::Mail), &mut outbox).await;
        tokio::select! {
            () = listener.closed() => break,
            () = notifier.mailed() => tokio::time::sleep(GATHER).await,
            () = outbox.one_done() => {}
            () = tokio::time::sleep(DELIVER_EVERY) => {}
        }
    }
    // What is on its way may arrive; nothing more is started.
    outbox.all_done().await;
}

/// Starts what is due. The caller comes again after each call to wake, when one attempt is done (there may be room
/// again), and about once a second.
async fn turn<C: Channel>(job: Watched<'_>, outbox: &mut Outbox<C>) {
    let turned = caught(job, outbox.turn()).await;
    if let Some(Err(e)) = &turned {
        tracing::warn!(cause = %e, job = job.job.as_str(), "nothing was sent; it will be tried again");
    }
    if !matches!(turned, Some(Ok(_))) {
        tokio::time::sleep(DELIVER_EVERY).await;
    }
    for _ in 0..outbox.take_panics() {
        job.count(Turned::Panicked);
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::ports::MovableClock;

    async fn until_the_third(first: impl Fn(u32)) -> (u32, String) {
        let (metrics, turns) = (Metrics::default(), Cell::new(0));
        let watched = Watched { job: Job::Purge, metrics: &metrics, clock: &MovableClock::default() };
        let job = every(Duration::from_millis(1), watched, || {
            turns.set(turns.get() + 1);
            let turn = turns.get();
            first(turn);
            async move {
                tokio::task::yield_now().await;
                assert_ne!(turn, 2, "in the midst of the second");
                Ok(())
            }
        });
        let _still_running = tokio::time::timeout(Duration::from_millis(500), async {
            tokio::select! {
                () = job => {}
                () = async { while turns.get() < 3 { tokio::task::yield_now().await } } => {}
            }
        })
        .await;
        (turns.get(), metrics.text(0, 0))
    }

    #[tokio::test]
    async fn a_job_that_panics_is_counted_and_goes_on() {
        let (turns, text) = until_the_third(|turn| assert_ne!(turn, 1, "before the first await")).await;
        assert!(turns >= 3, "{turns} turns: it goes on");
        assert!(text.contains("patient_connect_job_panics_total{job=\"purge\"} 2\n"), "{text}");
        assert!(text.contains("patient_connect_job_panics_total{job=\"deliver\"} 0\n"), "{text}");
        assert!(
            text.contains("patient_connect_job_turns_total{job=\"purge\",outcome=\"panicked\"} 2\n"),
            "{text}"
        );
    }
}
