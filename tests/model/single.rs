//! A survey as one web page: all of it goes in, and nothing of it comes out of its place.

use ask_together::model::single::{Single, fill};

const PAGE: &str = "<!doctype html><title>[[title]]</title><link href=\"[[organiser]]\">\
                    <div>[[survey]]<script>run()</script></div>";

fn single() -> Single<'static> {
    Single {
        title: "Your week",
        organiser: "https://example.org/ask/",
        fragment: "ask-survey.AAAB_w",
        own: None,
        pictures: &[],
    }
}

#[test]
fn the_survey_its_pictures_and_its_photos_are_in_the_page() {
    let pictures = [("1F44D".to_owned(), vec![1, 2, 3])];
    let page = fill(PAGE, Single { own: Some(&[255, 0]), pictures: &pictures, ..single() });
    let expected = "<!doctype html><title>Your week</title><link href=\"https://example.org/ask/\">\
                    <div><template data-survey>ask-survey.AAAB_w</template>\n\
                    <template data-file=\"1F44D.svg\">AQID</template>\n\
                    <template data-file=\"own.bin\">/wA=</template>\n\
                    <script>run()</script></div>";
    assert_eq!(page.unwrap(), expected);
}

#[test]
fn a_title_ends_no_element_and_begins_none() {
    let title = "</title><script>alert(1)</script><!-- \"&amp; [[survey]]";
    let page = fill(PAGE, Single { title, ..single() }).unwrap();
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("</title>").count(), 1);
    assert!(page.contains(
        "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- &quot;&amp;amp; [[survey]]"
    ));
    // What looks like a place to fill in is a word of the title.
    assert_eq!(page.matches("data-survey").count(), 1);
    assert!(page.find("data-survey") > page.find("example.org"));
}

#[test]
fn nothing_that_is_filled_in_ends_its_attribute_or_element() {
    let organiser = "https://example.org/\"onload=\"x";
    let pictures = [("1F44D\"><script>".to_owned(), Vec::new())];
    let fragment = "</template><script>";
    let page = fill(PAGE, Single { organiser, fragment, pictures: &pictures, ..single() }).unwrap();
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("</template>").count(), 2);
    assert!(page.contains("<link href=\"https://example.org/&quot;onload=&quot;x\">"));
}

#[test]
fn what_is_no_such_page_is_not_filled_in() {
    let others = [
        "",
        "<html>[[title]][[organiser]][[survey]]",
        "<!doctype html><title>Not found</title>",
        "<!doctype html>[[survey]][[organiser]][[title]]",
    ];
    for page in others {
        assert_eq!(fill(page, single()), None, "{page}");
    }
}
