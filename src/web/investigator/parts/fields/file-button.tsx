/** A button that lets files of this device be chosen, several at once. */
import { useRef } from "preact/hooks";
import { Icon } from "../icons.tsx";

type FileButtonProps = {
  readonly text: string;
  /** Where several buttons read alike */
  readonly label?: string;
  /** Id of what says more about it */
  readonly describedBy?: string | undefined;
  /** Nothing is taken meanwhile */
  readonly busy?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

export function FileButton({ text, label, describedBy, busy, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again after it was taken off.
          currentTarget.value = "";
        }}
      />
      <button
        type="button"
        class="button"
        aria-label={label}
        aria-describedby={describedBy}
        aria-disabled={busy}
        onClick={() => busy !== true && input.current?.click()}
      >
        <Icon name="clip" /> {text}
      </button>
    </>
  );
}
