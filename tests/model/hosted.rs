//! Surveys on a host: names that an organiser chooses, and names that anybody writes into an address.

use ask_together::model::hosted::{
    BadName, LONGEST, OnHost, address, beside, file_name, is_name, named, on_host, query, safe_name,
};
use ask_together::model::wire::{Packet, SurveyFile};

#[test]
fn a_title_becomes_a_short_name() {
    for (title, name) in [
        ("Your tea", "your-tea"),
        ("  Your café & “support”! ", "your-caf-support"),
        ("Caffi’r Dref", "caffir-dref"),
        ("2026--27", "2026-27"),
        ("../../etc/passwd", "etc-passwd"),
        ("A\u{0}B", "a-b"),
    ] {
        assert_eq!(safe_name(title).as_deref(), Some(name), "{title}");
        assert!(is_name(name));
    }
    for none in ["", " - ", "שלום", "🍰"] {
        assert_eq!(safe_name(none), None, "{none}");
    }
}

#[test]
fn a_long_title_is_cut_between_words() {
    let long =
        safe_name("What do you think about the new day centre in your town?").expect("a name");
    assert_eq!(long, "what-do-you-think-about-the-new-day");
    let one = safe_name(&"a".repeat(90)).expect("a name");
    assert_eq!(one.len(), LONGEST);
    assert!(is_name(&long) && is_name(&one));
}

#[test]
fn a_short_link_names_one_file_in_one_folder() {
    let name = "your-tea";
    assert_eq!(query(name), "?s=your-tea");
    assert_eq!(named(&query(name)), Some(Ok(name.to_owned())));
    assert_eq!(address(name).as_deref(), Some("../surveys/your-tea.bin"));
    assert_eq!(file_name(name), "your-tea.bin");
    for none in ["", "?", "?t=x", "?as=tea", "#s=tea", "s=tea"] {
        assert_eq!(named(none), None, "{none}");
    }
}

#[test]
fn small_differences_still_name_the_same_file() {
    for same in [
        "?s=your-tea&fbclid=1",
        "?utm=1&s=your-tea",
        "?x&S=your-tea",
        "?s=Your-Tea",
        "?s=YOUR-TEA",
        "?s=your-tea.",
        "?s=your-tea,",
        "?s=your-tea/",
        "?s=your-tea/.",
    ] {
        assert_eq!(named(same), Some(Ok("your-tea".to_owned())), "{same}");
    }
    // The first counts, so nobody can put another one behind it.
    assert_eq!(named("?s=tea&s=other"), Some(Ok("tea".to_owned())));
    assert_eq!(named("?s=.,/"), Some(Err(BadName)));
}

#[test]
fn hostile_names_are_no_part_of_any_address() {
    for hostile in [
        "",
        ".",
        "..",
        "../tea",
        "..%2ftea",
        "%2e%2e",
        "tea/..",
        "a/b",
        "a\\b",
        "//example.org/x",
        "https://example.org",
        "javascript:alert(1)",
        "tea.bin",
        "tea?x",
        "tea#x",
        "tea bin",
        "tea%20",
        "tea+bin",
        "Tea",
        "té",
        "-tea",
        "tea-",
        "t--a",
        "tea\u{0}",
        "tea\n",
        "\u{202e}tea",
        "аbc",
        &"a".repeat(LONGEST + 1),
    ] {
        assert!(!is_name(hostile), "{hostile:?}");
        assert_eq!(address(hostile), None, "{hostile:?}");
        // Whatever is made of it in an address, nothing but a plain name comes out.
        if let Some(Ok(name)) = named(&query(hostile)) {
            assert_eq!(name, "tea", "{hostile:?}");
            assert!(["tea/..", "Tea"].contains(&hostile), "{hostile:?}");
        }
    }
}

#[test]
fn a_short_link_is_ready_once_the_newest_file_is_on_the_host() {
    let file = |byte| SurveyFile { deflated: vec![byte; 40], photos: vec![], media: vec![] };
    let ours = file(7).to_packet();
    assert_eq!(on_host(&ours, &ours), OnHost::Newest);
    assert_eq!(on_host(&file(8).to_packet(), &ours), OnHost::Other);
    assert_eq!(on_host(b"<!doctype html>", &ours), OnHost::Nothing);
    assert_eq!(on_host(b"", &ours), OnHost::Nothing);
    assert_eq!(beside("tea"), "surveys/tea.bin");
}
