/** Files that the report said would follow: which have come, and which have not. */
import { FileName } from "./file-name.tsx";
import { sizeText } from "./file-size.ts";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./speech.ts";
import type { CaseView } from "./vault-messages.ts";
import { FILES } from "./words/files.ts";

export function AnnouncedFiles({ view: { announced, missingFiles } }: { readonly view: CaseView }) {
  const speech = useSpeech();
  const { say } = speech;
  if (announced.length === 0) return null;
  const textOf = (file: CaseView["announced"][number]) => JSON.stringify([file.name, file.type, file.size]);
  const missing = missingFiles.map(textOf);
  // Two of one name and size: each that is missing is said once.
  const listed = announced.map((file) => {
    const at = missing.indexOf(textOf(file));
    if (at !== -1) missing.splice(at, 1);
    return { file, hasCome: at === -1 };
  });
  return (
    <div class="announced">
      <h3>{say(FILES.announced)}</h3>
      <p class="muted">{say(FILES.announcedHint)}</p>
      <ul class="files">
        {listed.map(({ file, hasCome }, index) => (
          <li key={index}>
            <FileName name={file.name} /> <span class="muted">{sizeText(file.size, speech)}</span>{" "}
            <span class={hasCome ? "come" : "not-come"}>
              <Icon name={hasCome ? "check" : "waiting"} /> {say(hasCome ? FILES.come : FILES.notCome)}
            </span>
          </li>
        ))}
      </ul>
      {missingFiles.length > 0 && <p>{say(FILES.someNotCome, { n: missingFiles.length })}</p>}
    </div>
  );
}
