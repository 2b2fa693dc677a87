/** Words about a colleague who has left, or is back with new keys: banner and button of the list. */
export const LEFT = {
  open: "Colleagues’ case keys",
  holds: "{name} still holds the keys of {n} open cases",
  holdsText:
    "They are suspended or removed in the directory, and the server gives them nothing any more. With new keys, what is written from now on does not open for them even if they come by a copy.",
  takeOut: "Take them out of all…",
} as const;
