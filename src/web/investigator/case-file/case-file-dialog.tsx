/** Making a case file: what goes, to whom and why; looked through and redacted; recorded, and made. */
import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import { LANGUAGE_CODES, factsOf } from "../../../words/languages.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { Downloads } from "../files/downloads.ts";
import { shownName } from "../files/file-name.tsx";
import { LARGEST_IN_MEMORY_BYTES } from "../files/zip/zip.ts";
import { CloseButton, Dialog } from "../parts/dialog.tsx";
import { FieldError } from "../parts/fields/field-error.tsx";
import { ReasonField } from "../parts/fields/reason-field.tsx";
import { Banner } from "../parts/notices.tsx";
import { NOTHING_CHOSEN, type SealChoices, renamed, sealFaults } from "../referral/order.ts";
import { Packages } from "../referral/packages.tsx";
import { SealFields } from "../referral/seal-fields.tsx";
import { Sent } from "../referral/sent.tsx";
import { SEAL, SEAL_FAULTS, SENT } from "../referral/words.ts";
import { useOfficeNames } from "../parts/office-names.ts";
import type { Ask } from "../vault/vault-client.ts";
import type { CaseView, SignedIn } from "../vault/messages/vault.ts";
import type { CaseWork } from "../writing/case-work.ts";
import type { Draft } from "../writing/drafts.ts";
import {
  type Choices,
  chosenFiles,
  copiedIntoSummary,
  faultsIn,
  fileOf,
  firstChoices,
  typedTexts,
  unsearchedFiles,
} from "./choices.ts";
import { cited } from "./cited.ts";
import { Earlier } from "./earlier.tsx";
import { FileChoices, NoteChoices } from "./part-choices.tsx";
import { Progress } from "./progress.tsx";
import { useSigner } from "./use-signer.ts";
import { Redacting } from "./redacting.tsx";
import { endingOf, isUnderWay, shownPackage, useMaking } from "./use-making.ts";
import { DIALOG } from "./words.ts";

/** As a draft keeps it; it never leaves this page, so that no other version of it reads it. */
type Kept = { readonly choices: Choices; readonly seal: SealChoices | undefined };

export type CaseFileDialogProps = {
  readonly ask: Ask;
  readonly view: CaseView;
  readonly member: SignedIn;
  readonly work: CaseWork;
  readonly downloads: Downloads;
  /** The case may go to another body now: its state is changed beside the conversation */
  readonly onRefer?: (() => void) | undefined;
  readonly draft: Pick<Draft, "caseFile" | "unnoted">;
  readonly onDraft: (change: Partial<Draft>) => void;
  /** Drafts as they are by now are sealed when it resolves */
  readonly keepDrafts: () => Promise<void>;
  readonly onClose: () => void;
};

export function CaseFileDialog(props: CaseFileDialogProps) {
  const { ask, view, member, work, onRefer, draft, onDraft, keepDrafts, onClose } = props;
  const speech = useSpeech();
  const { say, language, today, list, size } = speech;
  const kept = draft.caseFile?.content as Kept | undefined;
  const [choices, setChoices] = useState(() => kept?.choices ?? firstChoices(view, language));
  const [seal, setSeal] = useState(kept?.seal);
  const [isTried, setTried] = useState(false);
  const office = useOfficeNames();
  const { making, make, stop } = useMaking({
    ...props,
    onUnnoted: (unnoted) => {
      onDraft({ unnoted });
      return keepDrafts();
    },
  });
  const [made, setMade] = useState<Choices>();
  const [noted, setNoted] = useState<readonly string[]>();
  const [asked, setAsked] = useState(0);
  const change = (changed: Partial<Choices>) => setChoices((before) => ({ ...before, ...changed }));
  const channel = member.channels.find(({ id }) => id === view.row.channelId)?.names ?? {};
  const around = { office, channel, me: member.memberId, today: today() };
  const preview = useMemo(() => fileOf(view, choices, around), [view, choices, office]);
  const faultsNow = [
    ...faultsIn(choices),
    ...(seal !== undefined && choices.to.trim() === "" && choices.reporter !== "included" ? (["to"] as const) : []),
  ];
  const faults = isTried ? faultsNow : [];
  const sealFaultsNow = seal === undefined ? [] : sealFaults(seal);
  const copied = choices.reporter === "included" ? [] : copiedIntoSummary(view, choices);
  const bytes = chosenFiles(view, choices).reduce((sum, { file }) => sum + file.size, 0);
  const unsearched = unsearchedFiles(view, choices);
  const isTooLarge = bytes > LARGEST_IN_MEMORY_BYTES;
  const signer = useSigner(ask);
  const isBusy = isUnderWay(making);
  const sealed = shownPackage(making, draft.unnoted, view);
  const words = sealed?.words ?? [];
  const ending = endingOf(making, words, noted);
  const isUnfinished = draft.unnoted !== undefined && sealed === undefined && making === undefined;
  // A lock takes neither what was typed nor what was chosen, and nor does who closes at once; what was made is no draft any more.
  const isMade = making?.is === "saved" && made === choices;
  useLayoutEffect(() => {
    const content: Kept = { choices, seal };
    const first = firstChoices(view, language);
    const isEmpty = isMade || JSON.stringify(content) === JSON.stringify({ choices: first });
    onDraft({ caseFile: isEmpty ? undefined : { content, typed: typedTexts(choices, seal, first) } });
  }, [choices, seal, isMade]);
  /** Once the words that open a package were noted */
  const end = (go: () => void): void => {
    setAsked(ending === "ask" ? asked + 1 : 0);
    if (ending === "ask") return;
    onDraft({ unnoted: undefined });
    go();
  };
  const close = (): void => {
    if (ending === "stop") return stop();
    end(onClose);
  };
  const sent = sealed && (
    <Sent
      isFromBefore={sealed.isFromBefore}
      handed={{
        ...sealed.record,
        office: speech.name(office),
        registerNumber: view.row.registerNumber,
        signer,
      }}
      words={words}
      noting={{ isNoted: words === noted, asked, onNoted: (isNoted) => setNoted(isNoted ? words : undefined) }}
      onMove={onRefer && (() => end(onRefer))}
    />
  );
  return (
    <Dialog title={say(DIALOG.title)} look="case-file-dialog" fills onClose={close}>
      {sealed?.isFromBefore === true && sent}
      {isUnfinished && <Banner tone="warn" title={say(SENT.unfinished)} />}
      <p>{say(DIALOG.lead)}</p>
      <Earlier view={view} />
      <Packages view={view} work={work} office={speech.name(office)} />
      {!view.writable.notes && <Banner tone="warn" title={say(DIALOG.needsRecord)} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (faultsNow.length + sealFaultsNow.length > 0 || isTooLarge) return;
          const { to: name, reason } = choices;
          end(() => {
            setMade(choices);
            make(choices, around, seal && { ...seal, name, reason, language, today: today() });
          });
        }}
      >
        <fieldset disabled={isBusy}>
          <div class="field">
            <label for="case-file-to">{say(DIALOG.to)}</label>
            <p class="hint" id="case-file-to-hint">
              {say(DIALOG.toHint)}
            </p>
            {faults.includes("to") && (
              <FieldError
                id="case-file-to-error"
                text={seal === undefined || choices.reporter === "included" ? DIALOG.toNeeded : SEAL_FAULTS.name}
              />
            )}
            <input
              id="case-file-to"
              type="text"
              dir="auto"
              autocomplete="off"
              maxLength={300}
              value={choices.to}
              aria-invalid={faults.includes("to")}
              aria-describedby={`${faults.includes("to") ? "case-file-to-error " : ""}case-file-to-hint`}
              onInput={({ currentTarget }) => {
                change({ to: currentTarget.value });
                setSeal((before) => before && { ...before, ...renamed(before) });
              }}
            />
          </div>
          <ReasonField
            id="case-file-reason"
            label={DIALOG.reason}
            hint={DIALOG.reasonHint}
            fault={faults.includes("reason") ? DIALOG.reasonNeeded : undefined}
            value={choices.reason}
            onValue={(reason) => change({ reason })}
          />
          <fieldset class="ticks">
            <legend>{say(DIALOG.language)}</legend>
            {LANGUAGE_CODES.map((code) => (
              <label key={code} class="tick">
                <input
                  type="radio"
                  name="case-file-language"
                  checked={choices.language === code}
                  onChange={() => change({ language: code })}
                />
                <span lang={code}>{factsOf(code).name}</span>
              </label>
            ))}
          </fieldset>
          <ReasonField
            id="case-file-summary"
            label={DIALOG.summary}
            hint={DIALOG.summaryHint}
            fault={undefined}
            rows={5}
            value={choices.summary}
            onValue={(summary) => change({ summary })}
          />
          {copied.length > 0 && (
            <Banner tone="warn" title={say(DIALOG.copied, { list: list(copied.map((one) => `“${one}”`)) })} />
          )}
          <fieldset class="ticks">
            <legend>{say(DIALOG.words)}</legend>
            <Choice
              label={say(DIALOG.leftOut)}
              hint={say(DIALOG.leftOutHint)}
              isChosen={choices.reporter === "left-out"}
              onChoose={() => change({ reporter: "left-out" })}
            />
            <Choice
              label={say(DIALOG.included)}
              hint={say(DIALOG.includedHint, { secrecy: cited("reporter-secrecy", around.today, speech) })}
              isChosen={choices.reporter === "included"}
              onChoose={() => change({ reporter: "included" })}
            />
          </fieldset>
          <NoteChoices view={view} choices={choices} onChange={change} />
          <FileChoices view={view} choices={choices} onChange={change} />
          <Redacting preview={preview} choices={choices} onChange={change} />
          {unsearched.length > 0 && (
            <Banner tone="warn" title={say(DIALOG.unsearched, { list: list(unsearched.map(shownName)) })} />
          )}
          <fieldset class="ticks">
            <legend>{say(SEAL.legend)}</legend>
            <Choice
              name="case-file-way"
              label={say(SEAL.plain)}
              hint={say(SEAL.plainHint)}
              isChosen={seal === undefined}
              onChoose={() => setSeal(undefined)}
            />
            <Choice
              name="case-file-way"
              label={say(SEAL.sealed)}
              hint={say(SEAL.sealedHint)}
              isChosen={seal !== undefined}
              onChoose={() => setSeal(seal ?? NOTHING_CHOSEN)}
            />
          </fieldset>
          {seal !== undefined && (
            <SealFields
              ask={ask}
              choices={seal}
              faults={isTried ? sealFaultsNow : []}
              onChange={(changed) => setSeal((before) => ({ ...(before ?? NOTHING_CHOSEN), ...changed }))}
              onName={(to) => change({ to })}
            />
          )}
        </fieldset>
        {isTooLarge && (
          <Banner
            tone="warn"
            title={say(DIALOG.tooLarge, { size: size(bytes), limit: size(LARGEST_IN_MEMORY_BYTES) })}
          />
        )}
        <Progress making={making} signer={signer} onStop={stop} />
        {sealed?.isFromBefore === false && sent}
        <p class="actions">
          <button type="submit" class="button primary" disabled={isBusy || !view.writable.notes}>
            {say(DIALOG.make)}
          </button>
          <CloseButton onClose={close} />
        </p>
      </form>
    </Dialog>
  );
}

function Choice({
  name = "case-file-words",
  label,
  hint,
  isChosen,
  onChoose,
}: {
  readonly name?: string;
  readonly label: string;
  readonly hint: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <label class="tick">
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      <span>
        {label}
        <span class="second">{hint}</span>
      </span>
    </label>
  );
}
