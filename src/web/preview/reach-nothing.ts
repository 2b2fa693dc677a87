/**
 * Comes first in a worker that reads a stranger's file. Its policy lets it fetch nothing; it has the desk's origin all the
 * same, so whatever leads from there to what the desk keeps, or to its other tabs, is taken away.
 */
const WAYS =
  /^(indexedDB|caches|cookieStore|storage|locks|serviceWorker|BroadcastChannel|Worker|SharedWorker|fetch|XMLHttpRequest|WebSocket\w*|WebTransport|EventSource)$|RTC|FileSystem/u;

for (const holder of [globalThis, navigator]) {
  for (let at: object | null = holder; at !== null; at = Object.getPrototypeOf(at) as object | null)
    for (const name of Object.getOwnPropertyNames(at)) if (WAYS.test(name)) Reflect.deleteProperty(at, name);
}
