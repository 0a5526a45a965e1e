//! What a host should say beside each file, and the same as settings for common hosts.
//!
//! The pages carry a policy of their own, so they are safe without any of this. Only a header can keep other pages
//! from putting them into a frame before a script runs, and have browsers insist on https. `serve` says them too.
//!
//! Sources: OWASP's HTTP Headers Cheat Sheet; each host's own manual for the form.

use super::assets::Dist;
use serde_json::{Value, json};

/// What is said beside every file: a header's name and value.
pub const SAID: [(&str, &str); 8] = [
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    // The same for browsers that do not know the line above.
    ("X-Frame-Options", "DENY"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("Strict-Transport-Security", "max-age=31536000"),
    (
        "Permissions-Policy",
        // The camera scans codes. Nothing else is ever asked for.
        "camera=(self), browsing-topics=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// How long a browser may keep a file in `assets/`: its name changes with its content.
pub const LASTING: &str = "public, max-age=31536000, immutable";
/// How long any other.
pub const CHECKED: &str = "no-cache";

/// What Netlify, Cloudflare Pages and others read where it stands.
pub const READ_BY_HOSTS: &str = "_headers";

/// Adds the settings to the folder. Those that no host reads by itself are for people to copy.
pub fn add_to(dist: &mut Dist) {
    dist.add(READ_BY_HOSTS, underscore().into_bytes());
    dist.add("hosting/nginx.conf", nginx().into_bytes());
    dist.add("hosting/apache.conf", apache().into_bytes());
    dist.add("hosting/cloudfront.json", cloudfront().into_bytes());
}

fn underscore() -> String {
    let lines = |all: &[(&str, &str)]| -> String {
        all.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect()
    };
    format!(
        "/*\n{}  Cache-Control: {CHECKED}\n\n/assets/*\n  ! Cache-Control\n  Cache-Control: {LASTING}\n",
        lines(&SAID)
    )
}

fn nginx() -> String {
    let all: String = SAID
        .iter()
        .map(|(name, value)| format!("add_header {name} \"{value}\" always;\n"))
        .collect();
    let inside = all.replace("add_header", "  add_header");
    format!(
        "# Ask Together on nginx: put this into the `server` block of the site.\n\
         # nginx forgets the headers of a block in each `location` that has one of its own. So they stand twice.\n\
         {all}add_header Cache-Control \"{CHECKED}\" always;\n\
         error_page 404 /404.html;\n\n\
         location ~ /assets/ {{\n{inside}  add_header Cache-Control \"{LASTING}\" always;\n}}\n"
    )
}

fn apache() -> String {
    let all: String = SAID
        .iter()
        .map(|(name, value)| format!("  Header always set {name} \"{value}\"\n"))
        .collect();
    format!(
        "# Ask Together on Apache: put this into the site's settings, or into a file called .htaccess in the folder.\n\
         # It needs mod_headers. Without it Apache says nothing of this, and the pages still work.\n\
         ErrorDocument 404 /404.html\n\
         AddType application/wasm .wasm\n\
         <IfModule mod_headers.c>\n{all}  Header always set Cache-Control \"{CHECKED}\"\n\
         \x20 <If \"%{{REQUEST_URI}} =~ m#/assets/#\">\n    Header always set Cache-Control \"{LASTING}\"\n  </If>\n\
         </IfModule>\n"
    )
}

/// A response headers policy, as `aws cloudfront create-response-headers-policy` takes it. CloudFront sets some
/// headers in words of its own.
fn cloudfront() -> String {
    let own = |name: &str| {
        SAID.iter().find(|(known, _)| *known == name).map(|(_, value)| *value).unwrap_or_default()
    };
    let other =
        ["Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy"];
    let custom: Vec<Value> = other
        .iter()
        .map(|name| json!({ "Header": name, "Value": own(name), "Override": true }))
        .collect();
    let policy = json!({
        "Name": "ask-together",
        "Comment": "Ask Together: what to say beside every file",
        "SecurityHeadersConfig": {
            "ContentSecurityPolicy": {
                "ContentSecurityPolicy": own("Content-Security-Policy"),
                "Override": true
            },
            "ContentTypeOptions": { "Override": true },
            "FrameOptions": { "FrameOption": own("X-Frame-Options"), "Override": true },
            "ReferrerPolicy": { "ReferrerPolicy": own("Referrer-Policy"), "Override": true },
            "StrictTransportSecurity": { "AccessControlMaxAgeSec": 31_536_000, "Override": true }
        },
        "CustomHeadersConfig": { "Quantity": custom.len(), "Items": custom }
    });
    format!("{policy:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each form says all of it: what reads the file would find each header with its value.
    #[test]
    fn every_form_says_every_header() {
        for (name, value) in SAID {
            assert!(underscore().contains(&format!("\n  {name}: {value}\n")), "{name}");
            let line = format!("add_header {name} \"{value}\" always;\n");
            assert_eq!(nginx().matches(&line).count(), 2, "{name}");
            assert!(
                apache().contains(&format!("  Header always set {name} \"{value}\"\n")),
                "{name}"
            );
        }
        let policy: Value = serde_json::from_str(&cloudfront()).unwrap();
        let text = policy.to_string();
        let in_own_words = ["X-Content-Type-Options", "Strict-Transport-Security"];
        for (_, value) in SAID.iter().filter(|(name, _)| !in_own_words.contains(name)) {
            assert!(text.contains(&format!("\"{value}\"")), "{value}");
        }
    }

    /// No value could end its quotes.
    #[test]
    fn no_value_has_a_quote_or_a_line_end() {
        assert!(
            SAID.iter().all(|(name, value)| !format!("{name}{value}").contains(['"', '\n', '\r']))
        );
    }
}
