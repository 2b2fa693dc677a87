/** A service that goes on for weeks within a minute: server and pages are moved on together, the database stays. */
import path from "node:path";
import type { Test } from "tap";
import { connect } from "../../../src/client/line/http.ts";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import { enrol } from "../../../src/client/member/sign-in.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { DAY_MS } from "../../../src/protocol/day.ts";
import { buildWeb } from "../../../src/web/build.ts";
import { BUILT_AT } from "../../support/pages.ts";
import { clockPrelude, moveClock } from "./moved-clock.ts";
import { type Ground, type Login, layGround, serve } from "./site.ts";

export type MovableSite = Pick<Ground, "origin" | "organisation" | "urls"> & {
  /** Three investigators and the lead */
  readonly logins: readonly Login[];
  readonly log: () => string;
  /** So many days later: who was signed in signs in again. */
  readonly moveOn: (days: number) => Promise<void>;
};

export async function startMovableSite(t: Pick<Test, "teardown">): Promise<MovableSite> {
  const ground = await layGround(t);
  const { origin, organisation, urls } = ground;
  const lines: string[] = [];
  const serverKey = randomBytes(32);
  const start = (webDir: string) => serve(ground, { serverKey, webDir, lines });
  let days = 0;
  let stop = await start(ground.webDir);
  t.teardown(async () => {
    moveClock(0);
    await stop();
  });
  const logins: Login[] = [];
  for (const [at, member] of [...organisation.investigators, organisation.lead].entries())
    logins.push(await enrolled(origin, member, `anggota-${at + 1}`));
  return {
    origin,
    organisation,
    urls,
    logins,
    log: () => lines.join(""),
    async moveOn(more) {
      await stop();
      days += more;
      const aheadMs = days * DAY_MS;
      moveClock(aheadMs);
      const webDir = `${ground.webDir}-moved`;
      const keysDir = path.join(path.dirname(ground.webDir), "test-keys");
      await buildWeb({ keysDir, outDir: webDir, builtAt: BUILT_AT, prelude: clockPrelude(aheadMs) });
      stop = await start(webDir);
    },
  };
}

async function enrolled(origin: string, member: NewMember, name: string): Promise<Login> {
  const passphrase = `enam kata yang tidak menjaga apa pun ${name}`;
  await enrol(connect(origin), member, { name, passphrase });
  return { name, passphrase, member };
}
