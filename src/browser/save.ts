export interface TextFile {
  filename: string;
  mime: string;
  text: string;
}

/**
 * Saves a text in the user's downloads as the browser saves any link: no permission is needed.
 * The blob's URL is left to end with the page. Firefox loses the file when it is revoked, or the page closed by us, at once;
 * that its own file picker closes the popup does no harm.
 */
export function saveFile({ filename, mime, text }: TextFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: mime }));
  link.download = filename;
  link.click();
}
