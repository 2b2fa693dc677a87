import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "./words.ts";

/** A modal dialog of the browser's own: it keeps the focus, and gives it back when it goes. */
export function Dialog({
  title,
  look,
  onClose,
  children,
}: {
  readonly title: ComponentChildren;
  readonly look?: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before anything is painted: a key that is pressed behind it would go to the page, and Escape leave the case.
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={look}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}

export function CloseButton({ onClose }: { readonly onClose: () => void }) {
  const { say } = useSpeech();
  return (
    <button type="button" class="button" onClick={onClose}>
      {say(FRAME.close)}
    </button>
  );
}
