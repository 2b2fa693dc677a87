/** What came out of a package: who signed it, from which office, as what it is written down there, and what nobody could check. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { type CheckedExport, standingOf } from "../../../client/case-file/check-export.ts";
import { wordListOf } from "../../../client/reporter/word-lists.ts";
import { fromHex } from "../../../crypto/bytes.ts";
import { readFingerprint } from "../../../crypto/secret/fingerprint-words.ts";
import type { Member } from "../../../protocol/directory/directory.ts";
import { exportName } from "../../../words/exports.ts";
import { saveBlob } from "../../shared/save-blob.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Icon } from "../icon.tsx";
import { Action, ArrivingHeading, Banner } from "../parts.tsx";
import { Fingerprint, WordRows } from "../sheets.tsx";
import { UNREMEMBERED } from "../typing.tsx";
import { TrailOfFile } from "./trail.tsx";
import { CHECK, FAULTS, OFFICE, OPEN, SIGNER, UNCHECKED } from "./words.ts";

export type Opened = { readonly zip: Blob; readonly checked: CheckedExport };

/** What the package holds goes to the disk in any case; whose it is, and whether it is whole, is said before. */
export function Result({ opened: { zip, checked }, name }: { readonly opened: Opened; readonly name: string }) {
  const { say, size, day, name: nameOf } = useSpeech();
  const { faults, manifest, member, fingerprint, audit } = checked;
  const [noted, setNoted] = useState("");
  const [isTicked, setTicked] = useState(false);
  const isNoted = fingerprint === undefined ? undefined : notedIn(noted, fromHex(fingerprint));
  const standing = isNoted === false ? "doubtful" : standingOf(checked, isTicked || isNoted === true);
  const isWhole = faults.length === 0 && manifest !== undefined && member !== undefined;
  const what = exportName(manifest?.of ?? "");
  return (
    <section class="stack">
      <ArrivingHeading>
        <Icon name="check" /> {say(OPEN.opened)}
      </ArrivingHeading>
      <div role="status">
        {standing !== "doubtful" && isWhole && (
          <Banner tone={standing === "genuine" ? "good" : "warn"} title={say(CHECK[standing])}>
            {standing === "unplaced" && <p>{say(CHECK.unplacedText)}</p>}
            <p>
              {say(CHECK.signedBy, {
                what: what === undefined ? manifest.of : say(what),
                name: nameOf(member.names),
                day: day(manifest.on),
                n: manifest.entries.length,
              })}
            </p>
          </Banner>
        )}
      </div>
      {standing === "doubtful" && (
        <Banner tone="danger" title={say(CHECK.notGenuine)} urgent>
          <ul>
            {isNoted === false && <li>{say(FAULTS["other-office"])}</li>}
            {faults.map(({ code, name: entry }, at) => (
              <li key={at}>
                {say(FAULTS[code])} {entry !== undefined && <code>{entry}</code>}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {fingerprint !== undefined && (
        <Office fingerprint={fromHex(fingerprint)} noted={noted} isNoted={isNoted} onNoted={setNoted}>
          {isWhole && isNoted === undefined && (
            <label class="tick">
              <input
                type="checkbox"
                checked={isTicked}
                onChange={({ currentTarget }) => setTicked(currentTarget.checked)}
              />
              <span>{say(CHECK.compared)}</span>
            </label>
          )}
        </Office>
      )}
      {isWhole && <Signer member={member} isPlaced={standing === "genuine"} />}
      {isWhole && <TrailOfFile audit={audit} names={checked.names} />}
      {isWhole && (
        <section class="stack">
          <h3>{say(UNCHECKED.title)}</h3>
          <ul class="unchecked">
            {standing !== "genuine" && <li>{say(UNCHECKED.office)}</li>}
            <li>{say(UNCHECKED.signer)}</li>
            <li>{say(audit === undefined ? UNCHECKED.day : UNCHECKED.log)}</li>
            {audit !== undefined && <li>{say(UNCHECKED.rows)}</li>}
            <li>{say(UNCHECKED.content)}</li>
          </ul>
        </section>
      )}
      <div class="actions">
        <Action
          label={say(OPEN.save, { size: size(zip.size) })}
          icon="download"
          primary
          onClick={() => saveBlob([zip], name.replace(/\.age$/u, "").replace(/(?:\.zip)?$/u, ".zip"))}
        />
      </div>
      <p class="hint">{say(OPEN.careful)}</p>
    </section>
  );
}

/** Whether it is the one that was typed; undefined while that is none. */
function notedIn(typed: string, fingerprint: Uint8Array): boolean | undefined {
  return readFingerprint(typed, wordListOf("id"))?.(fingerprint);
}

type OfficeProps = {
  readonly fingerprint: Uint8Array;
  readonly noted: string;
  readonly isNoted: boolean | undefined;
  readonly onNoted: (typed: string) => void;
  readonly children: ComponentChildren;
};

/** The office that lists who signed: compared by the eye, or with what was written down before. */
function Office({ fingerprint, noted, isNoted, onNoted, children }: OfficeProps) {
  const { say } = useSpeech();
  const id = useId();
  return (
    <section class="stack">
      <h3>{say(OFFICE.title)}</h3>
      <p>{say(CHECK.office)}</p>
      <WordRows hash={fingerprint} />
      <div class="field">
        <label for={id}>{say(OFFICE.noted)}</label>
        <p class="hint" id={`${id}-hint`}>
          {say(OFFICE.notedHint)}
        </p>
        <textarea
          id={id}
          rows={2}
          {...UNREMEMBERED}
          value={noted}
          aria-describedby={`${id}-hint`}
          onInput={({ currentTarget }) => onNoted(currentTarget.value)}
        />
      </div>
      <p role="status" class={isNoted === true ? "right" : ""}>
        {isNoted === true && (
          <>
            <Icon name="check" /> {say(OFFICE.same)}
          </>
        )}
        {isNoted === undefined && noted.trim() !== "" && say(OFFICE.incomplete)}
      </p>
      {isNoted === false && <Banner tone="danger" title={say(OFFICE.other)} urgent />}
      {children}
    </section>
  );
}

/** By which key it was signed: a name alone anybody can write. */
function Signer({ member, isPlaced }: { readonly member: Member; readonly isPlaced: boolean }) {
  const { say, name } = useSpeech();
  return (
    <section class="stack">
      <h3>{say(SIGNER.title)}</h3>
      <p>
        <strong>
          <bdi>{name(member.names)}</bdi>
        </strong>
        <br />
        {say(isPlaced ? SIGNER.listed : SIGNER.named)}
      </p>
      <p>{say(SIGNER.compare)}</p>
      <Fingerprint publicKey={member.signingKey} />
    </section>
  );
}
