/** Other cases that belong to the open one: linked by members, or alike by what this device compares. */
import { useEffect, useState } from "preact/hooks";
import type { LikeCase } from "../../../../client/finding/alike.ts";
import { CaseTitle, StateText } from "../../list/case-cells.tsx";
import { LIST } from "../../list/words.ts";
import { useSpeech } from "../../../screen/speech.ts";
import type { Ask } from "../../vault/vault-client.ts";
import type { CaseRow, CaseView } from "../../vault/messages/vault.ts";
import type { Draft } from "../../writing/drafts.ts";
import { LikeReasons } from "./like-reasons.tsx";
import { LinkForm } from "./link-form.tsx";
import { sameMatterAs } from "../matters.ts";
import type { Finding } from "../use-finding.ts";
import { useIndexed } from "../index-progress.tsx";
import { ALIKE, LINKS } from "./words.ts";

export type CasesThatBelongProps = {
  readonly ask: Ask;
  readonly view: CaseView;
  readonly rows: readonly CaseRow[];
  readonly finding: Finding;
  readonly draft: Draft;
  readonly onDraft: (change: Partial<Draft>) => void;
  readonly onOpen: (handle: string) => void;
  readonly onLinked: () => void;
  /** Shows these in the list, chosen, to do one thing with all of them */
  readonly onChoose: (handles: readonly string[]) => void;
};

export function CasesThatBelong(props: CasesThatBelongProps) {
  const { ask, view, rows, finding, draft, onDraft, onOpen } = props;
  const { say } = useSpeech();
  const { handle, registerNumber } = view.row;
  const alike = useAlike(ask, handle, finding);
  const [told, setTold] = useState<string | undefined>(undefined);
  // What stands in the other case alone is seen in it; what the list does not have is not this member's to know of.
  const linked = view.casework.links.flatMap((link) => {
    const row = rows.find((one) => one.registerNumber === link.registerNumber);
    return row === undefined ? [] : [{ row, link }];
  });
  const isLinked = (number: string) => linked.some(({ row }) => row.registerNumber === number);
  const matter = sameMatterAs(registerNumber, rows);
  const further = matter.filter((row) => !isLinked(row.registerNumber));
  const suggested = (alike ?? []).flatMap((like) => {
    const row = rows.find((one) => one.handle === like.handle);
    const isKnown = row === undefined || isLinked(row.registerNumber) || further.includes(row);
    return isKnown ? [] : [{ row, like }];
  });
  const begin = (number: string, relation: "same-matter" | "none") => {
    setTold(undefined);
    onDraft({ link: { registerNumber: number, relation, reason: draft.link?.reason ?? "" } });
  };
  const isDuplicate = draft.move?.outcome === "duplicate" && linked.length + further.length === 0;
  return (
    <section class="belonging" aria-labelledby="belonging-title">
      <h2 id="belonging-title">{say(LINKS.title)}</h2>
      {linked.map(({ row, link }) => (
        <div class="belonging-case" key={row.handle}>
          <strong>{say(link.relation === "same-matter" ? LINKS["same-matter"] : LINKS.related)}</strong>
          <OtherCase row={row} onOpen={onOpen} />
          <LinkedBy view={view} link={link} />
          <button type="button" class="button" onClick={() => begin(row.registerNumber, "none")}>
            {say(LINKS.unlink)} <span class="visually-hidden">{row.registerNumber}</span>
          </button>
        </div>
      ))}
      {further.map((row) => (
        <div class="belonging-case" key={row.handle}>
          <strong>{say(LINKS["same-matter"])}</strong>
          <OtherCase row={row} onOpen={onOpen} />
        </div>
      ))}
      {linked.length + further.length > 0 && <p class="muted">{say(LINKS.own)}</p>}
      {matter.length > 0 && (
        <button
          type="button"
          class="button"
          onClick={() => props.onChoose([handle, ...matter.map((row) => row.handle)])}
        >
          {say(LINKS.choose, { n: matter.length + 1 })}
        </button>
      )}
      {told !== undefined && <p role="status">{told}</p>}
      {suggested.length > 0 && (
        <>
          <h3>{say(ALIKE.title)}</h3>
          <p class="muted">{say(ALIKE.hint)}</p>
          {suggested.map(({ row, like }) => (
            <div class="belonging-case" key={row.handle}>
              <OtherCase row={row} onOpen={onOpen} />
              <LikeReasons reasons={like.reasons} />
              <button type="button" class="button" onClick={() => begin(row.registerNumber, "same-matter")}>
                {say(ALIKE.link)} <span class="visually-hidden">{row.registerNumber}</span>
              </button>
            </div>
          ))}
        </>
      )}
      {isDuplicate && draft.link === undefined && <p>{say(LINKS.duplicate)}</p>}
      {draft.link === undefined ? (
        <button type="button" class="button" onClick={() => begin("", "same-matter")}>
          {say(LINKS.add)}
        </button>
      ) : (
        <LinkForm
          ask={ask}
          view={view}
          rows={rows}
          link={draft.link}
          onLink={(link) => onDraft({ link })}
          onDone={(text) => {
            setTold(text);
            onDraft({ link: undefined });
            props.onLinked();
          }}
        />
      )}
    </section>
  );
}

function OtherCase({ row, onOpen }: { readonly row: CaseRow; readonly onOpen: (handle: string) => void }) {
  const { say } = useSpeech();
  return (
    <>
      <button type="button" class="row-button" onClick={() => onOpen(row.handle)}>
        {row.summary === undefined ? say(LIST.summaryMissing) : <CaseTitle title={row.summary.title} />}
      </button>
      <span class="found-facts">
        <span class="register">{row.registerNumber}</span> <StateText state={row.state} />
      </span>
    </>
  );
}

function LinkedBy({ view, link }: { readonly view: CaseView; readonly link: CaseView["casework"]["links"][number] }) {
  const { say, day, name } = useSpeech();
  return (
    <p class="muted">
      <bdi>{say(LINKS.by, { name: name(view.names[link.by]), day: day(link.on), reason: link.reason })}</bdi>
    </p>
  );
}

/** Compared anew when more has been read. */
function useAlike(ask: Ask, handle: string, finding: Finding): readonly LikeCase[] | undefined {
  const [alike, setAlike] = useState<readonly LikeCase[] | undefined>(undefined);
  const indexing = useIndexed(finding);
  const isWhole = indexing !== undefined && indexing.done === indexing.of;
  useEffect(() => {
    let isOver = false;
    ask("alikeCases", { handle }).then(
      (answer) => !isOver && setAlike(answer.alike),
      // No suggestion is no failure.
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, [ask, handle, isWhole]);
  return alike;
}
