import t from "tap";
import { send, sendSigned, startServer, storeReport } from "../../support/machine/server.ts";

/** Everything that an answer carries beside its content, and nothing else. */
const WRITTEN_DOWN: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), encrypted-media=(), fullscreen=(), " +
    "geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), " +
    "payment=(), picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), " +
    "storage-access=(), usb=(), window-management=(), xr-spatial-tracking=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
  "x-xss-protection": "0",
};
/** Of the connection and the content. */
const OF_THE_ANSWER = ["connection", "keep-alive", "content-type", "content-length"];

t.test("every answer carries the headers that are written down and no others", async (t) => {
  const server = await startServer(t);
  const { keys } = await storeReport(server);
  const answers = {
    "a public answer": await send(server, "/api/health"),
    "a problem": await send(server, "/api/session"),
    "an address that is not there": await send(server, "/api/nothing"),
    "a body that is too large": await send(server, "/api/login-parameters", {
      method: "POST",
      body: { name: "x".repeat(50_000) },
    }),
    "a signed answer": await sendSigned(server, keys.auth, "/api/case"),
  };
  for (const [what, { headers }] of Object.entries(answers)) {
    const expected =
      what === "a signed answer" ? { ...WRITTEN_DOWN, "segel-nonce": headers.get("segel-nonce") } : WRITTEN_DOWN;
    t.same(Object.fromEntries([...headers].filter(([name]) => !OF_THE_ANSWER.includes(name))), expected, what);
  }
});

t.test("strict transport security is said over https alone", async (t) => {
  const server = await startServer(t, { moreOrigins: ["https://segel.example", "http://segel.onion"] });
  const said = async (host: string) =>
    (await server.app.inject({ url: "/api/health", headers: { host } })).headers["strict-transport-security"];
  t.equal(await said("segel.example"), "max-age=31536000; includeSubDomains");
  t.equal(await said("segel.onion"), undefined);
  t.equal(await said(new URL(server.origin).host), undefined);
  t.equal(await said("elsewhere.example"), undefined);
});
