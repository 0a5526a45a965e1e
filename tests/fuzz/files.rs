//! Files: copies of the work, surveys with photos and sounds, photos, films, and what a host says about itself.

use crate::mutate::{golden, mutated, mutated_packet, mutated_text};
use crate::packets::draft;
use crate::steps::Steps;
use ask_together::model::carried::named_in;
use ask_together::model::copied;
use ask_together::model::deflate::{deflate, inflate};
use ask_together::model::draft::Draft;
use ask_together::model::media::{Media, is_media};
use ask_together::model::photo::{self, Photo};
use ask_together::model::site::Site;
use ask_together::model::survey::Survey;
use ask_together::model::wire::{Backup, Packet, SurveyFile};
use base64ct::{Base64UrlUnpadded, Encoding};
use std::sync::LazyLock;

/// Copies of the work: changed anywhere, or inside of one of their packets.
pub fn backups(steps: &mut Steps) {
    static COPY: LazyLock<String> =
        LazyLock::new(|| String::from_utf8(golden("v1/backup.json")).expect("text"));
    static DRAFT: LazyLock<Draft> = LazyLock::new(draft);
    let text = if steps.is_true() {
        mutated_text(&COPY, steps)
    } else {
        let texts: Vec<&str> = COPY.split('"').filter(|text| text.len() > 40).collect();
        let text = *steps.pick(&texts);
        let packet = Base64UrlUnpadded::decode_vec(text).unwrap_or_default();
        let name = *steps.pick(&[Draft::NAME, Survey::NAME, "received", "sealed"]);
        let packet = Base64UrlUnpadded::encode_string(&mutated_packet(name, &packet, steps));
        COPY.replacen(text, &packet, 1)
    };
    let Ok(backup) = Backup::from_json(&text) else { return };
    _ = backup.photo_names();
    assert!(Backup::from_json(&backup.to_json()).is_ok(), "what was read does not read again");
    for survey in backup.surveys {
        let own = Some(&*DRAFT).filter(|own| own.id() == survey.draft.id());
        if let Ok(survey) = copied::judge(survey, own) {
            assert!(survey.versions.iter().all(|version| version.id == survey.draft.id()));
        }
    }
}

/// Photos, alone and in the file of a survey.
pub fn photos(steps: &mut Steps) {
    static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| golden("v1/survey-file.bin"));
    static PHOTOS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
        let file = SurveyFile::from_packet(&FILE).expect("golden");
        let mut all: Vec<Vec<u8>> = file.photos.iter().map(|one| one.bytes().to_vec()).collect();
        all.push(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\xff\xd9".to_vec());
        all.push(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01".to_vec());
        all.push(b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00".to_vec());
        all
    });
    let photo = steps.pick(&PHOTOS);
    let bytes = mutated(photo, steps);
    if let Some(photo) = Photo::read(bytes.clone()) {
        assert!(photo::is_photo(&photo.name()));
    }
    _ = (Photo::read_sent(bytes), named_in(&mutated(&FILE, steps)));
    if let Ok(file) = SurveyFile::from_packet(&mutated_packet(SurveyFile::NAME, &FILE, steps)) {
        assert!(SurveyFile::from_packet(&file.to_packet()).is_ok());
    }
    media(steps);
}

/// Films, whose parts say how long they are, and the file that carries a sound.
fn media(steps: &mut Steps) {
    static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| golden("v3/survey-file.bin"));
    const FILM: &[u8] =
        b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x38moov\0\0\0\x20trak\0\0\0\x18hdlr\0\0\0\0\0\0\0\0vide\
        \0\0\0\0\0\0\0\x10udta\xa9xyz+51.";
    if let Ok(media) = Media::of_file(mutated(FILM, steps)) {
        assert!(is_media(&media.name()));
        assert!(Media::read_sent(media.bytes().to_vec()).is_ok());
    }
    if let Ok(file) = SurveyFile::from_packet(&mutated_packet(SurveyFile::NAME, &FILE, steps)) {
        assert!(SurveyFile::from_packet(&file.to_packet()) == Ok(file));
    }
}

/// What a host says about itself.
pub fn settings_of_hosts(steps: &mut Steps) {
    const SITE: &str = r#"{"name": "Team A", "logo": "logo.svg", "privacy": "Ask us", "privacy_link": "https://example.org/p",
        "languages": ["en", "cy"], "send_to": [{"by": "email", "to": "a@example.org", "name": "Ann"}]}"#;
    match Site::from_json(&mutated_text(SITE, steps)) {
        Ok(site) => {
            _ = site.begins(draft().content());
        }
        Err(why) => assert!(!why.says().is_empty()),
    }
}

/// What is packed. It never unpacks to more than is asked for.
pub fn deflated(steps: &mut Steps) {
    static PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| deflate(&golden("v1/draft.bin")));
    let most = 1 << (steps.byte() % 20);
    if let Ok(bytes) = inflate(&mutated(&PACKED, steps), most) {
        assert!(bytes.len() <= most);
        assert_eq!(inflate(&deflate(&bytes), most).ok(), Some(bytes));
    }
}
