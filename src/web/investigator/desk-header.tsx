import { Icon } from "./parts/icons.tsx";
import { WARNING_MS, clockText } from "./entrance/idle.ts";
import { type ChooseLanguage, LanguageSwitch } from "../screen/language-switch.tsx";
import { Places, type PlacesProps } from "./parts/places.tsx";
import { useSpeech } from "../screen/speech.ts";
import type { SignedIn } from "./vault/messages/vault.ts";
import { FRAME } from "./parts/words.ts";

export type DeskHeaderProps = {
  readonly member: SignedIn;
  readonly leftMs: number;
  readonly onLanguage: ChooseLanguage;
  /** None where there is but one */
  readonly places?: PlacesProps;
  /** None where nobody is told of anything */
  readonly onNotices?: () => void;
  /** None before the account is all that there is to see */
  readonly onAccount?: (() => void) | undefined;
  readonly onLock: () => void;
  readonly onSignOut: () => void;
};

export function DeskHeader({
  member,
  leftMs,
  onLanguage,
  places,
  onNotices,
  onAccount,
  onLock,
  onSignOut,
}: DeskHeaderProps) {
  const { say, name } = useSpeech();
  const time = leftMs > WARNING_MS ? say(FRAME.minutes, { n: leftMs / 60_000 }) : clockText(leftMs);
  const [before = "", after = ""] = say(FRAME.vaultOpen).split("{time}");
  return (
    <header class="desk-header">
      <p class="brand">
        <Icon name="mark" /> {say(FRAME.product)}
      </p>
      {places !== undefined && <Places {...places} />}
      <p class="member">
        {onAccount === undefined ? (
          <bdi>{name(member.names)}</bdi>
        ) : (
          <button
            type="button"
            class="button quiet"
            aria-label={`${say(FRAME.account)}: ${name(member.names)}`}
            aria-haspopup="dialog"
            onClick={onAccount}
          >
            <Icon name="person" /> <bdi>{name(member.names)}</bdi>
          </button>
        )}
      </p>
      <p class="vault-time">
        <Icon name="key" />
        <span>
          <span class="wide-only">{before}</span>
          <strong>{time}</strong>
          {after}
        </span>
      </p>
      <LanguageSwitch onLanguage={onLanguage} />
      {onNotices !== undefined && (
        <button type="button" class="button quiet bell" aria-label={say(FRAME.notices)} onClick={onNotices}>
          <Icon name="bell" />
        </button>
      )}
      <button type="button" class="button" onClick={onLock}>
        <Icon name="lock" /> {say(FRAME.lockNow)}
      </button>
      <button type="button" class="button quiet" onClick={onSignOut}>
        <Icon name="leave" /> {say(FRAME.signOut)}
      </button>
    </header>
  );
}
