/** Banners and failures: a bar, an icon and words, in place. */
import type { ComponentChildren } from "preact";
import type { Finding } from "../../../client/case/answers.ts";
import type { ApiErrorCode } from "../../../client/line/http.ts";
import { Icon } from "./icons.tsx";
import { type Speech, useSpeech } from "./speech.ts";
import type { PageFailure } from "../vault/vault-client.ts";
import {
  API_FAILURES,
  CRYPTO_FAILURES,
  DIRECTORY_FAILURES,
  FAILURE_WORDS,
  OTHER_FAILURES,
  REFUSALS,
  type Told,
} from "../words/failures.ts";

type Tone = "plain" | "accent" | "warn" | "danger";

/** `urgent` is read out at once; what stands there from the beginning is read when one comes to it. */
export function Banner({
  tone,
  title,
  urgent,
  children,
}: {
  readonly tone: Tone;
  readonly title: string;
  readonly urgent?: boolean;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={`banner ${tone}`} role={urgent === true ? "alert" : undefined}>
      <Icon name={tone === "danger" || tone === "warn" ? "warning" : "info"} />
      <div>
        <p class="banner-title">{title}</p>
        {children}
      </div>
    </div>
  );
}

/** What happened, what is lost (nothing), what to do. */
export function FailureNotice({
  failure,
  children,
}: {
  readonly failure: PageFailure;
  readonly children?: ComponentChildren;
}) {
  const speech = useSpeech();
  const [happened, advice] = toldOf(failure);
  return (
    <Banner tone="danger" title={speech.say(happened)} urgent>
      {failure.kind === "refusal" &&
        failure.findings.map((finding) => <p key={finding.code}>{findingText(finding, speech)}</p>)}
      {failure.kind === "directory" && failure.dates !== undefined && (
        <p>{speech.say(FAILURE_WORDS.dates, datesText(failure.dates, speech))}</p>
      )}
      <p>{speech.say(advice)}</p>
      {children}
    </Banner>
  );
}

function toldOf(failure: PageFailure): Told {
  switch (failure.kind) {
    case "api":
      return API_FAILURES[failure.code];
    case "directory":
      return DIRECTORY_FAILURES[failure.code];
    case "crypto":
      return CRYPTO_FAILURES[failure.code];
    case "refusal":
      return REFUSALS[failure.code];
    case "page":
      return OTHER_FAILURES[failure.code];
    case "unforeseen":
      return OTHER_FAILURES.unforeseen;
  }
}

export function findingText({ code, limit = 0, actual = 0 }: Finding, { say }: Speech): string {
  if (code === "missing") return say(FAILURE_WORDS.textEmpty);
  return say(code === "too-many-bytes" ? FAILURE_WORDS.textTooManyBytes : FAILURE_WORDS.textTooLong, { limit, actual });
}

/** All three dates: a person can see which one is wrong. */
function datesText(
  { clock, notBefore, expires }: { readonly clock: number; readonly notBefore: number; readonly expires: number },
  { day }: Speech,
) {
  const text = (ms: number) => day(new Date(ms).toISOString().slice(0, 10));
  return { clock: text(clock), from: text(notBefore), until: text(expires) };
}

/** Why nothing moves at present, where it is tried again without anybody's doing. */
export function Trouble({ code }: { readonly code: ApiErrorCode | undefined }) {
  const { say } = useSpeech();
  return <p role="status">{code !== undefined && `${say(API_FAILURES[code][0])} ${say(FAILURE_WORDS.retrying)}`}</p>;
}
