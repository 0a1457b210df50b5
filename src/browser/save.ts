/** Saves a text as a file in the user's downloads, by the browser's own means: no permission is needed. */
export async function saveFile({
  filename,
  mime,
  text,
}: {
  filename: string;
  mime: string;
  text: string;
}): Promise<void> {
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = document.createElement("a");
  link.href = url;
  link.download = filename;
  link.click();
}
