/** The key page: opened from a file, on a machine that sees no network. It fetches nothing, keeps nothing, sends nothing. */
import { render } from "preact";
import { App } from "./app.tsx";

const place = document.getElementById("keys");
if (place !== null) {
  place.replaceChildren();
  render(<App />, place);
}
