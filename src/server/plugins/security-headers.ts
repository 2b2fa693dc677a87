/** The headers of every answer, written down once and asserted by test/server/plugins/headers.test.ts. */
import helmet from "@fastify/helmet";
import fastify, { type FastifyInstance } from "fastify";
import { API_POLICY } from "../../protocol/headers.ts";
import type { Origins } from "../origins.ts";

/** One year (RFC 6797, 14.4 leaves it open; the preload lists ask for at least so much). */
const HSTS = "max-age=31536000; includeSubDomains";

/** Everything a page could ask of the device; this service asks for nothing, but members for their passkeys. */
const FEATURES = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "clipboard-read",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "window-management",
  "xr-spatial-tracking",
] as const;

const permissions = (own: readonly string[]): string =>
  FEATURES.map((feature) => `${feature}=${own.includes(feature) ? "(self)" : "()"}`).join(", ");
const NO_FEATURES = permissions([]);
/** What the page of members may ask, and no frame in it */
export const MEMBERS_FEATURES = permissions(["publickey-credentials-create", "publickey-credentials-get"]);

export async function addSecurityHeaders(app: FastifyInstance, origins: Origins): Promise<void> {
  const written = {
    ...(await writtenByHelmet()),
    "content-security-policy": API_POLICY,
    "permissions-policy": NO_FEATURES,
    "cache-control": "no-store",
  };
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(written);
    if (origins.of(request)?.startsWith("https:") === true) reply.header("strict-transport-security", HSTS);
    // Node's clock to the second, beside the answer's length, is more than a client needs.
    reply.raw.sendDate = false;
    done();
  });
}

/**
 * What helmet writes never changes, but it builds a dozen middlewares anew for each request to write it:
 * a tenth of the work of taking a report. So it is asked once, by a server that nobody else reaches.
 */
async function writtenByHelmet(): Promise<Record<string, string>> {
  const app = fastify();
  await app.register(helmet, {
    // Said above: the manifest has the same words.
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: { policy: "require-corp" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    // An isolated page (COOP and COEP, above) has an agent cluster of its own anyway, and of a frame that is nobody's
    // Chromium complains that it cannot have one.
    originAgentCluster: false,
    referrerPolicy: { policy: "no-referrer" },
    // Said above, and only where the request came over https.
    strictTransportSecurity: false,
    xContentTypeOptions: true,
    xDnsPrefetchControl: { allow: false },
    xDownloadOptions: true,
    xFrameOptions: { action: "deny" },
    xPermittedCrossDomainPolicies: { permittedPolicies: "none" },
    xPoweredBy: true,
    xXssProtection: true,
  });
  let written: Record<string, string> = {};
  app.get("/", async (_request, reply) => {
    written = Object.fromEntries(Object.entries(reply.raw.getHeaders()).map(([name, value]) => [name, String(value)]));
    return "";
  });
  await app.inject("/");
  await app.close();
  return written;
}
