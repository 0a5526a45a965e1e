//! The app's own words on the participant's page, by key: English here, other languages from small
//! files, or from the organiser.
//!
//! A words file has one `key=words` a line. `{1}` and `{2}` stand for what is filled in. English is
//! part of the program, so most people wait for nothing; `web/words/` holds the other languages,
//! and a test checks that none of them lacks a key. The keys are for who writes these files: no phone
//! downloads them. They are taken off English here, and off the others where they are built, which puts
//! their lines in the same order.

/// Writes the keys once: as an enum, and as names for the files.
macro_rules! words {
    ($($word:ident)*) => {
        /// Something the app says to participants. New ones are only ever put at the end: drafts
        /// and surveys name them by their place.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Word { $(#[doc = "See `words.txt`."] $word),* }

        impl Word {
            /// Every word, in the order of `words.txt`.
            pub const ALL: &[Word] = &[$(Word::$word),*];

            /// Its key in the files.
            pub fn key(self) -> &'static str {
                match self { $(Word::$word => stringify!($word)),* }
            }
        }
    };
}

words! {
    By Questions1 Questions Minutes1 Minutes YouChoose HelpIsFine Start GoOn
    QuestionOf Back Next Save Skip PreferNot SaidPreferNot PickMany PickUpTo PickAtLeast
    Yes No NotSure Other OtherWords VeryBad Bad Ok Good VeryGood
    ThisWeek ThisMonth ThisYear LastYear LongerAgo NotRemembered
    Help NoHelp HelpRead HelpExplained HelpWrote HelpAnswered
    ConsentYes ConsentNo Or GoingWell PileNotSure NotGoingWell
    CardOf AllSorted PutBack NothingHere RankHow RankPlace RankNone RankAgain
    Day Month Year DateExample NumberHow
    WrongTitle NotANumber NotADate NotAMonth TooSmall TooLarge TooFew TooMany ChooseOne
    Check CheckNothingSent Skipped NothingAnswered Change AnswerNow Send
    SendTitle SendLocked SendBefore Share ShareHow Copy CopyHow File FileHow
    SentShared SentSharedNext SentCopied SentCopiedNext SentByHand SentByHandNext
    SentFile SentFileNext SentFailed SentFailedNext ByHand LockedAnswers
    WhatNext TakeBack YourCode CannotSend CannotSendWhy CannotSendNext
    EndedTitle EndedText
    Kept CannotKeep OldUnreadable WelcomeBack
    StartAgain StartAgainAsk StartAgainText StartAgainYes
    Delete DeleteAsk DeleteText DeleteYes NoGoBack
    DeletedTitle DeletedText AnswerAgain
    Listen StopListening Comfort TextSize Size1 Size2 Size3 Size4
    Colours ColoursLight ColoursCream ColoursDark ColoursYellow
    Pictures PicturesOn PicturesOff Movement MovementOn MovementOff
    Language LanguageFailed Round WordMeans MyAnswersTo WhoAsked
    CheckSentBefore EndedSentText CannotDelete TryAgain
    EmailAnswers EmailHow TextAnswers TextHow WhatsAppAnswers WhatsAppHow GiveAnswers GiveHow
    ToWhom TooLongForWay PressSend PressSendNext HaveSent ShowCode ShowCodeHow ScanHow CodeName
    HaveScanned OtherWays DoneTitle DoneText DoneScanned KeepCode NotWorked SendAgain
    ChangeAnswers SamePerson SamePersonText SameYes SameNo NotSentYet SureStart ClosedOn
    OpenUntil MyCode Opening NotAllCame Full GiveLong
    EmptyBox WrongYear NoSuchDay Size QuestionOfAbout QuestionsAbout
    LettersLeft ShortYear Unticked
    ClosedTitle ClosedUntil ClosedAsk PhoneDay AnswerAnyway PrivacyTitle ReadMore AskThem KeptUntil
    MediaWords CodeOf CodesChange Slower Faster Pause NextCode JustForYou DeleteSent
}

/// The file of the English words.
const FILE: &[u8] = include_bytes!("words.txt");

/// The English words, one a line, in the order of [`Word::ALL`].
const ENGLISH: &str = match core::str::from_utf8(&WITHOUT_KEYS) {
    Ok(words) => words,
    Err(_) => panic!("words.txt is no UTF-8"),
};

static WITHOUT_KEYS: [u8; without_keys(&mut [])] = {
    let mut words = [0; without_keys(&mut [])];
    without_keys(&mut words);
    words
};

/// Writes the file without its keys as far as there is room. Gives its whole length.
const fn without_keys(to: &mut [u8]) -> usize {
    let (mut from, mut length, mut is_key) = (0, 0, true);
    while from < FILE.len() {
        let byte = FILE[from];
        if is_key {
            is_key = byte != b'=';
        } else {
            if length < to.len() {
                to[length] = byte;
            }
            length += 1;
            is_key = byte == b'\n';
        }
        from += 1;
    }
    length
}

/// The app's words in one language. A copy is as good as the original.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(&'static [&'static str]);

impl Words {
    /// The English words.
    pub fn english() -> Self {
        Self(ENGLISH.lines().collect::<Vec<_>>().leak())
    }

    /// The words of another language, one a line in the order of [`Word::ALL`], and before them those that
    /// the organiser supplied. English stands for what both lack.
    ///
    /// What is read stays in memory for as long as the page: a few kB for each language.
    pub fn of(file: &'static str, supplied: &[(u8, String)]) -> Self {
        let mut of_file = file.lines();
        let word = |(place, english): (usize, &'static str)| {
            let own = of_file.next().filter(|own| !own.is_empty());
            match supplied.iter().find(|(of, _)| usize::from(*of) == place) {
                Some((_, words)) => &*words.clone().leak(),
                None => own.unwrap_or(english),
            }
        };
        Self(ENGLISH.lines().enumerate().map(word).collect::<Vec<_>>().leak())
    }

    /// The same, with something else said in some places. They stay in memory too.
    pub fn with(self, others: &[(Word, &'static str)]) -> Self {
        let mut all = self.0.to_vec();
        for (word, says) in others {
            if let Some(place) = all.get_mut(*word as usize) {
                *place = says;
            }
        }
        Self(all.leak())
    }

    /// What to say.
    pub fn say(&self, word: Word) -> &'static str {
        self.0.get(word as usize).copied().unwrap_or_default()
    }

    /// What to say, with `{1}` and `{2}` filled in.
    pub fn fill(&self, word: Word, values: &[&str]) -> String {
        let mut text = String::new();
        let mut letters = self.say(word).chars();
        while let Some(letter) = letters.next() {
            if letter == '{' {
                let place = letters.next().and_then(|digit| digit.to_digit(10)).unwrap_or(0);
                letters.next();
                text.push_str(values.get((place as usize).wrapping_sub(1)).unwrap_or(&""));
            } else {
                text.push(letter);
            }
        }
        text
    }
}
