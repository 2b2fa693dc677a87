/** The investigators' page: reads what the build says, and shows the desk. */
import { render } from "preact";
import { readDelivery } from "../shared/delivery.ts";
import { App } from "./app.tsx";

const place = document.getElementById("desk");
if (place !== null) {
  // What stood there while the script was on its way is no part of the desk.
  place.replaceChildren();
  render(<App delivery={readDelivery()} />, place);
}
