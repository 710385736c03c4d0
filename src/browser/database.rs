//! The browser's database, IndexedDB, by way of the crate `idb`.
//!
//! Why this crate: `idb` (MIT or Apache-2.0) is a thin layer over the browser's own calls and the one
//! that `rexie` stands on; it is used without its builders.
//! `rexie` would add its own layer to that, and `indexed_db_futures` (MIT only) a family of macros,
//! and neither does more for two stores of texts. What is kept is a text under a key: JSON made and
//! read by the page itself, so no serializer for the browser's objects comes along.
//!
//! The versions of the database, and what each changed, are in [`upgrade`]. A database of a later
//! version is not opened, and so never written over; one that a later page wants to change is let go
//! of at once.

use std::{cell::RefCell, rc::Rc};

use idb::{
    Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Query, Transaction, TransactionMode,
};
use muse::LocalBoxFuture;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, IdbTransaction};

use super::awaited::Awaited;
use crate::drafts::base::{Base, Change, Failure, Pair};

const NAME: &str = "yinchuang";
const VERSION: u32 = 1;
const HEADS: &str = "heads";
const BODIES: &str = "bodies";
const STORES: [&str; 2] = [HEADS, BODIES];

/// How long the browser may take to open the database, in milliseconds. Where another page of the same origin does not let
/// go of it, it takes for ever.
const PATIENCE: u32 = 5000;

/// The database of the page. It is opened when it is first asked for, and anew after it was lost.
#[derive(Clone, Default)]
pub struct BrowserBase(Rc<RefCell<Connection>>);

#[derive(Default)]
struct Connection {
    open: Option<Rc<Database>>,
    /// It is being opened: once, for all who ask meanwhile.
    opening: Option<Awaited<Opened>>,
}

type Opened = Result<Rc<Database>, Failure>;

/// Brings a database from an older version to this one, version by version.
fn upgrade(database: &Database, from: u32) -> Result<(), Error> {
    if from < 1 {
        for store in STORES {
            database.create_object_store(store, ObjectStoreParams::new())?;
        }
    }
    Ok(())
}

impl BrowserBase {
    async fn open(&self) -> Opened {
        let opening = {
            let mut connection = self.0.borrow_mut();
            if let Some(open) = &connection.open {
                return Ok(open.clone());
            }
            let base = self.clone();
            let opening = connection
                .opening
                .get_or_insert_with(|| Awaited::begin(base.opening()));
            opening.clone()
        };
        let opened = opening.within(PATIENCE).await;
        opened.unwrap_or(Err(Failure::Slow))
    }

    /// Opens it, however long that takes: what comes late is used, too.
    async fn opening(self) -> Opened {
        let opened = self.ask().await;
        let mut connection = self.0.borrow_mut();
        connection.opening = None;
        connection.open = opened.as_ref().ok().cloned();
        opened
    }

    async fn ask(&self) -> Opened {
        let factory = Factory::new().map_err(|_| Failure::Denied)?;
        let mut asked = factory
            .open(NAME, Some(VERSION))
            .map_err(|_| Failure::Denied)?;
        asked.on_upgrade_needed(|event| {
            // What fails here ends the opening, and that says so.
            let from = event.old_version().unwrap_or(0);
            if let Ok(database) = event.database() {
                let _ = upgrade(&database, from);
            }
        });
        let mut database = asked.await.map_err(|error| match failure(error) {
            Failure::Broken => Failure::Denied,
            known => known,
        })?;
        let here = self.0.clone();
        database.on_version_change(move |_| {
            if let Some(open) = here.borrow_mut().open.take() {
                open.close();
            }
        });
        let here = self.0.clone();
        database.on_close(move |_| {
            here.borrow_mut().open.take();
        });
        Ok(Rc::new(database))
    }

    async fn begin(&self, mode: TransactionMode) -> Result<Running, Failure> {
        let database = self.open().await?;
        let begun = match database.transaction(&STORES, mode) {
            Ok(begun) => begun,
            // The connection was lost without a word.
            Err(_) => {
                self.0.borrow_mut().open.take();
                let database = self.open().await?;
                database.transaction(&STORES, mode).map_err(failure)?
            }
        };
        Ok(Running(begun.into()))
    }
}

/// A transaction that is under way.
struct Running(IdbTransaction);

impl Running {
    fn transaction(&self) -> Transaction {
        self.0.clone().into()
    }

    /// Why it came to nothing: the transaction itself knows best.
    fn failure(&self, error: Error) -> Failure {
        self.0
            .error()
            .map_or_else(|| failure(error), |why| named(&why))
    }

    async fn get(&self, store: &str, key: &JsValue) -> Result<Option<String>, Error> {
        let store = self.transaction().object_store(store)?;
        let found = store.get(Query::Key(key.clone()))?.await?;
        Ok(found.and_then(|value| value.as_string()))
    }

    async fn pair(&self, key: &JsValue) -> Result<Pair, Error> {
        Ok(Pair {
            head: self.get(HEADS, key).await?,
            body: self.get(BODIES, key).await?,
        })
    }

    async fn put(&self, store: &str, key: &JsValue, text: Option<&str>) -> Result<(), Error> {
        let store = self.transaction().object_store(store)?;
        match text {
            Some(text) => drop(store.put(&text.into(), Some(key))?.await?),
            None => store.delete(Query::Key(key.clone()))?.await?,
        }
        Ok(())
    }

    async fn change(&self, key: &JsValue, change: Change) -> Result<(), Error> {
        let before = self.pair(key).await?;
        let after = change(before.clone());
        if after.head != before.head {
            self.put(HEADS, key, after.head.as_deref()).await?;
        }
        if after.body != before.body {
            self.put(BODIES, key, after.body.as_deref()).await?;
        }
        Ok(())
    }

    /// Waits until all is on the disk.
    async fn end(self) -> Result<(), Failure> {
        match self.transaction().await {
            Ok(result) if result.is_committed() => Ok(()),
            Ok(_) => Err(self.failure(Error::DomExceptionNotFound)),
            Err(error) => Err(self.failure(error)),
        }
    }
}

impl Base for BrowserBase {
    fn heads(&self) -> LocalBoxFuture<'static, Result<Vec<String>, Failure>> {
        let base = self.clone();
        Box::pin(async move {
            let running = base.begin(TransactionMode::ReadOnly).await?;
            let all = async {
                let store = running.transaction().object_store(HEADS)?;
                store.get_all(None, None)?.await
            };
            let all = all.await.map_err(|error| running.failure(error))?;
            Ok(all.iter().filter_map(JsValue::as_string).collect())
        })
    }

    fn read(&self, key: String) -> LocalBoxFuture<'static, Result<Pair, Failure>> {
        let base = self.clone();
        Box::pin(async move {
            let running = base.begin(TransactionMode::ReadOnly).await?;
            let pair = running.pair(&key.into()).await;
            pair.map_err(|error| running.failure(error))
        })
    }

    fn change(&self, key: String, change: Change) -> LocalBoxFuture<'static, Result<(), Failure>> {
        let base = self.clone();
        Box::pin(async move {
            let running = base.begin(TransactionMode::ReadWrite).await?;
            let done = running.change(&key.into(), change).await;
            done.map_err(|error| running.failure(error))?;
            running.end().await
        })
    }
}

/// What an error of the crate comes from.
fn failure(error: Error) -> Failure {
    let thrown = match error {
        Error::DomException(exception) => return named(&exception),
        Error::IndexedDbOpenFailed(thrown)
        | Error::TransactionOpenFailed(thrown)
        | Error::UpdateFailed(thrown) => thrown,
        _ => return Failure::Broken,
    };
    thrown.dyn_ref().map_or(Failure::Broken, named)
}

fn named(exception: &DomException) -> Failure {
    match exception.name().as_str() {
        "QuotaExceededError" => Failure::Full,
        "VersionError" => Failure::Later,
        "SecurityError" | "InvalidStateError" => Failure::Denied,
        _ => Failure::Broken,
    }
}
