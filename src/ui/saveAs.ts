/** How long the browser may take to start reading what it was given, milliseconds. */
const READ_WITHIN_MS = 60_000;

/** Gives the visitor a file that was made on this page. */
export function saveAs(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  // In the page, so that whatever watches over it sees this too.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN_MS);
}
