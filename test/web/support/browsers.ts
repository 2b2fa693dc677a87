/**
 * The two browsers that Debian ships, driven by puppeteer: Chromium over its own protocol, Firefox ESR over WebDriver
 * BiDi. "safer" is Firefox as Tor Browser sets it at "Safer": no WebAssembly, no just-in-time compilers.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { waitUntil } from "../../../src/client/line/waiting.ts";
import type { Language } from "../../../src/words/languages.ts";
import puppeteer, { type Browser, type Page } from "puppeteer-core";

export const BROWSERS = ["chromium", "firefox", "safer"] as const;
export type BrowserName = (typeof BROWSERS)[number];

export function isBrowserName(name: string): name is BrowserName {
  return (BROWSERS as readonly string[]).includes(name);
}

const EXECUTABLES = { chromium: "/usr/bin/chromium", firefox: "/usr/bin/firefox-esr" } as const;
const INSTALL = "apt-get update && apt-get install -y --no-install-recommends chromium firefox-esr";

/** Installs what is missing, on Debian as root; elsewhere says the line that does. It never passes over a browser in silence. */
function ensureBrowsers(): void {
  const isMissing = () => Object.values(EXECUTABLES).some((file) => !existsSync(file));
  if (!isMissing()) return;
  const mayInstall = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (mayInstall) {
    // Test files run side by side: the second waits for the first one's lock.
    const line = INSTALL.replaceAll("apt-get", "apt-get -o DPkg::Lock::Timeout=600 -o APT::Update::Lock::Timeout=600");
    spawnSync("sh", ["-c", line], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  if (isMissing()) throw new Error(`Chromium and Firefox ESR are needed. On Debian, as root: ${INSTALL}`);
}

/** Nothing of its own goes out: tests look at every request, and a closed network would slow each start down. */
const CHROMIUM_FLAGS = [
  // Debian's Chromium refuses its sandbox to root, who runs the tests in a container.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--disable-component-update",
  "--disable-background-networking",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--no-first-run",
  "--accept-lang=id,en",
];

/** Prefs that stand in for Tor Browser's "Safer" (its security level 2 turns off these). */
const SAFER_PREFS = {
  "javascript.options.wasm": false,
  "javascript.options.ion": false,
  "javascript.options.baselinejit": false,
  "javascript.options.native_regexp": false,
  "javascript.options.asmjs": false,
};

const QUIET_PREFS = {
  "app.normandy.enabled": false,
  "app.update.auto": false,
  "browser.newtabpage.activity-stream.feeds.telemetry": false,
  "browser.region.network.url": "",
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.search.update": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.prefetch-next": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
  "intl.accept_languages": "id,en",
};

export type BrowserOptions = {
  /** `host:port` of an HTTP proxy that gets every request, those to this machine as well */
  readonly proxy?: string;
  /** A folder for the profile, to look into afterwards; a temporary one by default */
  readonly profile?: string;
  /** Chromium alone: a sandboxed frame in a process of its own, as Chromium is shipped and its drivers are not */
  readonly isolatedFrames?: boolean;
  /** Firefox alone, whose scripts are switched off for the whole browser; Chromium's pages have a switch each */
  readonly withoutScripts?: boolean;
};

const TIMEOUT_MS = 60_000;

export async function openBrowser(
  name: BrowserName,
  { proxy, profile, isolatedFrames, withoutScripts }: BrowserOptions = {},
): Promise<Browser> {
  ensureBrowsers();
  const common = {
    headless: true,
    timeout: TIMEOUT_MS,
    protocolTimeout: 4 * TIMEOUT_MS,
    ...(profile === undefined ? {} : { userDataDir: profile }),
  } as const;
  if (name === "chromium") {
    const throughProxy =
      proxy === undefined ? [] : [`--proxy-server=http://${proxy}`, "--proxy-bypass-list=<-loopback>"];
    return puppeteer.launch({
      ...common,
      browser: "chrome",
      executablePath: EXECUTABLES.chromium,
      args: [
        ...CHROMIUM_FLAGS,
        ...(isolatedFrames === true ? ["--enable-features=IsolateSandboxedIframes"] : []),
        ...throughProxy,
      ],
    });
  }
  const prefs = {
    ...QUIET_PREFS,
    ...(name === "safer" ? SAFER_PREFS : {}),
    ...(withoutScripts === true ? { "javascript.enabled": false } : {}),
    ...(proxy === undefined ? {} : proxyPrefs(proxy)),
  };
  return puppeteer.launch({
    ...common,
    browser: "firefox",
    executablePath: EXECUTABLES.firefox,
    extraPrefsFirefox: prefs,
  });
}

function proxyPrefs(proxy: string): Record<string, unknown> {
  const [host = "", port = ""] = proxy.split(":");
  return {
    "network.proxy.type": 1,
    "network.proxy.http": host,
    "network.proxy.http_port": Number(port),
    "network.proxy.ssl": host,
    "network.proxy.ssl_port": Number(port),
    "network.proxy.allow_hijacking_localhost": true,
    "network.proxy.no_proxies_on": "",
  };
}

/** A page of its own context: no cookie, storage or cache is shared with another. Complaints of the browser are collected. */
export async function openPage(browser: Browser): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
  });
  return { page, complaints };
}

/** What a person's browser asks for, before any script looks. */
export async function preferLanguage(page: Page, language: Language): Promise<void> {
  await page.evaluateOnNewDocument(
    (tag) => Object.defineProperty(navigator, "languages", { get: () => [tag] }),
    language,
  );
}

/** Whether a page has no workers any more: its browser tells of their end a moment after the page has ended them. */
export function workersGone(page: Page): Promise<boolean> {
  return waitUntil(() => page.workers().length === 0, { everyMs: 50, forMs: TIMEOUT_MS });
}

/** A slow line and a slow phone, Chromium only. kbit/s both ways, ms each way and back, CPU times slower. */
export type Slowness = { readonly kbitPerSecond: number; readonly latencyMs: number; readonly cpu: number };

/** The line and phone that the pages' budgets are for: a cheap one with slow data. */
export const SLOW_PHONE: Slowness = { kbitPerSecond: 400, latencyMs: 400, cpu: 4 };

export async function slowDown(page: Page, { kbitPerSecond, latencyMs, cpu }: Slowness): Promise<void> {
  const bytesPerSecond = (kbitPerSecond * 1_000) / 8;
  const session = await page.createCDPSession();
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
}
