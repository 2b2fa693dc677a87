/** One file of this machine, of any size: nothing of it is read here. */
export function ChooseFile({
  label,
  disabled = false,
  onFile,
}: {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}) {
  return (
    <p class="field">
      <label>
        {label}
        <input
          type="file"
          disabled={disabled}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) onFile(file);
          }}
        />
      </label>
    </p>
  );
}
