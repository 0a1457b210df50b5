import type { Page } from "./session";

/** Chooses a file in a file field, as a user would. */
export async function upload(page: Page, selector: string, name: string, bytes: Uint8Array): Promise<void> {
  await page.until((wanted: string) => document.querySelector(wanted), selector);
  await page.evaluate(
    (wanted: string, filename: string, text: string) => {
      const content = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      const files = new DataTransfer();
      files.items.add(new File([content], filename));
      const field = document.querySelector(wanted) as HTMLInputElement;
      field.files = files.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    selector,
    name,
    Buffer.from(bytes).toString("base64"),
  );
}
