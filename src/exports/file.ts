/** A file to be saved. */
export interface ExportFile {
  filename: string;
  mime: string;
  text: string;
}
