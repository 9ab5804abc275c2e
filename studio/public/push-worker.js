// Shows what is pushed while the studio is closed, and leads to it. Nothing else: it keeps no page and answers no request.
// What is pushed is worded by the server, in the person's language (src/modules/notices/push/send-pushes.ts).

const SEEN = 'glasnik-push-seen';
const SEEN_MAX = 50;

/** A message that was sent again, since nobody knew whether it had left, is shown once. */
async function isNew(id) {
  const seen = await caches.open(SEEN);
  const key = new URL(`/studio/push-seen/${encodeURIComponent(id)}`, self.location.origin).href;
  if (await seen.match(key)) return false;
  await seen.put(key, new Response(''));
  const keys = await seen.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - SEEN_MAX)).map((old) => seen.delete(old)));
  return true;
}

async function show(message) {
  if (!(await isNew(message.id))) return;
  const { title, body, lang, tag, path } = message;
  await self.registration.showNotification(title, {
    body,
    lang,
    tag,
    // The same thing again is news again.
    renotify: true,
    icon: '/studio/assets/icon-192-1.png',
    badge: '/studio/assets/badge-96-1.png',
    data: { path },
  });
}

/** Of ours, whatever the message says. */
function studioAddress(path) {
  const home = new URL('/studio/', self.location.origin);
  const wanted = new URL(String(path ?? ''), home);
  return wanted.origin === home.origin && wanted.pathname.startsWith(home.pathname) ? wanted : home;
}

/** A window that shows it already, or a new one: nobody is led away from what they are at. */
async function lead(path) {
  const wanted = studioAddress(path);
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = windows.find(({ url }) => new URL(url).pathname === wanted.pathname);
  await (there ? there.focus() : self.clients.openWindow(wanted.href));
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('push', (event) => {
  if (event.data) event.waitUntil(show(event.data.json()));
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification.data?.path));
});
