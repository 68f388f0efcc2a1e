/**
 * The files that a paste is about. Copied from a page or a spreadsheet, a text comes with a picture of itself, which is not
 * meant; copied in a file manager, a file comes with its name, which is not meant either.
 */
export function pastedFiles(clipboard: Pick<DataTransfer, 'files' | 'types' | 'getData'>): readonly File[] {
  const files = [...clipboard.files];
  if (files.length === 0 || !clipboard.types.includes('text/plain')) return files;
  const names = new Set(files.map(({ name }) => name));
  const lines = clipboard
    .getData('text/plain')
    .split(/[\r\n]+/)
    .filter(Boolean);
  return lines.every((line) => names.has(line.split(/[/\\]/).at(-1) ?? '')) ? files : [];
}
