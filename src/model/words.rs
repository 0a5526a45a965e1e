//! The app's own words on the participant's page, by key: English here, other languages from small
//! files, or from the organiser.
//!
//! A words file has one `key=words` a line. `{1}` and `{2}` stand for what is filled in. English is
//! part of the program, so most people wait for nothing; `web/words/` holds the other languages,
//! and a test checks that none of them lacks a key.

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

/// The English words, and the keys of all others.
const ENGLISH: &str = include_str!("words.txt");

/// The app's words in one language. A copy is as good as the original.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(&'static [&'static str]);

impl Words {
    /// The English words.
    pub fn english() -> Self {
        Self(lines(ENGLISH).map(|(_, words)| words).collect::<Vec<_>>().leak())
    }

    /// The words of a file in another language, and before them those that the organiser
    /// supplied. English stands for what both lack.
    ///
    /// What is read stays in memory for as long as the page: a few kB for each language.
    pub fn of(file: &'static str, supplied: &[(u8, String)]) -> Self {
        let of_file: Vec<(&str, &str)> = lines(file).collect();
        let word = |(place, (key, english)): (usize, (&str, &'static str))| {
            if let Some((_, words)) = supplied.iter().find(|(of, _)| usize::from(*of) == place) {
                return &*words.clone().leak();
            }
            of_file.iter().find(|(other, _)| *other == key).map_or(english, |(_, words)| *words)
        };
        Self(lines(ENGLISH).enumerate().map(word).collect::<Vec<_>>().leak())
    }

    /// The same, with something else said in one place. They stay in memory too.
    pub fn with(self, word: Word, says: &'static str) -> Self {
        let mut all = self.0.to_vec();
        if let Some(place) = all.get_mut(word as usize) {
            *place = says;
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

/// The keys and words of a file.
pub fn lines(file: &str) -> impl Iterator<Item = (&str, &str)> {
    file.lines().filter_map(|line| {
        let place = line.bytes().position(|byte| byte == b'=')?;
        Some((line.get(..place)?, line.get(place + 1..)?))
    })
}

/// The English words with their keys, in the order of [`Word::ALL`].
pub fn english() -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(ENGLISH)
}
