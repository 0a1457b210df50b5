import type { JSX } from "preact";

interface Props {
  /** Tells the picker apart, as `data-act`. */
  act: string;
  label: string;
  accept: string;
  isBusy: boolean;
  onFile(file: File): void;
}

/** A button that asks for a file. */
export function FilePicker({ act, label, accept, isBusy, onFile }: Props): JSX.Element {
  return (
    <div class="acts">
      <label class="button">
        {label}
        <input
          type="file"
          accept={accept}
          data-act={act}
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onFile(file);
            // The same file, mended, must be a change again.
            currentTarget.value = "";
          }}
        />
      </label>
    </div>
  );
}
