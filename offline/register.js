// Registers the service worker once the page can be used, and offers a version that has come since.
//
// It is offered by an event that the page listens to; its `detail` is a function that takes the new version: the page is
// loaded again, in this tab and in no other.

const HOUR = 3600000;
const AGAIN = 500;
// There is none where the page is no secure context.
const workers = navigator.serviceWorker;

const usable = () =>
  new Promise((done) => {
    // Trunk's script says when the module has run; the mark is there if that has been already.
    if (document.documentElement.hasAttribute('data-ready')) done();
    else addEventListener('TrunkApplicationStarted', done, { once: true });
  });
const idle = () =>
  new Promise((done) => {
    if (self.requestIdleCallback) requestIdleCallback(done, { timeout: 2000 });
    else setTimeout(done, 200);
  });

// Under Trusted Types an address of code has to be vouched for. This is the page's only one.
const trusted = (address) =>
  self.trustedTypes
    ? trustedTypes.createPolicy('yinchuang-worker', { createScriptURL: () => address }).createScriptURL('')
    : address;

async function register() {
  await usable();
  await idle();
  // A browser may refuse (private windows, a setting, a full disk): the page needs the worker for nothing.
  const registration = await workers.register(trusted('./sw.js'), { updateViaCache: 'none' }).catch(() => null);
  if (!registration) return;

  let taken = false;
  let controlled = workers.controller !== null;
  // The browser lets the new worker wait while the one before has work, and may not look again until that one has been
  // woken: both are told until the change has come. The page is loaded again then.
  const tell = () => {
    registration.waiting?.postMessage('use');
    workers.controller?.postMessage('');
    setTimeout(tell, AGAIN);
  };
  const take = () => {
    if (taken) return;
    taken = true;
    if (registration.waiting) tell();
    else location.reload();
  };
  const offer = () => dispatchEvent(new CustomEvent('yinchuang-new-version', { detail: take }));
  // Without a worker that runs the page, the one that comes is the first.
  const follow = (worker) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && workers.controller) offer();
    });

  workers.addEventListener('controllerchange', () => {
    if (taken) location.reload();
    // Another tab has taken it.
    else if (controlled) offer();
    controlled = true;
  });
  if (registration.waiting && workers.controller) offer();
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));

  // A browser looks for a new version when a page is opened. This one may stay open for days.
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - looked < HOUR) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
}

if (workers) register();
