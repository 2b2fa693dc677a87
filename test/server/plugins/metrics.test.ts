import { once } from "node:events";
import { makeDecoys } from "../../../src/server/admission/decoys.ts";
import { today } from "../../../src/server/services/common/today.ts";
import type { AddressInfo } from "node:net";
import t from "tap";
import { buildApp } from "../../../src/server/app.ts";
import { makeLog } from "../../../src/server/plugins/logging.ts";
import { makeMetrics, serveMetrics } from "../../../src/server/plugins/metrics.ts";
import { connect } from "../../../src/server/store/database.ts";
import { logIn } from "../../support/members.ts";
import { makeOrganisation } from "../../support/organisation.ts";
import { freePort } from "../../support/machine/free-port.ts";
import { query } from "../../support/machine/postgres.ts";
import { send, startServer, storeReport } from "../../support/machine/server.ts";
import { makeFolder, run } from "../../support/machine/server-process.ts";

/** Every line that may ever be there. */
const LINES = [
  /^# (HELP|TYPE) segel_[a-z_]+ [\w ,-]+$/u,
  /^segel_requests_total\{method="[A-Z]+",route="(none|\/[\w/:*.-]*)",status="\d{3}"\} \d+$/u,
  /^segel_(ready|proof_of_work_level) [01]$/u,
  /^segel_mails_failing \d+$/u,
  /^segel_files_(limit_)?bytes \d+$/u,
  /^segel_unopened_heads\{day="(\d{4}-\d\d-\d\d|earlier)"\} \d+$/u,
  /^$/u,
];

t.test("counts identify nobody: patterns, statuses and days alone, and nothing moves within its day", async (t) => {
  const server = await startServer(t);
  const { database, close } = connect(server.urls.appUrl);
  t.teardown(close);
  const metrics = makeMetrics(database, 1_000, makeDecoys(database, { isDecoy: () => false }, today));
  const port = await freePort();
  const app = await buildApp({
    needsFactor: false,
    database,
    log: makeLog("silent"),
    serverKey: server.serverKey,
    roots: server.organisation.rootSet,
    origins: [`http://127.0.0.1:${port}`],
    metrics,
    dangerouslyAcceptUnsolvedProofsOfWork: true,
  });
  await app.listen({ host: "127.0.0.1", port });
  t.teardown(() => app.close());
  const counted = { ...server, app, origin: `http://127.0.0.1:${port}` };

  // How busy this machine is may change meanwhile.
  const shown = async () => (await metrics.write()).replace(/^segel_proof_of_work_level .$/mu, "");
  const before = await shown();
  await storeReport(counted);
  await logIn(counted, server.organisation.lead);
  await send(counted, "/api/cases/CANARY?canary=1", { headers: { "user-agent": "CANARY" } });
  await send(counted, "/CANARY");
  t.equal(await shown(), before, "today nothing is to be seen of it");

  const { now } = Date;
  t.teardown(() => void (Date.now = now));
  Date.now = () => now() + 86_400_000;
  const RealDate = Date;
  const later = await metrics.write();
  t.equal(Date, RealDate);
  t.match(later, /^segel_requests_total\{method="POST",route="\/api\/reports",status="201"\} 1$/mu);
  t.match(later, /^segel_requests_total\{method="GET",route="none",status="404"\} \d$/mu);
  t.match(later, /^segel_unopened_heads\{day="\d{4}-\d\d-\d\d"\} 1$/mu, "yesterday's report");
  for (const line of later.split("\n"))
    t.ok(
      LINES.some((allowed) => allowed.test(line)),
      line,
    );
  t.notMatch(later, /CANARY/iu);
  Date.now = now;

  await query(server.urls.ownerUrl, "ALTER TABLE inboxes RENAME TO gone");
  await send(counted, "/api/nonce");
  await storeReport(counted).catch(() => {});
  t.match(
    await metrics.write(),
    /^segel_requests_total\{.*status="500"\} 1$/mu,
    "what failed on our side is there at once",
  );
});

t.test("counts are answered on an address of their own, only where the operator asks for it", async (t) => {
  const { database, close } = connect("postgresql://segel_app@127.0.0.1:1/none");
  t.teardown(close);
  const own = await serveMetrics(makeMetrics(database, 1_000, makeDecoys(database, { isDecoy: () => false }, today)), {
    host: "127.0.0.1",
    port: 0,
  });
  t.teardown(async () => {
    own.close();
    await once(own, "close");
  });
  const address = `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
  const answer = await fetch(`${address}/metrics`, { headers: { connection: "close" } });
  t.equal(answer.headers.get("content-type"), "text/plain; version=0.0.4; charset=utf-8");
  t.match(await answer.text(), /^segel_ready 0$/mu, "also while the database is away");
  for (const [path, method] of [
    ["/", "GET"],
    ["/metrics", "POST"],
    ["/api/health", "GET"],
  ] as const)
    t.equal((await fetch(address + path, { method, headers: { connection: "close" } })).status, 404);

  const server = await startServer(t);
  t.equal((await send(server, "/metrics")).status, 404, "and never beside the pages");
  const keys = await makeFolder(t, makeOrganisation(Date.now()));
  const [port, metricsPort] = [await freePort(), await freePort()];
  const settings = { DATABASE_URL: server.urls.appUrl, KEYS_DIR: keys, SEGEL_DATA: keys, PORT: String(port) };
  await query(server.urls.ownerUrl, "TRUNCATE directories CASCADE");
  await run(settings, async () => {
    await t.rejects(fetch(`http://127.0.0.1:${metricsPort}/metrics`), "off by default");
  });
  await run({ ...settings, METRICS_PORT: String(metricsPort) }, async () => {
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    t.match(text, /^segel_ready 1$/mu);
  });
});
