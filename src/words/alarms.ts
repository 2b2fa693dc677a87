/** Every alarm in words, in all languages. The compiler sees that none is left out. */
import type { MessageAlarm } from "../client/case/chain.ts";
import type { CaseFileAlarm } from "../client/case/opened-case.ts";
import type { SignInAlarm } from "../client/member/sign-in.ts";
import type { CaseAlarm } from "../client/reporter/coming-back.ts";
import * as en from "./alarms/en.ts";
import * as id from "./alarms/id.ts";
import { together } from "./text.ts";
import type { Told } from "./told.ts";

type Alarms = {
  readonly SIGN_IN_ALARMS: Readonly<Record<SignInAlarm, Told>>;
  readonly CASE_FILE_ALARMS: Readonly<Record<CaseFileAlarm, Told>>;
  readonly CASE_ALARMS: Readonly<Record<CaseAlarm, Told>>;
  readonly MESSAGE_ALARMS: Readonly<Record<MessageAlarm, Told>>;
};

export const { SIGN_IN_ALARMS, CASE_FILE_ALARMS, CASE_ALARMS, MESSAGE_ALARMS }: Alarms = together({ id, en });
