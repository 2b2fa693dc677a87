/** All versions of a record and what each has changed: nothing that was written is lost. */
import { useSpeech } from "../../../screen/speech.ts";
import { UnknownFields } from "../../parts/unknown-fields.tsx";
import type { CaseView } from "../../vault/messages/vault.ts";
import { FORM } from "../words.ts";
import { type RecordField, isSame, sayField } from "./record-field.ts";
import type { StoredVersion } from "./use-record-form.ts";

export type VersionsProps = {
  /** Newest first */
  readonly versions: readonly StoredVersion<object>[];
  readonly fields: readonly RecordField[];
  readonly view: CaseView;
};

export function Versions({ versions, fields, view }: VersionsProps) {
  const speech = useSpeech();
  const { say, day, name } = speech;
  if (versions.length < 2) return null;
  return (
    <details class="versions">
      <summary>{say(FORM.earlier, { n: versions.length })}</summary>
      <ol>
        {versions.map((version, at) => {
          const before = versions[at + 1];
          const told = fields.filter(
            (field) => before === undefined || !isSame(field, before.content, version.content),
          );
          return (
            <li key={version.sequence}>
              <p>
                <strong>
                  <bdi>{name(view.names[version.by])}</bdi>
                </strong>
                , {day(version.on)}
              </p>
              {version.overlooks === true && <p class="soon">{say(FORM.overlooks)}</p>}
              <dl>
                {told.map((field) => {
                  const text = sayField(field, version.content, speech);
                  return (
                    text !== "" && (
                      <div key={field.path.join(".")}>
                        <dt>{say(field.name)}</dt>
                        <dd class="typed" dir="auto">
                          {text}
                        </dd>
                      </div>
                    )
                  );
                })}
              </dl>
              <UnknownFields fields={(version.content as { unknown?: [] }).unknown} />
            </li>
          );
        })}
      </ol>
    </details>
  );
}
