/** The receiver's page: opened from a file, by whoever gets a sealed package. It fetches nothing, keeps nothing, sends nothing. */
import { render } from "preact";
import { App } from "./app.tsx";

const place = document.getElementById("receiver");
if (place !== null) {
  place.replaceChildren();
  render(<App />, place);
}
