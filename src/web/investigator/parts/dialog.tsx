import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { keepFocus } from "../../shared/kept-focus.ts";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "./words.ts";

/**
 * A modal dialog of the browser's own: it keeps the focus, and gives it back when it goes. `fills`: what it is made of comes
 * after it, so it begins at its title; else at its first control.
 */
export function Dialog({
  title,
  look,
  fills = false,
  onClose,
  children,
}: {
  readonly title: ComponentChildren;
  readonly look?: string;
  readonly fills?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before anything is painted: a key that is pressed behind it would go to the page, and Escape leave the case.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const { current } = dialog;
    if (current === null) return undefined;
    const letGo = keepFocus(current, "h2");
    current.showModal();
    if (fills) current.querySelector("h2")?.focus();
    return () => {
      letGo();
      // While it is open nothing behind it takes the focus.
      current.close();
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
      onClose={({ currentTarget }) => {
        // Chromium closes at a second Escape without asking: whoever lets it go takes it away, else it stays.
        if (currentTarget.isConnected) currentTarget.showModal();
      }}
    >
      <h2 id="dialog-title" tabIndex={fills ? -1 : undefined}>
        {title}
      </h2>
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
