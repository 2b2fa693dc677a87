import t from "tap";
import { enrol } from "../../src/client/member/entry/sign-in.ts";
import { readArguments } from "../../src/cli/commands/command.ts";
import { read } from "../../src/cli/commands/read/read.ts";
import { explain } from "../../src/cli/speech/failures.ts";
import { encodeCases } from "../../src/protocol/frames.ts";
import { first, tellStory } from "../support/hostile/hostile-story.ts";

t.setTimeout(60_000);

t.test("a list with a day that does not exist is refused with a sentence", async (t) => {
  const { server, organisation, stored } = await tellStory();
  const [login, member] = [{ name: "ani", passphrase: "enam kata" }, first(organisation.investigators)];
  await enrol(server.connect(), member, login);
  const item = server.itemOf(stored, member.entry.id);
  server.lies.cases = () =>
    new Response(encodeCases({ next: undefined, cases: [{ ...item, arrivedOn: "2026-13-01" }] }));
  process.env["SEGEL_HOME"] = t.testdir({});
  const call = readArguments(["list"], read, "en");
  if (call === undefined) throw new Error("no help was asked for");
  const error: unknown = await read
    .run({
      ...call,
      connection: server.connect(member.entry.id),
      questions: { ...call.questions, line: async () => login.name, secret: async () => login.passphrase },
      roots: async () => organisation.rootSet,
    })
    .catch((reason: unknown) => reason);
  t.match(explain(error, { ...call, reader: read.reader, origin: "" }) ?? "", /damaged/u);
});
