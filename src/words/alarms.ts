/** Every alarm in words, in all languages. The compiler sees that none is left out. */
import type { MessageAlarm } from "../client/case/chain.ts";
import type { MemberCaseAlarm } from "../client/casework/opened-case.ts";
import type { SignInAlarm } from "../client/member/entry/sign-in.ts";
import type { ReporterCaseAlarm } from "../client/reporter/reporter-case.ts";
import * as en from "./alarms/en.ts";
import * as id from "./alarms/id.ts";
import { together } from "./text.ts";
import type { Told } from "./told.ts";

type Alarms = {
  readonly SIGN_IN_ALARMS: Readonly<Record<SignInAlarm, Told>>;
  readonly MEMBER_CASE_ALARMS: Readonly<Record<MemberCaseAlarm, Told>>;
  readonly REPORTER_CASE_ALARMS: Readonly<Record<ReporterCaseAlarm, Told>>;
  readonly MESSAGE_ALARMS: Readonly<Record<MessageAlarm, Told>>;
};

export const { SIGN_IN_ALARMS, MEMBER_CASE_ALARMS, REPORTER_CASE_ALARMS, MESSAGE_ALARMS }: Alarms = together({
  id,
  en,
});
