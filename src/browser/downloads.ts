import type { Downloads } from "webextension-polyfill";
import type { ExportFile } from "../exports/file";
import { native } from "./native";

/**
 * Saves a text below the user's downloads folder, without asking: the user has allowed `downloads`. Resolves when it is written whole;
 * rejects when it is not, or was not allowed.
 */
export async function download({ filename, mime, text }: ExportFile): Promise<void> {
  const { downloads } = native;
  if (!downloads) throw new Error("Downloads are not allowed");
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  const ended = new Promise<Downloads.OnChangedDownloadDeltaType>((resolve) => {
    downloads.onChanged.addListener(function hear(change) {
      if (change.state?.current !== "complete" && change.state?.current !== "interrupted") return;
      downloads.onChanged.removeListener(hear);
      resolve(change);
    });
  });
  await downloads.download({ url, filename, conflictAction: "overwrite", saveAs: false });
  const { state, error } = await ended;
  URL.revokeObjectURL(url);
  if (state?.current !== "complete") throw new Error(`${filename} was not saved: ${error?.current}`);
}
