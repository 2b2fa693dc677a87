/** Settings of the office about a channel, and the file that the operator puts into the pages. */
import { FIELD_NAMES } from "../../../../words/glossary.ts";
import { LANGUAGES, LANGUAGE_CODES } from "../../../../words/languages.ts";
import { type Office, OPTIONAL_QUESTIONS } from "../../../shared/office.ts";
import { saveBlob } from "../../../shared/save-blob.ts";
import { Icon } from "../../parts/icons.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { type ChannelSetting, nextOffice, settingOf } from "./settings.ts";
import type { ChannelTicks, ShownChannel } from "./ticks.ts";
import { toggled } from "../../parts/toggled.ts";
import { CHANNELS, SETTING_FAULTS } from "./words.ts";

type SettingFormProps = {
  readonly office: Office | undefined;
  readonly channel: ShownChannel;
  readonly ticks: ChannelTicks;
  readonly onTicks: (ticks: ChannelTicks) => void;
};

export function SettingForm({ office, channel: { id }, ticks, onTicks }: SettingFormProps) {
  const { say } = useSpeech();
  const setting = ticks.settings[id] ?? settingOf(office, id);
  const set = (changed: Partial<ChannelSetting>) =>
    onTicks({ ...ticks, settings: { ...ticks.settings, [id]: { ...setting, ...changed } } });
  if (office === undefined) return <p class="muted">{say(CHANNELS.noOffice)}</p>;
  return (
    <section class="channel-part" aria-label={say(CHANNELS.bySetting)}>
      <h4>{say(CHANNELS.bySetting)}</h4>
      <p class="muted">{say(CHANNELS.bySettingText)}</p>
      <p class="field">
        <label for={`units-${id}`}>{say(CHANNELS.units)}</label>
        <span class="muted" id={`units-${id}-hint`}>
          {say(CHANNELS.unitsHint)}
        </span>
        <textarea
          id={`units-${id}`}
          rows={4}
          aria-describedby={`units-${id}-hint`}
          value={setting.units}
          onInput={({ currentTarget }) => set({ units: currentTarget.value })}
        />
      </p>
      <fieldset>
        <legend>{say(CHANNELS.languages)}</legend>
        {LANGUAGE_CODES.map((language) => (
          <label key={language} class="tick">
            <input
              type="checkbox"
              checked={setting.languages.includes(language)}
              onChange={() => set({ languages: toggled(setting.languages, language) })}
            />
            <span lang={language}>{LANGUAGES[language].name}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{say(CHANNELS.asked)}</legend>
        <p class="muted">{say(CHANNELS.askedHint)}</p>
        {OPTIONAL_QUESTIONS.map((field) => (
          <label key={field} class="tick">
            <input
              type="checkbox"
              checked={!setting.leavesOut.includes(field)}
              onChange={() => set({ leavesOut: toggled(setting.leavesOut, field) })}
            />
            <span>{say(FIELD_NAMES[field])}</span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}

/** The whole next file, as soon as something was set. */
export function SettingsFile({ office, ticks: { settings } }: Pick<SettingFormProps, "office" | "ticks">) {
  const { say } = useSpeech();
  if (office === undefined || Object.keys(settings).length === 0) return null;
  const next = nextOffice(office, settings);
  return (
    <section class="channel-part" aria-label={say(CHANNELS.file)}>
      <h4>{say(CHANNELS.file)}</h4>
      {"fault" in next ? (
        <p class="lapsed" role="status">
          {next.fault.code === "unit-twice"
            ? say(SETTING_FAULTS["unit-twice"], { unit: next.fault.unit })
            : say(SETTING_FAULTS["bad-unit"], { reason: next.fault.reason })}
        </p>
      ) : (
        <>
          <p>{say(CHANNELS.fileText)}</p>
          <button type="button" class="button" onClick={() => saveBlob([new Blob([next.text])], "office.json")}>
            <Icon name="download" /> {say(CHANNELS.fileSave)}
          </button>
        </>
      )}
    </section>
  );
}
