/** The receipt of one report: made only when its reporter asks for it, and shown once a member has signed it. */
import { RECEIPT } from "#words/receipts";
import type { ReporterCase } from "../../../client/reporter/reporter-case.ts";
import type { CheckedReceipt } from "../../../client/directory/receipt-line.ts";
import { saveBlob } from "../../shared/save-blob.ts";
import type { App, Screen } from "../app.ts";
import { element, icon } from "../element.ts";
import { problemBanner } from "../problem.ts";
import { linkButton } from "../screens/step.ts";
import { qrCodeOf } from "../../shared/qr-code.ts";

type Asking = {
  readonly found: ReporterCase;
  /** Called once the server has the wish. */
  readonly sent: (said: string) => Promise<void>;
};

export function receiptScreen({ found, sent }: Asking): Screen {
  // The newest: somebody who has lost it asks again.
  const line = found.entries.findLast(({ message, effective }) => effective && message?.kind === "receipt")?.message;
  const text = line?.kind === "receipt" ? line.text : undefined;
  return (app, gone) => {
    const place = element("div", { class: "printed stack" });
    if (text === undefined) place.replaceChildren(...askingPart(app, found, sent));
    else void show(app, gone, place, text);
    return element(
      "main",
      { class: "column stack" },
      element("h1", { tabindex: -1 }, RECEIPT.title),
      element("p", { class: "lead" }, RECEIPT.lead),
      element(
        "ul",
        { class: "rings" },
        RECEIPT.know.map((point) => element("li", {}, point)),
      ),
      place,
      linkButton(RECEIPT.back, app.back),
    );
  };
}

function askingPart(app: App, { alarms, write }: ReporterCase, sent: Asking["sent"]): HTMLElement[] {
  if (alarms.length > 0) return [element("p", { class: "error" }, icon("warning"), RECEIPT.notWritable)];
  const said = element("div", { role: "status" });
  let isSending = false;
  const ask = async () => {
    if (isSending) return;
    isSending = true;
    said.replaceChildren(element("p", {}, RECEIPT.asking));
    try {
      await write({ kind: "receipt-request" });
      await sent(RECEIPT.asked);
    } catch (error) {
      said.replaceChildren(problemBanner(app, error, () => void ask()));
    } finally {
      isSending = false;
    }
  };
  return [
    element("p", { class: "hint" }, RECEIPT.howLong),
    element("button", { type: "button", class: "button primary narrow", click: () => void ask() }, RECEIPT.ask),
    said,
  ];
}

/** Looked at before it is shown: what a member signed wrongly would prove nothing to anybody. */
async function show(app: App, gone: AbortSignal, place: HTMLElement, line: string): Promise<void> {
  place.replaceChildren(element("p", { class: "hint", role: "status" }, RECEIPT.checking));
  try {
    const [sealing, recipients] = await Promise.all([app.sealing.get(), app.recipients.get()]);
    const checked = await sealing.checkReceiptLine(line, recipients.directories);
    if (gone.aborted) return;
    if (checked.is === "genuine") place.replaceChildren(...shownPart(app, line, checked));
    else place.replaceChildren(element("p", { class: "error" }, icon("warning"), RECEIPT.notGenuine));
  } catch (error) {
    if (!gone.aborted) place.replaceChildren(problemBanner(app, error, () => void show(app, gone, place, line)));
  }
}

function shownPart(
  app: App,
  line: string,
  { day }: Extract<CheckedReceipt, { readonly is: "genuine" }>,
): HTMLElement[] {
  const says = app.say(RECEIPT.says, { office: app.office, date: app.day(day) });
  const save = () => saveBlob([new Blob([`${says}\n\n${line}\n\n${RECEIPT.howToCheck}\n`])], RECEIPT.fileName);
  const button = (name: "print" | "download", words: string, click: () => void) =>
    element("button", { type: "button", class: "button", click }, icon(name), words);
  return [
    element(
      "div",
      { class: "receipt" },
      element("p", {}, element("strong", {}, says)),
      qrCodeOf(line, RECEIPT.code),
      element("p", { class: "address", dir: "ltr", translate: "no" }, line),
      element("p", { class: "hint" }, RECEIPT.howToCheck),
    ),
    element(
      "div",
      { class: "links" },
      button("print", RECEIPT.print, () => print()),
      button("download", RECEIPT.save, save),
    ),
  ];
}
