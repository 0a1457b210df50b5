/**
 * What a file holds as text; null where the browser cannot read it. As UTF-8, whatever it is: the file's own `text` reads UTF-16 in
 * Chromium and not in Firefox.
 */
export async function readText(file: File): Promise<string | null> {
  try {
    return new TextDecoder().decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
