//! The state of the page, in one place. It is a handful of signals and is passed down by copying.

mod asks;
mod checking;
mod kept;

use std::sync::Arc;

use leptos::task::spawn_local;
use muse::{Lock, Secret};
use send_wrapper::SendWrapper;
use verse::{Form, Language, Options, Pin, Report, glosses::Table};

pub use checking::{is_lyric, written};
use checking::{options, planned, read};
pub use kept::take;

pub use asks::{Begin, Errand, Explain, Hand, Lyrics, MOST_REACH, Notice, Outside};

use crate::{
    browser::{self, page},
    couplets::Judge,
    i18n::Words,
    keep::{
        Found,
        draft::Draft,
        load,
        plan::Plan,
        settings::Settings,
        versions::{Version, Versions, Who},
        wish::Wish,
    },
    settings::keyring::Keyring,
    ui::{After, State, Worked, memo},
    view::View,
    write::{
        classic,
        field::Field,
        pins,
        sheet::{Sheet, is_traditional},
    },
};

/// The state of the page.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Which view is open.
    pub view: State<View>,
    /// The id of the draft that is open; empty until the database has it.
    pub draft: State<String>,
    /// The text, as it was taken from the field.
    pub text: State<String>,
    /// The text field.
    pub field: Field,
    /// The readings that the person has fixed.
    pub pins: State<Vec<Pin>>,
    /// The characters that are locked.
    pub locks: State<Vec<Lock>>,
    /// The pattern that the draft is written into.
    pub plan: State<Plan>,
    /// The character that is looked at, as (line, place) from 1.
    pub picked: State<Option<(usize, usize)>>,
    /// How many characters are looked at, from that one on: 1 to [`MOST_REACH`].
    pub reach: State<usize>,
    /// What is at hand for them, where that was asked for.
    pub hand: State<Option<Hand>>,
    /// What the readings of characters mean, once it has been fetched.
    pub glosses: State<Option<Table>>,
    /// What adds to a report the antithesis that is lacking, once it has been fetched.
    pub judge: State<Option<SendWrapper<Judge>>>,
    /// What knows of lyrics, once it has been fetched.
    pub lyrics: State<Option<Arc<dyn Lyrics>>>,
    /// Whether something else than the text on the desk needs what knows of lyrics.
    pub needs_lyrics: State<bool>,
    /// Whether a tune is being chosen.
    pub tunes: State<bool>,
    /// The form that a running model was asked for; the check follows it.
    pub form: State<Option<Form>>,
    /// The verdict on the text.
    pub report: Worked<Report>,
    /// The same for what stands beside the sheet.
    pub beside: After<Report>,
    /// What is drawn of it.
    pub sheet: Worked<Sheet>,
    /// The script of the poem, as a tag of a language: it decides which letters are taken.
    pub script: Worked<&'static str>,
    /// Whether pinyin stands above the characters.
    pub pinyin: Worked<bool>,
    /// Whether the sheet is written from top to bottom.
    pub vertical: Worked<bool>,
    /// The places that a finding points at, as (line, place) from 1.
    pub lit: State<Vec<(usize, usize)>>,
    /// What the tools are to do.
    pub errand: State<Option<Errand>>,
    /// What explains a finding, once the tools are there.
    pub explain: State<Option<Explain>>,
    /// Whether the classic of a first visit is still on the desk, untouched.
    pub welcome: State<bool>,
    /// What has been chosen.
    pub settings: State<Settings>,
    /// The key, once the settings have taken it up.
    pub key: State<Secret>,
    /// Whether the key stays on the device, plain.
    pub remember: State<bool>,
    /// Keys under a passphrase.
    pub keyring: Keyring,
    /// The versions.
    pub versions: State<Versions>,
    /// The brief.
    pub wish: State<Wish>,
    /// What the person should know about keeping.
    pub notice: State<Option<Notice>>,
    /// Names in the store that are left alone: something unreadable had to stay there.
    pub closed: State<Vec<&'static str>>,
    /// The words of the page.
    pub words: Words,
    /// What comes from outside.
    pub outside: State<SendWrapper<Outside>>,
    /// Begins another draft, where drafts are kept.
    pub begin: State<Option<SendWrapper<Begin>>>,
}

impl Desk {
    /// Sets the desk up with what was kept.
    pub fn open(outside: Outside) -> Self {
        let device = outside.device.as_ref();
        let notice = State::new(None);
        let closed = State::new(Vec::new());
        let settings = take::<Settings>(device, notice, closed);
        let versions = take::<Versions>(device, notice, closed);
        // The tab's own, where it has been here before.
        let draft = match load::<Draft>(outside.tab.as_ref()) {
            Found::Value(draft) => Some(draft),
            Found::SetAside(_) => {
                notice.set(Some(Notice::SetAside));
                take::<Draft>(device, notice, closed)
            }
            _ => take::<Draft>(device, notice, closed),
        };
        let settings = settings.unwrap_or_default();
        let settings = State::new(settings);
        let asked = page::language();
        let language = memo(move || settings.with(|s| s.language).unwrap_or(asked));
        let welcome = draft.is_none();
        let draft = draft.unwrap_or_else(|| Draft {
            text: classic::TEXT.to_owned(),
            ..Draft::default()
        });
        let Draft {
            id,
            text,
            pins,
            locks,
            plan,
        } = draft;
        // Those of another draft are in the database.
        let versions = versions.filter(|versions| versions.draft == id);
        let field = Field::new(&text);
        let text = State::new(text);
        let pins = State::new(pins);
        let form = State::new(None);
        let judge: State<Option<SendWrapper<Judge>>> = State::new(None);
        let lyrics: State<Option<Arc<dyn Lyrics>>> = State::new(None);
        let plan = State::new(plan);
        let rules = memo(move || settings.with(options));
        let report = memo(move || {
            text.with(|text| {
                let options = Options {
                    language: language.get(),
                    pins: pins.get(),
                    ..planned(rules.get(), form.get(), plan.get(), text)
                };
                let mut report = read(text, &options, lyrics.get());
                judge.with(|judge| {
                    if let Some(judge) = judge {
                        judge(&mut report, &options);
                    }
                });
                report
            })
        });
        let sheet = memo(move || {
            // How a lyric is dressed may change where its report does not.
            plan.track();
            let mut sheet = text.with(|text| report.with(|report| Sheet::new(text, report)));
            if let Some(lyrics) = lyrics.get().filter(|_| report.with(is_lyric)) {
                lyrics.dress(&mut sheet);
            }
            sheet
        });
        Self {
            view: State::new(View::of(&page::hash())),
            draft: State::new(id),
            text,
            field,
            pins,
            locks: State::new(locks),
            plan,
            picked: State::new(None),
            reach: State::new(1),
            hand: State::new(None),
            glosses: State::new(None),
            judge,
            lyrics,
            needs_lyrics: State::new(false),
            tunes: State::new(false),
            form,
            report,
            beside: After::new(report),
            script: memo(move || match report.with(is_traditional) {
                true => "zh-Hant",
                false => "zh-Hans",
            }),
            sheet,
            pinyin: memo(move || settings.with(|s| s.pinyin)),
            vertical: memo(move || settings.with(|s| s.vertical)),
            lit: State::new(Vec::new()),
            errand: State::new(None),
            explain: State::new(None),
            welcome: State::new(welcome),
            settings,
            key: State::new(Secret::default()),
            remember: State::new(false),
            keyring: Keyring::new(),
            versions: State::new(versions.unwrap_or_default()),
            wish: State::new(Wish::default()),
            notice,
            closed,
            words: Words::new(language),
            outside: State::new(SendWrapper::new(outside)),
            begin: State::new(None),
        }
    }

    /// Takes an empty sheet: another draft, or, where drafts are not kept, the same, whose text goes to
    /// the versions.
    pub fn take_sheet(self) {
        if self.begin.with_untracked(Option::is_none) {
            return self.put("");
        }
        spawn_local(async move {
            if self.new_sheet().await {
                self.field.focus();
            } else {
                self.put("");
            }
        });
    }

    /// Lays an empty draft on the desk. Does nothing, and says so, where drafts are not kept.
    pub async fn new_sheet(self) -> bool {
        let Some(begin) = self.begin.get_untracked() else {
            return false;
        };
        (*begin)().await
    }

    /// Puts out what a finding lit.
    pub fn put_out(self) {
        if !self.lit.with_untracked(Vec::is_empty) {
            self.lit.set(Vec::new());
        }
    }

    /// Takes what the person has written.
    pub fn take(self, text: String) {
        self.welcome.set(false);
        self.form.set(None);
        self.put_out();
        self.carry(&text);
        self.text.set(text);
    }

    /// Lets the pins stay with their characters in a text that takes the place of this one. (Of the locks
    /// the tools take care.)
    fn carry(self, text: &str) {
        let picked = self.picked.get_untracked();
        if picked.is_none() && self.pins.with_untracked(Vec::is_empty) {
            return;
        }
        let old: Vec<String> = self.report.with_untracked(written);
        let options = self.options_for(text);
        let new: Vec<String> = written(&read(text, &options, self.lyrics.get_untracked()));
        let follow = pins::follow(&old, &new);
        self.picked.set(picked.and_then(&follow));
        self.pins.update(|pins| {
            pins.retain_mut(|pin| {
                let place = follow((pin.line, pin.position));
                (pin.line, pin.position) = place.unwrap_or_default();
                place.is_some()
            });
        });
    }

    /// Whether a place (line and position from 1) is among those that are looked at.
    pub fn is_picked(self, (line, place): (usize, usize)) -> bool {
        let reach = self.reach.get();
        self.picked
            .get()
            .is_some_and(|(on, first)| on == line && (first..first + reach).contains(&place))
    }

    /// Lets go of the locks whose characters are no longer there, as after a model's work.
    pub fn settle_locks(self) {
        let report = self.report.get_untracked();
        self.locks
            .update(|locks| locks.retain(|lock| lock.is_kept(&report)));
    }

    /// Fixes the reading of a character, or (with `None`) leaves it to the check again.
    pub fn pin(self, (line, position): (usize, usize), reading: Option<String>) {
        self.pins.update(|pins| {
            pins.retain(|pin| (pin.line, pin.position) != (line, position));
            pins.extend(reading.map(|reading| Pin {
                line,
                position,
                reading,
            }));
        });
    }

    /// The options of the check, as they are now.
    pub fn options(self) -> Options {
        self.text.with_untracked(|text| self.options_for(text))
    }

    /// The options of the check for a text in the place of this one.
    fn options_for(self, text: &str) -> Options {
        let (form, plan) = (self.form.get_untracked(), self.plan.get_untracked());
        Options {
            language: self.words.language(),
            pins: self.pins.get_untracked(),
            ..planned(self.settings.with_untracked(options), form, plan, text)
        }
    }

    /// The options of the check for a draft that is not on the desk.
    pub fn options_of(self, draft: &Draft) -> Options {
        Options {
            language: self.words.language(),
            pins: draft.pins.clone(),
            ..planned(
                self.settings.with_untracked(options),
                None,
                draft.plan,
                &draft.text,
            )
        }
    }

    /// Puts a text into the field because the person asked for it. What stood there is kept among
    /// the versions first.
    pub fn put(self, text: &str) {
        self.field.end_composition();
        self.keep_draft();
        self.rewrite(text);
    }

    /// Puts a text into the field in place of one that is among the versions already.
    pub fn rewrite(self, text: &str) {
        self.field.end_composition();
        if self.field.write(text) {
            self.take(text.to_owned());
            self.leave_plan();
        }
    }

    /// Leaves the pattern if another poem has come that is of another form.
    fn leave_plan(self) {
        let (text, plan) = (self.text.get_untracked(), self.plan.get_untracked());
        let found = verse::check(&text, &Options::default()).form;
        let other = plan
            .form
            .is_some_and(|form| found.is_some_and(|f| f != form.chinese()));
        if plan.on && other {
            self.plan.set(Plan::default());
        }
    }

    /// Lays another draft on the desk. Does nothing, and says so, while a composition runs that cannot
    /// be ended.
    pub fn lay(self, draft: Draft) -> bool {
        self.field.end_composition();
        let may = self.field.write(&draft.text);
        if may {
            self.picked.set(None);
            self.pins.set(Vec::new());
            self.locks.set(Vec::new());
            self.plan.set(Plan::default());
            let (id, text) = (draft.id.clone(), draft.text.clone());
            self.take(text);
            self.take_marks(draft);
            self.draft.set(id);
        }
        may
    }

    /// Takes the fixed readings, the locks and the pattern of another draft of the same text.
    pub fn take_marks(self, draft: Draft) {
        self.pins.set(draft.pins);
        self.locks.set(draft.locks);
        self.plan.set(draft.plan);
    }

    /// Lets a model's words appear in the field and on the sheet. Does nothing, and says so, while
    /// the person composes.
    pub fn show(self, text: &str) -> bool {
        let shown = self.field.write(text);
        if shown {
            self.welcome.set(false);
            self.put_out();
            self.carry(text);
            self.text.set(text.to_owned());
        }
        shown
    }

    /// Keeps what stands in the field as a version, unless it is nothing, nobody's, or kept
    /// already.
    pub fn keep_draft(self) {
        let text = self.text.get_untracked();
        let kept = self
            .versions
            .with_untracked(|versions| versions.has_text(&text));
        if text.trim().is_empty() || self.welcome.get_untracked() || kept {
            return;
        }
        let report = self.report.get_untracked();
        let version = Version {
            id: 0,
            who: Who::Person,
            round: 0,
            at: browser::clock::now(),
            errors: report.count(verse::Severity::Error) as u64,
            warnings: report.count(verse::Severity::Warning) as u64,
            best: false,
            partial: false,
            text,
        };
        self.versions.update(|versions| {
            versions.add(version);
        });
    }

    /// The language of the page.
    pub fn language(self) -> Language {
        self.words.language()
    }
}
