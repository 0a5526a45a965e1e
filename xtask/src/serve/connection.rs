//! HTTP/1.1, as much of it as a browser needs to fetch files: one connection, and the requests that come on it.
//!
//! **Invariant:** each connection has a thread of its own from the moment it is there. Servers that share out threads
//! can leave a connection without one while the computer is busy, until some other connection ends. A page then waits
//! for a file that never comes.
//!
//! Absent on purpose: bodies of requests. Nothing is ever received here.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

/// Browsers send less than 2 kB.
const LONGEST_HEAD: u64 = 64 * 1024;

/// What a browser asks for.
#[derive(Debug, PartialEq)]
pub struct Request {
    pub method: String,
    /// The path and what follows it, as it was sent.
    pub address: String,
    headers: Vec<(String, String)>,
}

/// What it gets.
pub struct Response {
    /// Such as `200 OK`.
    pub status: &'static str,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

impl Request {
    /// The value of a header. Empty when it was not sent.
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    /// Reads one. `None` when the browser closed the connection, or sent what is none.
    fn read(from: &mut impl BufRead) -> io::Result<Option<Request>> {
        let mut head = from.take(LONGEST_HEAD);
        let mut line = || -> io::Result<String> {
            let mut bytes = Vec::new();
            head.read_until(b'\n', &mut bytes)?;
            Ok(String::from_utf8_lossy(&bytes).into_owned())
        };
        let first = line()?;
        let [method, address, "HTTP/1.1"] = first.split_whitespace().collect::<Vec<_>>()[..] else {
            return Ok(None);
        };
        let mut headers = Vec::new();
        loop {
            let line = line()?;
            match line.trim_end().split_once(':') {
                Some((name, value)) => headers.push((name.to_owned(), value.trim().to_owned())),
                None if matches!(line.as_str(), "\r\n" | "\n") => break,
                None => return Ok(None),
            }
        }
        Ok(Some(Request { method: method.to_owned(), address: address.to_owned(), headers }))
    }

    /// After a body that nobody read, the next request can't be found.
    fn is_last(&self) -> bool {
        let has_body = ["Content-Length", "Transfer-Encoding"].iter().any(|name| {
            let value = self.header(name);
            !value.is_empty() && value != "0"
        });
        has_body || self.header("Connection").eq_ignore_ascii_case("close")
    }
}

impl Response {
    fn write(&self, to: &mut impl Write, request: &Request) -> io::Result<()> {
        let mut head = format!("HTTP/1.1 {}\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if request.is_last() {
            head.push_str("Connection: close\r\n");
        }
        // Always said: browsers show progress by it, and know by it where the next answer starts.
        head.push_str(&format!("Content-Length: {}\r\n\r\n", self.body.len()));
        to.write_all(head.as_bytes())?;
        if request.method != "HEAD" {
            to.write_all(&self.body)?;
        }
        to.flush()
    }
}

/// Answers every request that comes on any connection, in the background, until this tool ends.
pub fn accept(
    listener: TcpListener,
    answer: impl Fn(&Request) -> Response + Clone + Send + 'static,
) {
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = answer.clone();
            // A browser that has gone away is no concern of ours.
            std::thread::spawn(move || _ = serve(stream, answer));
        }
    });
}

fn serve(mut stream: TcpStream, answer: impl Fn(&Request) -> Response) -> io::Result<()> {
    // The end of a file goes out at once, and does not wait for the start of the next one.
    stream.set_nodelay(true)?;
    let mut from = BufReader::new(stream.try_clone()?);
    while let Some(request) = Request::read(&mut from)? {
        answer(&request).write(&mut stream, &request)?;
        if request.is_last() {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    /// Opens a server, and says where.
    fn open() -> std::net::SocketAddr {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        accept(listener, |request| Response {
            status: "200 OK",
            headers: vec![("Content-Type", "text/plain".to_owned())],
            body: request.address.as_bytes().into(),
        });
        address
    }

    /// Sends this on one connection, and gives back all that comes until the server closes it.
    fn talk(sent: &str) -> String {
        let mut stream = TcpStream::connect(open()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(sent.as_bytes()).unwrap();
        let mut came = String::new();
        stream.read_to_string(&mut came).unwrap();
        came
    }

    #[test]
    fn one_connection_brings_many_answers() {
        let came = talk(
            "GET /a HTTP/1.1\r\nHost: x\r\n\r\nHEAD /head HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\nconnection: Close\r\n\r\n",
        );
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
        let [a, b] = ["Content-Length: 2\r\n\r\n/a", "Content-Length: 2\r\n\r\n/b"];
        let only_head = "Content-Length: 5\r\n\r\n";
        assert_eq!(came, format!("{head}{a}{head}{only_head}{head}Connection: close\r\n{b}"));
    }

    #[test]
    fn what_is_no_request_or_has_a_body_ends_the_connection() {
        for sent in ["\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n", "\0\0\n"] {
            assert_eq!(talk(sent), "", "{sent:?}");
        }
        let came = talk("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhiGET / HTTP/1.1\r\n\r\n");
        assert_eq!(came.matches("HTTP/1.1 200").count(), 1);
    }

    /// They come faster than threads start, as from a browser while the computer is busy.
    #[test]
    fn connections_that_come_at_once_and_stay_open_are_all_answered() {
        let address = open();
        let mut streams: Vec<_> = (0..100).map(|_| TcpStream::connect(address).unwrap()).collect();
        for stream in &mut streams {
            stream.write_all(b"GET /here HTTP/1.1\r\n\r\n").unwrap();
        }
        for stream in &mut streams {
            stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
            let mut line = String::new();
            BufReader::new(stream).read_line(&mut line).unwrap();
            assert_eq!(line, "HTTP/1.1 200 OK\r\n");
        }
    }
}
