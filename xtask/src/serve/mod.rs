//! `cargo xtask serve`: opens `dist` on this computer, as a plain web host would.
//!
//! Absent on purpose: anything that receives. It answers GET and HEAD, and nothing else.

mod connection;
mod site;
mod watch;

pub use site::Site;

use crate::build::{self, Care, headers};
use crate::place::Place;
use anyhow::{Context, Result, bail};
use connection::{Request, Response};
use site::{Answer, Served};
use std::net::TcpListener;
use std::sync::{Arc, RwLock};

pub struct Options {
    port: u16,
    watch: bool,
    /// The folder of the host that `dist` shall seem to be in. Tests use it to prove addresses relative.
    under: String,
}

impl Options {
    pub fn read(words: &[&str]) -> Result<Options> {
        let mut options = Options { port: 8080, watch: false, under: String::new() };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--watch" => options.watch = true,
                "--port" => {
                    let port = words.next().context("--port needs a number after it")?;
                    options.port =
                        port.parse().with_context(|| format!("`{port}` is not a port number"))?;
                }
                "--under" => {
                    options.under = words
                        .next()
                        .context("--under needs a folder after it, such as /surveys")?
                        .to_string();
                }
                other => bail!("serve does not know `{other}`; it knows --port and --watch"),
            }
        }
        Ok(options)
    }
}

pub fn serve(place: &Place, options: &Options) -> Result<()> {
    let care = if options.watch { Care::Watch } else { Care::Release };
    if let Err(error) = build::build(place, care) {
        if !options.watch {
            return Err(error);
        }
        println!("The build did not work: {error:#}\nChange something and it is tried again.");
    }
    let load = || -> Result<Site> {
        let site = Site::load(&place.dist(), &place.compressed(), &options.under)?;
        Ok(if options.watch { site.reloading() } else { site })
    };
    let site = Arc::new(RwLock::new(load().unwrap_or_default()));
    let port = open_shared(Arc::clone(&site), options.port)?;
    let folder = site::folder(&options.under);
    println!("\nAsk Together is open at  http://localhost:{port}{folder}/");
    println!("To answer a survey:      http://localhost:{port}{folder}/answer/");
    println!("Press Ctrl and C to stop.");
    if options.watch {
        watch::forever(place, || {
            build::build(place, care)?;
            *site.write().unwrap_or_else(|error| error.into_inner()) = load()?;
            Ok(())
        });
    }
    loop {
        std::thread::park();
    }
}

/// Answers in the background until this tool ends. Gives back the port, which it picks itself when asked for 0.
pub fn open(site: Site, port: u16) -> Result<u16> {
    open_shared(Arc::new(RwLock::new(site)), port)
}

fn open_shared(site: Arc<RwLock<Site>>, port: u16) -> Result<u16> {
    let first = listen("127.0.0.1", port).with_context(|| {
        format!(
            "port {port} on this computer is taken. Stop the other program, or use another: --port {}",
            port.wrapping_add(1).max(1024)
        )
    })?;
    let port = first.local_addr()?.port();
    // Some browsers try the newer kind of address first. Without one they use the older.
    let both = std::iter::once(first).chain(listen("::1", port));
    for listener in both {
        let site = Arc::clone(&site);
        connection::accept(listener, move |request| {
            answer(&site.read().unwrap_or_else(|error| error.into_inner()), request)
        });
    }
    Ok(port)
}

fn listen(address: &str, port: u16) -> std::io::Result<TcpListener> {
    TcpListener::bind((address, port))
}

fn answer(site: &Site, request: &Request) -> Response {
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return words("405 Method Not Allowed", "Only reading works here.\n");
    }
    match site.answer(&request.address) {
        Answer::File(file) => found("200 OK", file, request.header("Accept-Encoding")),
        Answer::Missing(Some(page)) => {
            found("404 Not Found", page, request.header("Accept-Encoding"))
        }
        Answer::Redirect(to) => {
            Response { headers: vec![("Location", to)], ..words("308 Permanent Redirect", "") }
        }
        Answer::Missing(None) => words("404 Not Found", "There is no page at this address.\n"),
    }
}

fn words(status: &'static str, text: &str) -> Response {
    let kind = "text/plain; charset=utf-8".to_owned();
    Response { status, headers: vec![("Content-Type", kind)], body: text.into() }
}

fn found(status: &'static str, file: &Served, accepted: &str) -> Response {
    let (encoding, bytes) = file.best_for(accepted);
    let mut headers = vec![
        ("Content-Type", file.kind.to_owned()),
        ("Cache-Control", file.caching().to_owned()),
        ("Vary", "Accept-Encoding".to_owned()),
    ];
    headers.extend(headers::SAID.map(|(name, value)| (name, value.to_owned())));
    headers.extend(encoding.map(|encoding| ("Content-Encoding", encoding.to_owned())));
    Response { status, headers, body: bytes.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};

    #[test]
    fn options_are_read_in_any_order() {
        let options = Options::read(&["--watch", "--port", "9000"]).unwrap();
        assert!(options.watch);
        assert_eq!(options.port, 9000);
    }

    /// Read back as a browser gets it, beside a page and beside the page for what is missing.
    #[test]
    fn every_header_is_said_beside_every_file() {
        let folder =
            std::env::temp_dir().join(format!("ask-together-headers-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("assets")).unwrap();
        for name in ["index.html", "404.html", "assets/a-1.js"] {
            std::fs::write(folder.join(name), "x").unwrap();
        }
        let port = open(Site::load(&folder, &folder, "").unwrap(), 0).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        for (address, caching) in [
            ("/", headers::CHECKED),
            ("/no", headers::CHECKED),
            ("/assets/a-1.js", headers::LASTING),
        ] {
            let mut stream = std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
            write!(stream, "GET {address} HTTP/1.1\r\nConnection: close\r\n\r\n").unwrap();
            let mut came = String::new();
            stream.read_to_string(&mut came).unwrap();
            for (name, value) in headers::SAID.into_iter().chain([("Cache-Control", caching)]) {
                assert!(came.contains(&format!("\r\n{name}: {value}\r\n")), "{address}: {name}");
            }
        }
    }

    #[test]
    fn an_unknown_option_is_refused() {
        assert!(Options::read(&["--prot", "9000"]).is_err());
        assert!(Options::read(&["--port"]).is_err());
        assert!(Options::read(&["--port", "many"]).is_err());
    }
}
