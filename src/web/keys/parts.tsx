/** What every screen of the key page is made of: a screen, banners, a file to open, a file to save. */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { CeremonyError } from "../../client/ceremony/refusal.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { DirectoryError } from "../../protocol/directory/directory.ts";
import { CEREMONY_FAILURES } from "../../words/changes.ts";
import { DIRECTORY_FAILURES } from "../../words/failures.ts";
import type { Texts } from "../../words/text.ts";
import { bytesOf } from "../shared/file-bytes.ts";
import { keepFocus } from "../shared/kept-focus.ts";
import { saveBytes } from "../shared/save-blob.ts";
import type { KeyPageIcon } from "./icon-names.ts";
import { Icon } from "./icon.tsx";
import { useSpeech } from "../screen/speech.ts";

/** A screen begins at its heading, for those who look and those who listen. */
export function Screen({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => (place.current === null ? undefined : keepFocus(place.current, "h1")), []);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, [title]);
  return (
    <div class="screen stack" ref={place}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}

/** What comes in the place of what was pressed: there the keyboard goes on, and those who listen hear it. */
export function ArrivingHeading({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

export function Banner({
  tone,
  title,
  urgent = false,
  children,
}: {
  readonly tone: "good" | "warn" | "danger";
  readonly title: string;
  readonly urgent?: boolean;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={`banner ${tone}`} role={urgent ? "alert" : undefined}>
      <Icon name={tone === "good" ? "check" : "warning"} />
      <div class="stack">
        <p class="banner-title">{title}</p>
        {children}
      </div>
    </div>
  );
}

/** What a ceremony refused, in words; whatever else is thrown goes on. */
export function failureOf(error: unknown): Texts {
  if (error instanceof CeremonyError) return CEREMONY_FAILURES[error.code];
  if (error instanceof DirectoryError) return DIRECTORY_FAILURES[error.code].happened;
  if (error instanceof CryptoError) return CEREMONY_FAILURES.malformed;
  throw error;
}

export function Failure({ text }: { readonly text: Texts | undefined }) {
  const { say } = useSpeech();
  return text === undefined ? null : <Banner tone="danger" title={say(text)} urgent />;
}

/** Files that are read here, on this machine. What was chosen stays named beside the button. */
export function FileField({
  label,
  several = false,
  onFiles,
}: {
  readonly label: string;
  readonly several?: boolean;
  readonly onFiles: (files: readonly Uint8Array[]) => void;
}) {
  const take = async (files: readonly File[]) => {
    if (files.length > 0) onFiles(await bytesOf(files));
  };
  return (
    <p class="field">
      <label>
        {label}
        <input
          type="file"
          accept=".json"
          multiple={several}
          onChange={({ currentTarget }) => void take([...(currentTarget.files ?? [])])}
        />
      </label>
    </p>
  );
}

export function SaveButton({
  label,
  name,
  bytes,
  primary = false,
  onSaved,
}: {
  readonly label: string;
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly primary?: boolean;
  readonly onSaved?: () => void;
}) {
  const [saved, setSaved] = useState(false);
  return (
    <button
      type="button"
      class={primary && !saved ? "button primary" : "button"}
      onClick={() => {
        saveBytes(bytes(), name);
        setSaved(true);
        onSaved?.();
      }}
    >
      <Icon name={saved ? "check" : "download"} /> {label}
    </button>
  );
}

export function Action({
  label,
  icon,
  primary = false,
  onClick,
}: {
  readonly label: string;
  readonly icon?: KeyPageIcon;
  readonly primary?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" class={primary ? "button primary" : "button"} onClick={onClick}>
      {icon !== undefined && <Icon name={icon} />} {label}
    </button>
  );
}
