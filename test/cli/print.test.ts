import { EventEmitter } from "node:events";
import { PassThrough, Writable } from "node:stream";
import { ReadStream } from "node:tty";
import fc from "fast-check";
import t from "tap";
import { grouped, indented, json, oneLine, table, visible } from "../../src/cli/speech/print.ts";
import { askPerson } from "../../src/cli/speech/questions.ts";
import { within } from "../../src/cli/speech/surroundings.ts";
import { machineLanguage } from "../../src/cli/commands/command.ts";
import { speak } from "../../src/words/speech.ts";

const ANY_TEXT = fc.string({ unit: "binary" });
const STEERING = /(?![\n\t])[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;

t.test("no text, whatever it holds, keeps a character that steers a terminal or turns direction", (t) => {
  const steers = (text: string) => STEERING.test(text);
  fc.assert(
    fc.property(
      ANY_TEXT,
      (text) => !steers(visible(text)) && !steers(indented(text)) && !/[\n\t]/u.test(oneLine(text, 40)),
    ),
  );
  fc.assert(
    fc.property(
      ANY_TEXT,
      (text) => !steers(json({ text })) && (JSON.parse(json({ text })) as { text: string }).text === text,
    ),
  );
  t.equal(visible("a\u001b[31mb\u009b\u202e\r\n\tc\ud800"), "a␛[31mb<U+009B><U+202E>\n\tc\ufffd");
  t.end();
});

t.test("ordinary text of any script stays as it is", (t) => {
  for (const text of ["Rp1.250.000 “pelicin”", "طلب مبلغ", "e\u0301 👩🏽‍🚒 漢字", "baris\ndua\ttiga"])
    t.equal(visible(text), text);
  t.end();
});

t.test("a table keeps its columns, whatever stands in the last one", (t) => {
  t.equal(
    table([
      ["A", "B"],
      ["aaa", "漢字"],
      ["a", ""],
    ]),
    "A    B\naaa  漢字\na    ",
  );
  t.equal(grouped("ab".repeat(20)).split("\n").length, 2);
  t.equal(oneLine("satu  dua\ntiga", 8), "satu du…");
  t.end();
});

t.test("the language follows the machine, Indonesian where it says nothing", (t) => {
  t.same(
    ["en_GB.UTF-8", "EN", "id_ID.UTF-8", "C.UTF-8", "", undefined].map((LANG) => machineLanguage({ LANG })),
    ["en", "en", "id", "id", "id", "id"],
  );
  t.equal(machineLanguage({ LC_ALL: "C", LANG: "en_GB.UTF-8" }), "id", "LC_ALL is above all others");
  const { say, day } = speak("id");
  t.equal(say("{a}", { a: "$&{b}" }), "$&{b}", "values are not read as patterns");
  t.equal(day("2025-02-03"), "3 Februari 2025");
  t.equal(speak("en").day("2025-02-03"), "3 February 2025");
  t.end();
});

t.test(
  "a secret is asked for once the terminal echoes nothing, so that nothing of what is typed at once is seen",
  async (t) => {
    const steps: string[] = [];
    const keys = new EventEmitter();
    const stdin: ReadStream = Object.assign(Object.create(ReadStream.prototype), {
      setRawMode: (raw: boolean) => steps.push(raw ? "silent" : "echoing"),
      on: (name: string, take: (text: string) => void) => keys.on(name, take),
      off: (name: string, take: (text: string) => void) => keys.off(name, take),
      setEncoding() {},
      resume() {},
      pause() {},
    });
    const stderr = new Writable({
      write(shown, _encoding, done) {
        steps.push(String(shown));
        done();
      },
    });
    const typed = within({ env: {}, stdin, stdout: new PassThrough(), stderr }, () =>
      askPerson(speak("en").say).secret("Passphrase"),
    );
    keys.emit("data", "ember\x7f\x7fry lane\r");
    t.equal(await typed, "embry lane");
    t.same(steps, ["silent", "Passphrase: ", "echoing", "\n"]);
  },
);
