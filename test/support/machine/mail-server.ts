/** A real mail server that keeps what arrives, or refuses, hangs, or closes. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import type { Test } from "tap";
import type { MailServer } from "../../../src/server/services/cases/mailer.ts";

type Arrived = { readonly to: string; readonly text: string; readonly at: number };

export type TestMailServer = {
  readonly settings: MailServer;
  readonly mails: Arrived[];
  /** How it behaves from now on */
  behaves: "well" | "refuses" | "hangs" | "closes";
  /** Nothing answers there any more. */
  readonly stop: () => Promise<void>;
};

export async function startMailServer(
  t: Pick<Test, "teardown">,
  { withTls = false, needsTls = false } = {},
): Promise<TestMailServer> {
  const mails: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: withTls ? [] : ["STARTTLS"],
    logger: false,
    onRcptTo(_address, session, callback) {
      if (mail.behaves === "well") callback();
      else if (mail.behaves === "refuses")
        callback(Object.assign(new Error("no such box: rahasia"), { responseCode: 550 }));
      else if (mail.behaves === "closes")
        (session as unknown as { connection?: { close: () => void } }).connection?.close();
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => void parts.push(part));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(",");
        mails.push({ to, text: Buffer.concat(parts).toString("latin1"), at: Date.now() });
        callback();
      });
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(resolve));
  t.teardown(stop);
  const from = "segel@lapor.example";
  const mail: TestMailServer = {
    settings: { host: "127.0.0.1", port, isTlsFirst: false, needsTls, login: undefined, from },
    mails,
    behaves: "well",
    stop,
  };
  return mail;
}
