//! The line to the database, which can break while it commits: the server has written, and its word is lost.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
    time::Duration,
};

use patient_connect::store::Db;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
};

use super::TestPortal;

/// A line to the server that forwards everything, until it is told to break.
#[derive(Clone, Default)]
pub struct Line {
    /// Commits to let through, the last of which is forwarded and never answered; negative: all are.
    commits: Arc<AtomicI64>,
    /// Whether the line stays broken then.
    stays: Arc<AtomicBool>,
    broken: Arc<AtomicBool>,
    /// Whether nothing is carried to the server for now, and nothing lost: as if it stood still.
    held: Arc<AtomicBool>,
}

impl Line {
    async fn to(server: String) -> (Self, u16) {
        let line = Self::default();
        line.commits.store(-1, Ordering::SeqCst);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let this = line.clone();
        tokio::spawn(async move {
            loop {
                let (client, _) = listener.accept().await.unwrap();
                if !this.broken.load(Ordering::SeqCst) {
                    let server = TcpStream::connect(&server).await.unwrap();
                    tokio::spawn(this.clone().carry(client, server));
                }
            }
        });
        (line, port)
    }

    /// From here the so-manieth commit is carried out and its answer lost; the line may stay broken then.
    pub fn break_at(&self, commits: i64, stays: bool) {
        self.stays.store(stays, Ordering::SeqCst);
        self.commits.store(commits, Ordering::SeqCst);
    }

    /// Lets connections through again.
    pub fn mend(&self) {
        self.broken.store(false, Ordering::SeqCst);
    }

    /// Carries nothing to the server from now on, or again what it was given meanwhile.
    pub fn hold(&self, held: bool) {
        self.held.store(held, Ordering::SeqCst);
    }

    async fn carry(self, client: TcpStream, server: TcpStream) {
        let (mut from_client, to_client) = client.into_split();
        let (from_server, mut to_server) = server.into_split();
        let silent = Arc::new(AtomicBool::new(false));
        let back = tokio::spawn(carry_back(from_server, to_client, silent.clone()));
        let mut buffer = vec![0; 64 * 1024];
        while let Ok(n @ 1..) = from_client.read(&mut buffer).await {
            while self.held.load(Ordering::SeqCst) {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            if self.broken.load(Ordering::SeqCst) {
                break;
            }
            let is_commit = buffer[..n].windows(7).any(|bytes| bytes == b"COMMIT\0");
            let last = is_commit && self.commits.fetch_sub(1, Ordering::SeqCst) == 1;
            if last {
                self.broken.store(self.stays.load(Ordering::SeqCst), Ordering::SeqCst);
                silent.store(true, Ordering::SeqCst);
            }
            if to_server.write_all(&buffer[..n]).await.is_err() {
                break;
            }
            if last {
                // It has answered: so it has committed.
                back.await.unwrap();
                return;
            }
        }
        back.abort();
    }
}

/// Forwards what the server says. When it is to be silent, its next word is taken and dropped, and the line with it.
async fn carry_back(mut from_server: OwnedReadHalf, mut to_client: OwnedWriteHalf, silent: Arc<AtomicBool>) {
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(n @ 1..) = from_server.read(&mut buffer).await {
        if silent.load(Ordering::SeqCst) || to_client.write_all(&buffer[..n]).await.is_err() {
            return;
        }
    }
}

/// A line to the tests' PostgreSQL, and the URL of one of its databases through it.
pub async fn line_to(database: &str) -> (Line, url::Url) {
    let server = std::env::var("PATIENT_CONNECT_TEST_POSTGRES").unwrap();
    let mut url = url::Url::parse(&server).unwrap();
    let (line, port) = Line::to(format!("{}:{}", url.host_str().unwrap(), url.port().unwrap_or(5432))).await;
    url.set_path(database);
    url.set_host(Some("127.0.0.1")).unwrap();
    url.set_port(Some(port)).unwrap();
    (line, url)
}

/// The portal once more, with a line of ours between it and its database.
pub async fn behind_a_line(portal: &TestPortal) -> (Line, String) {
    let Db::Postgres { pool, .. } = &portal.installation.context.db else { panic!("this is PostgreSQL") };
    let (line, url) = line_to(pool.connect_options().get_database().unwrap()).await;
    let db = Db::open_postgres(url.as_str()).await.unwrap();
    (line, portal.on_database(db))
}
