/** Where the desk saves files in a test: the browser's own storage for the window that asks, or a folder of downloads. */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Test } from "tap";
import type { Screen } from "./screen.ts";
import type { Stage } from "./stage.ts";

/** Stands in for the window that asks for a place: written to in the same way. */
export function pickPlaces({ page }: Screen): Promise<unknown> {
  return page.evaluate(() => {
    Object.assign(globalThis, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
    });
  });
}

/** No such window, as in Firefox. */
export function pickNoPlaces({ page }: Screen): Promise<unknown> {
  return page.evaluate(() => Object.assign(globalThis, { showSaveFilePicker: undefined }));
}

/** No such window, and what is downloaded is kept here instead: in any browser, without its folder. */
export function catchDownloads({ page }: Screen): Promise<unknown> {
  return page.evaluate(() => {
    const caught: Record<string, Blob> = {};
    let newest = new Blob();
    URL.createObjectURL = (blob) => {
      newest = blob as Blob;
      return "blob:none";
    };
    HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
      caught[this.download] = newest;
    };
    Object.assign(globalThis, { showSaveFilePicker: undefined, caught });
  });
}

export async function caughtDownloads({ page }: Screen): Promise<Record<string, Buffer>> {
  const texts = await page.evaluate(async () => {
    const { caught } = globalThis as unknown as { caught: Record<string, Blob> };
    const read = async ([name, blob]: [string, Blob]) => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let binary = "";
      for (let at = 0; at < bytes.length; at += 32_768)
        binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
      return [name, btoa(binary)] as const;
    };
    return Promise.all(Object.entries(caught).map(read));
  });
  return Object.fromEntries(texts.map(([name, text]) => [name, Buffer.from(text, "base64")]));
}

/** What lies there: SHA-256 by name. */
export function placesOf({ page }: Screen): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const found: Record<string, string> = {};
    const folder = (await navigator.storage.getDirectory()) as unknown as {
      values(): AsyncIterable<FileSystemFileHandle>;
    };
    for await (const handle of folder.values()) {
      const digest = await crypto.subtle.digest("SHA-256", await (await handle.getFile()).arrayBuffer());
      found[handle.name] = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }
    return found;
  });
}

export async function readPlace({ page }: Screen, name: string): Promise<Buffer> {
  const text = await page.evaluate(async (wanted) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(wanted);
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    let binary = "";
    for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return btoa(binary);
  }, name);
  return Buffer.from(text, "base64");
}

export async function clearPlaces({ page }: Screen): Promise<void> {
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const names = (folder as unknown as { keys(): AsyncIterable<string> }).keys();
    for await (const name of names) await folder.removeEntry(name);
  });
}

export async function downloadsInto(t: Test, { browser }: Stage, { page }: Screen): Promise<string> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-downloads-"));
  t.teardown(() => fs.rm(folder, { recursive: true, force: true }));
  const session = await browser.target().createCDPSession();
  const { id } = page.browserContext();
  await session.send("Browser.setDownloadBehavior", {
    behavior: "allow",
    downloadPath: folder,
    ...(id === undefined ? {} : { browserContextId: id }),
  });
  return folder;
}

export async function waitForFile(folder: string, name: string): Promise<Buffer> {
  for (let tries = 0; tries < 600; tries++) {
    const content = await fs.readFile(path.join(folder, name)).catch(() => undefined);
    if (content !== undefined && !(await fs.readdir(folder)).some((one) => one.endsWith(".crdownload"))) return content;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no ${name} among ${String(await fs.readdir(folder))}`);
}
