import { useEffect } from "preact/hooks";

/** Whoever hands in a form in which something is missing goes on at the first of it: it may stand far above the button. */
export function useFirstFault(): void {
  useEffect(() => {
    const look = ({ target }: Event): void => {
      const { activeElement } = document;
      // Once the form is drawn with what is wrong. Whoever is typing elsewhere by then is left there: the rest of a sentence
      // would stand in another field, and here it may be another reporter who reads it.
      requestAnimationFrame(() => {
        if (target instanceof HTMLFormElement && document.activeElement === activeElement)
          target.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      });
    };
    document.addEventListener("submit", look);
    return () => document.removeEventListener("submit", look);
  }, []);
}
