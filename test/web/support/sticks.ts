/** Files that come from sticks and go onto them, without a disk. */
import { caughtDownloads } from "./places.ts";
import type { Screen } from "./screen.ts";
import { waitForElement, waitInPage } from "./wait.ts";

/** As if they were chosen. */
export async function giveFiles(
  { page }: Pick<Screen, "page">,
  field: string,
  files: readonly Uint8Array[],
): Promise<void> {
  await waitForElement(page, field);
  await page.$eval(
    field,
    (input, all) => {
      const chosen = new DataTransfer();
      for (const bytes of all) chosen.items.add(new File([Uint8Array.from(bytes)], "berkas.json"));
      (input as HTMLInputElement).files = chosen.files;
      input.dispatchEvent(new Event("change"));
    },
    files.map((bytes) => [...bytes]),
  );
}

/** The first file that the page gives (`catchDownloads`): what comes from a worker is put together there first. */
export async function savedBy(screen: Screen): Promise<Buffer> {
  await waitInPage(screen.page, () => Object.keys((globalThis as unknown as { caught: object }).caught).length > 0);
  const [saved] = Object.values(await caughtDownloads(screen));
  if (saved === undefined) throw new Error("nothing was saved");
  return saved;
}
