//! Whom a request goes to, as the settings have it.

use muse::{Browser, Connection, Error, Limits, Link, Provider, Stop};

use crate::{
    browser::page,
    desk::{Desk, Outside},
    keep::{key::Given, settings::Endpoint},
    settings::keyring::is_for,
};

/// Whom the settings name, or what is missing.
pub fn connection(desk: Desk) -> Result<Connection, Error> {
    let endpoint = desk.settings.with(|settings| settings.endpoint());
    // Where it is none that is known, nobody else is asked in its place: the key is that provider's.
    let provider = Provider::find(&endpoint.provider).ok_or(Error::NoModel)?;
    connect(desk, provider, &endpoint, desk.keyring.chosen(desk)?)
}

/// Whom to ask what models there are: as for a poem, but none need be named yet.
pub fn connection_without_model(desk: Desk) -> Result<Connection, Error> {
    let endpoint = desk.settings.with(|settings| settings.endpoint());
    let provider = Provider::find(&endpoint.provider).ok_or(Error::NoModel)?;
    let given = desk.keyring.chosen(desk)?;
    let key = given.key.clone();
    let connection = Connection::without_model(provider, &endpoint.base_url, key)?;
    is_for(&given, &connection)?;
    Ok(on_its_way(desk, connection))
}

/// As [`connection`], for a provider and one of its models, whatever provider is chosen in the settings; its
/// key and address are those that were once filled in there.
pub fn connection_to(desk: Desk, provider: &str, model: &str) -> Result<Connection, Error> {
    let row = Provider::find(provider).ok_or(Error::NoModel)?;
    let (mut endpoint, is_chosen) = desk.settings.with(|settings| {
        let endpoint = settings.endpoint_of(provider);
        (endpoint, settings.provider == provider)
    });
    model.clone_into(&mut endpoint.model);
    let given = if is_chosen {
        desk.keyring.chosen(desk)?
    } else {
        let outside = desk.outside.get_untracked();
        desk.keyring.of(&outside, provider)?
    };
    connect(desk, row, &endpoint, given)
}

fn connect(
    desk: Desk,
    provider: &'static Provider,
    endpoint: &Endpoint,
    given: Given,
) -> Result<Connection, Error> {
    let key = given.key.clone();
    let connection = Connection::new(provider, &endpoint.base_url, &endpoint.model, key)?;
    // Before the way by the relay: what counts is where it ends.
    is_for(&given, &connection)?;
    Ok(on_its_way(desk, connection))
}

/// A provider that lets no page ask it is asked by way of the relay, where there is one; so are all,
/// where the person wants that.
fn on_its_way(desk: Desk, connection: Connection) -> Connection {
    let wanted = desk.settings.with(|settings| settings.relay);
    let by_relay = wanted || connection.provider.browser == Browser::No;
    match page::relay().filter(|_| by_relay) {
        Some(relay) => connection.through(&relay),
        None => connection,
    }
}

/// What a request needs from outside.
pub fn link<'a>(connection: &'a Connection, outside: &'a Outside, stop: &'a Stop) -> Link<'a> {
    Link {
        connection,
        transport: outside.transport.as_ref(),
        clock: outside.clock.as_ref(),
        stop,
        limits: Limits::default(),
    }
}
