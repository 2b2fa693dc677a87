import t from "tap";
import { CryptoError } from "../../src/crypto/errors.ts";
import { isSealedReport, parseSealedReport } from "../../src/crypto/sealed-report.ts";
import { sealedFileOf } from "../../src/client/reporter/sealed-file.ts";
import { makeOrganisation } from "../support/organisation.ts";
import { documentBytes, parseDirectory } from "../../src/protocol/directory/directory.ts";
import { makeReport } from "../support/machine/server.ts";

const organisation = makeOrganisation(Date.now());
const directory = parseDirectory(documentBytes(organisation.signed));
const report = makeReport({ organisation, directory });
const file = sealedFileOf(report);

t.test("wherever a sealed file is changed or cut, it is refused, and never in another way", (t) => {
  t.same(parseSealedReport(file).caseId, report.caseId);
  const codeOf = (bytes: Uint8Array): string => {
    try {
      parseSealedReport(bytes);
      return "taken";
    } catch (error) {
      return error instanceof CryptoError ? error.code : "another error";
    }
  };
  const changed = new Set<string>();
  for (let at = 0; at < file.length; at += at < 400 || at > file.length - 200 ? 1 : 61) {
    const bytes = new Uint8Array(file);
    bytes[at]! ^= 1 << (at & 7);
    changed.add(codeOf(bytes));
  }
  t.same([...changed].toSorted(byText), ["altered", "malformed"]);
  const cut = new Set<string>();
  for (let length = 0; length < file.length; length += length < 400 ? 1 : 509) cut.add(codeOf(file.slice(0, length)));
  t.same([...cut], ["malformed"]);
  t.notOk(isSealedReport(report.submission), "what its reporter sends is no such file");
  t.ok(isSealedReport(file.slice(0, 30)), "a damaged one is known as one");
  t.end();
});

function byText(one: string, other: string): number {
  return one < other ? -1 : 1;
}
