/** Documents for evaluators: print-ready, in Indonesian, each from the same worksheet, and none with a word of a reporter. */
import type { Lack } from "../../../client/evaluation/proofs.ts";
import { type Claim, levelOf } from "../../../client/evaluation/spbe.ts";
import type { EvidenceFile } from "../../../protocol/documents/ledger.ts";
import type { Part } from "../../../protocol/law/evaluation-items.ts";
import { type RuleId, ruleOf } from "../../../protocol/law/law.ts";
import { doubtOf } from "../../../protocol/law/rule.ts";
import type { EvidenceKind } from "../../../protocol/law/evaluation-items.ts";
import type { Speech } from "../../../words/speech.ts";
import { documentOf, factList, signingPlaces, tableOf } from "../documents/document.ts";
import { type Markup, markup } from "../documents/markup.ts";
import { periodName } from "../figures/period-words.ts";
import { CLAIM_NAMES } from "../figures/words.ts";
import { EVIDENCE_NAMES, ITEM_NAMES, PART_NAMES, STANDING_NAMES } from "./words.ts";
import {
  type Around,
  caseHandOvers,
  configuration,
  conflicts,
  enclosed,
  evidenceTable,
  followUps,
  handOvers,
  handlers,
  monthTable,
  obstacles,
  promises,
  readText,
  summary,
  typeTable,
  withHashes,
} from "./paper-parts.ts";
import { CLAIMS_ON_PAPER, PAPER } from "./words/paper.ts";

const C = PAPER.columns;

type Form = { readonly wide?: boolean; readonly signed?: boolean };

function titled(title: string, around: Around, body: Markup, { wide = false, signed = false }: Form = {}): string {
  const { speech, worksheet, office, by, today } = around;
  const { from, to } = worksheet.period;
  const facts = factList([
    [
      PAPER.period,
      `${periodName(worksheet.period, speech)} (${speech.say(PAPER.days, { from: speech.day(from), to: speech.day(to) })})`,
    ],
    [PAPER.preparedOn, speech.say(PAPER.preparedBy, { day: speech.day(today), name: by })],
  ]);
  return documentOf({
    language: "id",
    title,
    office: office === "" ? undefined : office,
    wide,
    body: markup`${facts}${body}${lineOf(around)}${signed && signingPlaces(PAPER.signing)}`,
  });
}

/** How whoever has the file checks that it is the one that the office made. */
function lineOf({ file, speech, by }: Around): Markup {
  const text =
    file === undefined ? PAPER.alone : speech.say(PAPER.fileLine, { file: file.name, zip: file.zip, name: by });
  return markup`<p class="small muted">${text}</p>`;
}

/** The document that proves a part of an item, by itself. */
export function partPaper(part: Part, around: Around): string {
  switch (part) {
    case "report":
      return reportPaper(around);
    case "counts":
      return titled(
        PAPER.counts,
        around,
        markup`${summary(around)}${monthTable(around)}${typeTable(around)}${rulesOf(around)}`,
      );
    case "cases":
      return titled(PAPER.cases, around, followUps(around));
    case "actions":
      return titled(PAPER.actions, around, markup`<p>${PAPER.actionsText}</p>${obstacles(around)}`, { wide: true });
    case "handlers":
      return titled(PAPER.handlersTitle, around, markup`${handlers(around)}${evidenceTable(around, ["appointment"])}`);
    case "configuration":
      return titled(PAPER.configuration, around, configuration(around));
    case "conflicts":
      return titled(PAPER.conflicts, around, conflicts(around));
    case "hand-overs":
      return titled(
        PAPER.handOversTitle,
        around,
        markup`<p>${PAPER.handOversText}</p>${caseHandOvers(around)}${handOvers(around)}`,
      );
  }
}

/** What the office has noted for an item, of some kinds of evidence, and which files of it lie in the same folder. */
export function evidencePaper(folder: string, kinds: readonly EvidenceKind[], around: Around): string {
  const text = around.speech.say(PAPER.evidenceText, { version: String(around.view.version) });
  return titled(
    PAPER.evidenceTitle,
    around,
    markup`<p>${text}</p>${evidenceTable(around, kinds)}
<h2>${PAPER.enclosed}</h2>${enclosed(around, folder)}`,
    { wide: true },
  );
}

export function reportPaper(around: Around): string {
  const { speech, worksheet, view } = around;
  const version = String(view.directoryVersion);
  const body = markup`<p class="muted">${PAPER.exact}</p>
<h2>${PAPER.summary}</h2>${summary(around)}
<h2>${PAPER.months}</h2>${monthTable(around)}
<h2>${PAPER.types}</h2>${typeTable(around)}
<h2>${PAPER.followUps}</h2>${followUps(around)}
<h2>${PAPER.promises}</h2>${promises(around)}
<h2>${PAPER.obstacles}</h2>${obstacles(around)}
<h2>${PAPER.evaluations}</h2>${
    worksheet.evaluations.length === 0
      ? markup`<p>${PAPER.evaluationsNone}</p>`
      : tableOf({
          columns: [{ name: C.on, kind: "day" }, { name: PAPER.period }, { name: C.by }, { name: C.found }],
          rows: worksheet.evaluations.map(({ on, period, by, found }) => [speech.day(on), period, by, found]),
        })
  }
<h2>${PAPER.publicity}</h2>${evidenceTable(around)}
<h2>${PAPER.handOvers}</h2><p>${PAPER.handOversText}</p>${caseHandOvers(around)}${handOvers(around)}
<h2>${PAPER.handlers}</h2><p>${speech.say(PAPER.handlersText, { version })}</p>${handlers(around)}
<h2>${PAPER.basis}</h2>${rulesOf(around)}
`;
  return titled(PAPER.report, around, body, { signed: true });
}

const RULES: readonly RuleId[] = ["share-followed-up", "lke-complaints-share", "result-classes"];

/** Sources of the rules that a document rests on, the doubtful ones in grey. */
function rulesOf(around: Around, rules: readonly RuleId[] = RULES): Markup {
  const { worksheet } = around;
  const formula = Object.entries(PAPER.formulas).find(([code]) => code === worksheet.formula)?.[1];
  return markup`${formula !== undefined && markup`<p>${formula}</p>`}${sourcesOf(rules, around)}`;
}

function ruleLine(id: RuleId, { law, today, speech }: Around): Markup {
  const { say } = speech;
  const rule = ruleOf(id, law);
  const doubt = doubtOf(rule, today);
  const source = rule.source.charAt(0).toLocaleUpperCase("id") + rule.source.slice(1);
  const said = say(PAPER.sourceIs, { source, read: readText(rule.readOn, speech) });
  return doubt === undefined ? markup`${said}` : markup`<span class="muted">${said}: ${PAPER[doubt]}</span>`;
}

function lackName(lack: Lack, { say }: Speech): string {
  if ("part" in lack) return say(PART_NAMES[lack.part]);
  return "evidence" in lack ? say(EVIDENCE_NAMES[lack.evidence]) : PAPER.evaluationNeed;
}

/** By level what is proved, what the office states, and what is not there, each with where it can be checked. */
export function spbePaper(around: Around): string {
  const { speech, claims, worksheet, view, prints } = around;
  const { say, list, day } = speech;
  const sum = (key: "kept" | "missed") => worksheet.promises.reduce((total, one) => total + one[key], 0);
  const told = {
    ...worksheet.total,
    ...prints,
    kept: sum("kept"),
    missed: sum("missed"),
    version: String(view.version),
    size: view.trail?.size ?? 0,
    root: view.trail?.root ?? "",
  };
  const listed: Readonly<Partial<Record<Claim["id"], readonly string[]>>> = {
    integrated: worksheet.evidence
      .filter(({ kind }) => kind === "integration")
      .map(({ what, where }) => (where === "" ? what : `${what} (${where})`)),
    evaluated: worksheet.evaluations.map(({ on, by }) => `${day(on)}, ${by}`),
    improved: worksheet.obstacles.filter(({ done }) => done !== null).map(({ what }) => what.replace(/[.\s]+$/u, "")),
  };
  const claim = ({ id, standing }: Claim): Markup => {
    const { said, missing, check } = CLAIMS_ON_PAPER[id];
    const named = listed[id] ?? [];
    const text = standing === "missing" ? missing : say(said, { ...told, n: named.length, list: list(named) });
    return markup`<div class="keep"><h3>${say(CLAIM_NAMES[id])}: ${say(STANDING_NAMES[standing])}</h3><p>${hashed(text)}</p><p class="small muted">${hashed(
      say(PAPER.check, { how: say(check, told) }),
    )}</p></div>`;
  };
  const hashed = (said: string): Markup => withHashes(said, [prints.pages, told.root]);
  const level = levelOf(claims);
  const sections = ([3, 4, 5] as const).map((one) => {
    const rule: RuleId = `spbe-level-${one}`;
    return markup`<h2>${levelName(one)}</h2><p class="small">${ruleLine(rule, around)}</p>${claims
      .filter((each) => each.level === one)
      .map(claim)}`;
  });
  const reached = level === undefined ? PAPER.reachedNone : say(PAPER.reached, { level: String(level) });
  return titled(PAPER.spbe, around, markup`<p class="lead">${reached}</p><p>${PAPER.spbeText}</p>${sections}`);
}

function levelName(level: 3 | 4 | 5): string {
  return `Tingkat ${level}`;
}

type Listed = { readonly name: string; readonly sha256: string };

/** The first page of a folder: its items, what proves each and what is missing, and the sum of every file. */
export function coverPaper(around: Around, files: readonly Listed[], zip: string): string {
  const { speech, items, requestBy, by, law, today, worksheet, enclosures } = around;
  const { say, day } = speech;
  const isEnclosed = ({ sha256 }: EvidenceFile): boolean =>
    enclosures.some(({ file, content }) => content !== undefined && file.sha256 === sha256);
  const rows = items.map(({ item, name, lacks }) => {
    const inside = files.flatMap((one) =>
      one.name.startsWith(`${item.id}/`) ? [one.name.slice(item.id.length + 1)] : [],
    );
    const doubt = doubtOf(ruleOf(item.rule, law), today);
    // What has no file at all is told by what it is.
    const unenclosed = worksheet.evidence
      .filter(({ kind }) => item.evidence.includes(kind))
      .flatMap(({ what, files }) =>
        files.length === 0 ? [what] : files.filter((file) => !isEnclosed(file)).map((file) => file.name),
      )
      .map((what) => say(PAPER.fileOf, { what }));
    const marked = doubt !== undefined && markup` <span class="small muted">(${PAPER[doubt]})</span>`;
    return [
      name,
      markup`${say(ITEM_NAMES[item.id])}${marked}`,
      markup`${inside.length > 0 && markup`<span class="mono">${item.id}/</span>`}${inside.map((one) => markup`<br>${one}`)}`,
      lacks.length + unenclosed.length === 0
        ? PAPER.complete
        : speech.list([...lacks.map((lack) => lackName(lack, speech)), ...unenclosed]),
    ];
  });
  const rules = [...new Set<RuleId>([...items.map(({ item }) => item.rule), "lke-request-by"])];
  const body = markup`<p>${PAPER.coverText}</p>
${factList([[PAPER.requestBy, day(requestBy)]])}
<h2>${PAPER.contents}</h2>
${tableOf({ columns: [{ name: C.item }, { name: C.asked }, { name: C.proves }, { name: C.lacks }], rows })}
<h2>${PAPER.rules}</h2>
${sourcesOf(rules, around)}
<h2>${C.sum}</h2>
<p>${say(PAPER.manifestLine, { name: by, zip })}</p>
${tableOf({
  columns: [{ name: C.file }, { name: C.sum }],
  rows: files.map(({ name, sha256 }) => [name, markup`<span class="mono">${sha256}</span>`]),
})}`;
  return titled(PAPER.cover, around, body);
}

/** Each source once, the doubtful ones in grey. */
function sourcesOf(rules: readonly RuleId[], around: Around): Markup {
  const lines = new Map(rules.map((id) => [ruleLine(id, around).html, id]));
  return markup`<ul>${[...lines.keys()].map((html) => markup`<li>${{ html }}</li>`)}</ul>`;
}
