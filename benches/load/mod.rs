//! What the benchmarks share: sending requests over plain connections, rounds in turn, medians.

use std::{
    net::{SocketAddr, TcpListener},
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// Connections at once.
pub const CONNECTIONS: usize = 32;
/// How long a round takes.
pub const ROUND: Duration = Duration::from_secs(2);
const ROUNDS: usize = 5;

/// A free port of this machine.
pub fn listener() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    (listener, address)
}

/// Sends one request and reads the whole answer. Returns head and body.
pub async fn exchange(stream: &mut TcpStream, request: &[u8]) -> (String, Vec<u8>) {
    stream.write_all(request).await.expect("the server reads");
    let mut buffer = Vec::with_capacity(8192);
    loop {
        let mut chunk = [0; 8192];
        let n = stream.read(&mut chunk).await.expect("the server answers");
        assert!(n > 0, "the server closed the connection");
        buffer.extend_from_slice(&chunk[..n]);
        let Some(end) = buffer.windows(4).position(|w| w == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&buffer[..end]).into_owned();
        let length = head
            .lines()
            .find_map(|line| {
                line.to_ascii_lowercase().strip_prefix("content-length: ").and_then(|v| v.parse().ok())
            })
            .unwrap_or(0usize);
        if buffer.len() >= end + 4 + length {
            return (head, buffer.split_off(end + 4));
        }
    }
}

/// Rounds of two sides in turn, after one of each to warm up, and the medians said in one line.
pub async fn compare(name: &str, mut ours: impl AsyncFnMut() -> f64, mut bare: impl AsyncFnMut() -> f64) {
    let (mut a, mut b, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    ours().await;
    bare().await;
    for _ in 0..ROUNDS {
        let (x, y) = (ours().await, bare().await);
        a.push(x);
        b.push(y);
        ratios.push(x / y);
    }
    say(&format!(
        "{name:<14} portal {:>8.0} /s   bare {:>8.0} /s   ratio {:.2}",
        median(a),
        median(b),
        median(ratios)
    ));
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[expect(clippy::print_stdout, reason = "a benchmark's result is what it prints")]
fn say(line: &str) {
    println!("{line}");
}
