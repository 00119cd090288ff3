//! The sockets that the portal is reached at: addresses, with TLS or without, and files of this machine. What is said on
//! them is [`crate::app`]'s.

#[cfg(unix)]
pub mod socket;
pub mod tls;

use std::net::TcpListener;

/// A socket that listens, and how it is spoken on.
#[derive(Debug)]
pub enum Listener {
    /// HTTP/1.1 without TLS: a proxy in front, or this machine alone.
    Plain(TcpListener),
    /// HTTP/2 and HTTP/1.1 with TLS.
    Tls(TcpListener, Box<rustls::ServerConfig>),
    /// HTTP/1.1 through a file of this machine.
    #[cfg(unix)]
    Socket(std::os::unix::net::UnixListener),
}

impl From<TcpListener> for Listener {
    fn from(listener: TcpListener) -> Self {
        Self::Plain(listener)
    }
}
