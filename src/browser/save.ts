/** What is saved as a file: a text in UTF-8, or the bytes of a blob. */
export type SavedFile = { filename: string; mime: string } & ({ text: string } | { content: string | Blob });

/**
 * Saves a file in the user's downloads as the browser saves any link: no permission is needed.
 * The blob's URL is left to end with the page. Firefox loses the file when it is revoked, or the page closed by us, at once;
 * that its own file picker closes the popup does no harm.
 */
export function saveFile(file: SavedFile): void {
  const content = "text" in file ? file.text : file.content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: file.mime }));
  link.download = file.filename;
  link.click();
}
