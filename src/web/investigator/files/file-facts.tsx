/** What is known of a file, in a row of the list and over its preview. */
import { FILE_TYPES, TYPES } from "../../../evidence/types.ts";
import { useCopy } from "../parts/copy.ts";
import { Icon } from "../parts/icons.tsx";
import type { KnownFile } from "./known-file.ts";
import type { Speech } from "../../../words/speech.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { FileView } from "../vault/messages/files.ts";
import { FILES, TYPE_NAMES, WARNING_WORDS } from "./words.ts";

/** "Gambar JPEG, 2,4 MB": by content once it is known, until then as the sender says. */
export function TypeAndSize({
  file: { type, size },
  known,
}: {
  readonly file: Pick<FileView, "type" | "size">;
  readonly known: KnownFile | undefined;
}) {
  const speech = useSpeech();
  const { say } = speech;
  if (known !== undefined)
    return (
      <span class="muted">
        <strong class="true-type">{say(size === 0 ? FILES.empty : TYPE_NAMES[known.type])}</strong>, {speech.size(size)}
      </span>
    );
  return (
    <span class="muted">
      {type !== "" && `${say(FILES.claimedType, { type: claimedName(type, speech) })}, `}
      {speech.size(size)}
    </span>
  );
}

/** In words that people know, where the sender's program has used a name that we know. */
function claimedName(mime: string, { say }: Speech): string {
  const type = FILE_TYPES.find((one) => TYPES[one].mime === mime);
  return type === undefined ? mime : say(TYPE_NAMES[type]);
}

export function Warnings({ known }: { readonly known: KnownFile }) {
  const { say } = useSpeech();
  if (known.warnings.length === 0) return null;
  return (
    <ul class="warnings" aria-label={say(FILES.warnings)}>
      {known.warnings.map((warning) => {
        const { title, advice } = WARNING_WORDS[warning];
        return (
          <li key={warning}>
            <Icon name="warning" />
            <span>
              <strong>{say(title)}</strong> {say(advice)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** In groups, as one compares it with a colleague; copied without them. */
export function Fingerprint({ sha256 }: { readonly sha256: string }) {
  const { say } = useSpeech();
  const { copied, copy } = useCopy(sha256);
  return (
    <p class="fingerprint">
      <span class="muted">{say(FILES.fingerprint)}</span> <code>{sha256.replace(/.{4}(?=.)/gu, "$& ")}</code>{" "}
      <button type="button" class="link" onClick={copy}>
        {say(FILES.copy)}
      </button>{" "}
      <span role="status">{copied !== undefined && say(copied ? FILES.copied : FILES.notCopied)}</span>
    </p>
  );
}

/** It has left the vault, whole, under a name that is true. */
export function SavedAs({ name }: { readonly name: string }) {
  const { say } = useSpeech();
  return (
    <>
      <Icon name="check" /> {say(FILES.saved)} <bdi>{name}</bdi>
    </>
  );
}
