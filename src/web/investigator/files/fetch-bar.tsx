import { Transfer } from "../parts/transfer.tsx";
import type { FetchProgress } from "./fetching.ts";
import { shownName } from "./file-name.tsx";
import { FILES } from "./words.ts";

export type FetchBarProps = {
  readonly name: string;
  readonly size: number;
  readonly progress: FetchProgress;
  readonly onStop: () => void;
};

/** How far a file is that is fetched and checked. */
export function FetchBar({ name, size, progress: { bytes, trouble }, onStop }: FetchBarProps) {
  return (
    <Transfer
      label={shownName(name)}
      doneBytes={bytes}
      allBytes={size}
      text={FILES.opening}
      trouble={trouble}
      stop={FILES.cancel}
      onStop={onStop}
    />
  );
}
