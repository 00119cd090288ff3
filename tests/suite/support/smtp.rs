//! A mail server that does as it is told: answers with any code, is slow, hangs up, at every verb.

use std::{
    collections::VecDeque,
    io::{self, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    time::Duration,
};

/// What the client has just said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum At {
    /// Nothing: it has connected.
    Connect,
    Ehlo,
    MailFrom,
    RcptTo,
    Data,
    /// The end of the mail itself.
    End,
    Quit,
}

/// What the server does instead of going on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Does {
    /// Says this instead.
    Says(&'static str),
    /// Hangs up without a word.
    Cuts,
    /// Takes the mail and hangs up without a word.
    TakesAndCuts,
    /// Goes on, and hangs up after its answer.
    CutsAfterwards,
    /// Says nothing, and keeps the line open for so long.
    Hangs(Duration),
    /// Goes on, after so long.
    Late(Duration),
}

/// A mail that the server has taken.
#[derive(Debug, Clone)]
pub struct Taken {
    pub to: String,
    pub data: String,
    pub tls: bool,
}

impl Taken {
    pub fn header(&self, name: &str) -> String {
        let line = self.data.lines().find_map(|line| {
            let (found, value) = line.split_once(": ")?;
            found.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        });
        line.unwrap_or_else(|| panic!("no {name} in {}", self.data))
    }
}

#[derive(Default)]
struct State {
    script: VecDeque<(At, Does)>,
    taken: Vec<Taken>,
    heard: Vec<String>,
}

/// The server. It ends with the test's process.
#[derive(Clone)]
pub struct SmtpServer {
    pub port: u16,
    state: Arc<Mutex<State>>,
    tls: Option<Arc<rustls::ServerConfig>>,
}

impl SmtpServer {
    /// One that speaks no TLS.
    pub fn start() -> Self {
        Self::start_with(None)
    }

    /// One that offers STARTTLS, with a certificate of its own making for `localhost`, which it gives, too.
    pub fn start_with_tls() -> (Self, String) {
        let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
        let key = rustls::pki_types::PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key.into())
            .unwrap();
        (Self::start_with(Some(Arc::new(config))), made.cert.pem())
    }

    fn start_with(tls: Option<Arc<rustls::ServerConfig>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self { port: listener.local_addr().unwrap().port(), state: Arc::default(), tls };
        let it = server.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let it = it.clone();
                // A client that hangs up ends its conversation, and nothing else.
                std::thread::spawn(move || Conversation::new(it, stream.unwrap()).hold());
            }
        });
        server
    }

    /// The next time that the client says this, the server does that. In order, each once.
    pub fn then(&self, at: At, does: Does) {
        self.state.lock().unwrap().script.push_back((at, does));
    }

    /// What it has taken, the oldest first.
    pub fn taken(&self) -> Vec<Taken> {
        self.state.lock().unwrap().taken.clone()
    }

    /// The verbs that it has heard.
    pub fn heard(&self) -> Vec<String> {
        self.state.lock().unwrap().heard.clone()
    }

    /// What is left of what it was told.
    pub fn left(&self) -> usize {
        self.state.lock().unwrap().script.len()
    }

    fn next(&self, at: At) -> Option<Does> {
        let script = &mut self.state.lock().unwrap().script;
        match script.front() {
            Some((when, _)) if *when == at => script.pop_front().map(|(_, does)| does),
            _ => None,
        }
    }
}

enum Line {
    Plain(TcpStream),
    Tls(Box<rustls::StreamOwned<rustls::ServerConnection, TcpStream>>),
    Gone,
}

impl Line {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Line::Plain(stream) => stream.read(buffer),
            Line::Tls(stream) => stream.read(buffer),
            Line::Gone => Ok(0),
        }
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Line::Plain(stream) => stream.write_all(bytes),
            Line::Tls(stream) => stream.write_all(bytes).and_then(|()| stream.flush()),
            Line::Gone => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }
}

struct Conversation {
    server: SmtpServer,
    line: Line,
    to: String,
}

/// The conversation is over.
struct Over;

impl From<io::Error> for Over {
    fn from(_: io::Error) -> Self {
        Over
    }
}

impl Conversation {
    fn new(server: SmtpServer, stream: TcpStream) -> Self {
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        Self { server, line: Line::Plain(stream), to: String::new() }
    }

    fn hold(mut self) {
        let _over = self.talk();
    }

    fn talk(&mut self) -> Result<(), Over> {
        self.answer(At::Connect, "220 mail.example ESMTP")?;
        loop {
            let said = self.read_until("\r\n")?;
            let verb = said.trim_end().split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            self.server.state.lock().unwrap().heard.push(verb.clone());
            match verb.as_str() {
                "EHLO" => {
                    let offers = self.server.tls.is_some() && matches!(self.line, Line::Plain(_));
                    let tls = if offers { "250-STARTTLS\r\n" } else { "" };
                    self.answer(At::Ehlo, &format!("250-mail.example\r\n{tls}250 8BITMIME"))?;
                }
                "STARTTLS" => self.begin_tls()?,
                "MAIL" => {
                    self.answer(At::MailFrom, "250 2.1.0 Ok")?;
                }
                "RCPT" => {
                    self.to = said.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                    self.answer(At::RcptTo, "250 2.1.5 Ok")?;
                }
                "DATA" => {
                    if self.answer(At::Data, "354 End data with <CR><LF>.<CR><LF>")? {
                        let data = self.read_until("\r\n.\r\n")?;
                        self.end(data)?;
                    }
                }
                "QUIT" => {
                    self.answer(At::Quit, "221 2.0.0 Bye")?;
                    return Err(Over);
                }
                _ => self.line.write(b"250 2.0.0 Ok\r\n")?,
            }
        }
    }

    /// Answers, or does what it was told instead. True when this was the answer.
    fn answer(&mut self, at: At, usual: &str) -> Result<bool, Over> {
        let does = self.server.next(at);
        let says = match &does {
            None | Some(Does::CutsAfterwards) => usual,
            Some(Does::Late(duration)) => {
                std::thread::sleep(*duration);
                usual
            }
            Some(Does::Says(other)) => other,
            Some(Does::Cuts | Does::TakesAndCuts) => return Err(Over),
            Some(Does::Hangs(duration)) => {
                std::thread::sleep(*duration);
                return Err(Over);
            }
        };
        self.line.write(format!("{says}\r\n").as_bytes())?;
        match does {
            None | Some(Does::Late(_)) => Ok(true),
            Some(Does::CutsAfterwards) => Err(Over),
            Some(_) => Ok(false),
        }
    }

    /// A mail has come to its end.
    fn end(&mut self, data: String) -> Result<(), Over> {
        let taken = Taken { to: self.to.clone(), data, tls: matches!(self.line, Line::Tls(_)) };
        let does = self.server.state.lock().unwrap().script.front().cloned();
        let takes = !matches!(does, Some((At::End, Does::Says(_) | Does::Cuts | Does::Hangs(_))));
        if takes {
            self.server.state.lock().unwrap().taken.push(taken);
        }
        self.answer(At::End, "250 2.0.0 Ok: queued").map(|_| ())
    }

    fn begin_tls(&mut self) -> Result<(), Over> {
        let (Some(config), Line::Plain(_)) = (self.server.tls.clone(), &self.line) else {
            self.line.write(b"502 5.5.1 No\r\n")?;
            return Ok(());
        };
        self.line.write(b"220 2.0.0 Ready\r\n")?;
        let Line::Plain(stream) = std::mem::replace(&mut self.line, Line::Gone) else { return Err(Over) };
        let connection = rustls::ServerConnection::new(config).map_err(|_| Over)?;
        self.line = Line::Tls(Box::new(rustls::StreamOwned::new(connection, stream)));
        Ok(())
    }

    fn read_until(&mut self, end: &str) -> Result<String, Over> {
        let mut read = Vec::new();
        let mut byte = [0];
        while !read.ends_with(end.as_bytes()) {
            if self.line.read(&mut byte)? == 0 {
                return Err(Over);
            }
            read.push(byte[0]);
        }
        String::from_utf8(read).map_err(|_| Over)
    }
}
