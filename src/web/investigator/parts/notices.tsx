/** Banners and failures: a bar, an icon and words, in place. */
import type { ComponentChildren } from "preact";
import type { Finding } from "../../../client/refusal.ts";
import type { ApiErrorCode } from "../../../client/line/http.ts";
import { Icon } from "./icons.tsx";
import type { Speech } from "../../../words/speech.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { PageFailure } from "../vault/vault-client.ts";
import { FAILURE_WORDS, toldOf } from "./failures.ts";
import { API_FAILURES, THREE_DATES } from "../../../words/failures.ts";
import { adviceFor } from "../../../words/told.ts";

type Tone = "plain" | "warn" | "danger";

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
  const told = toldOf(failure);
  return (
    <Banner tone="danger" title={speech.say(told.happened)} urgent>
      {failure.kind === "refusal" &&
        failure.findings.map((finding) => <p key={finding.code}>{findingText(finding, speech)}</p>)}
      {failure.kind === "directory" && failure.dates !== undefined && (
        <p>{speech.say(THREE_DATES, datesText(failure.dates, speech))}</p>
      )}
      <p>{adviceFor("member", told, speech.say)}</p>
      {children}
    </Banner>
  );
}

function findingText({ code, limit = 0, actual = 0 }: Finding, { say }: Speech): string {
  if (code === "missing") return say(FAILURE_WORDS.textEmpty);
  return say(code === "too-many-bytes" ? FAILURE_WORDS.textTooManyBytes : FAILURE_WORDS.textTooLong, { limit, actual });
}

/** All three dates: a person can see which one is wrong. */
function datesText(
  { clock, notBefore, expires }: { readonly clock: number; readonly notBefore: number; readonly expires: number },
  { day }: Speech,
) {
  return { clock: day(clock), from: day(notBefore), until: day(expires) };
}

/** Why nothing moves at present, where it is tried again without anybody's doing. */
export function Trouble({ code }: { readonly code: ApiErrorCode | undefined }) {
  const { say } = useSpeech();
  return (
    <p role="status">{code !== undefined && `${say(API_FAILURES[code].happened)} ${say(FAILURE_WORDS.retrying)}`}</p>
  );
}
