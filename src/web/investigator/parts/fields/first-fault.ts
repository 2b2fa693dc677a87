import { useEffect } from "preact/hooks";

/** Whoever hands in a form in which something is missing goes on at the first of it: it may stand far above the button. */
export function useFirstFault(): void {
  useEffect(() => {
    const look = ({ target }: Event): void => {
      // Once the form is drawn with what is wrong.
      requestAnimationFrame(() => {
        if (target instanceof HTMLFormElement) target.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      });
    };
    document.addEventListener("submit", look);
    return () => document.removeEventListener("submit", look);
  }, []);
}
