const LONGEST_TYPE = 6;

export type FileGroup = 'picture' | 'video' | 'sound' | 'archive' | 'sheet' | 'code' | 'text' | 'other';

const GROUPS: Record<string, FileGroup> = {};
const known = (group: FileGroup, endings: string) => {
  for (const ending of endings.split(' ')) GROUPS[ending] = group;
};
known('archive', 'zip gz tgz bz2 xz 7z rar tar zst');
known('sheet', 'xls xlsx ods csv tsv numbers');
known('code', 'js ts tsx jsx py java rb go rs c h cpp cs sh css html xml json yaml yml toml sql');
known('text', 'pdf doc docx odt rtf txt md ppt pptx odp pages key epub');

/** What a file's name says of its type, in a few letters: PDF. Empty when it says nothing. */
export function endingOf(name: string): string {
  const ending = /[^.]\.([\p{L}\p{N}]+)$/u.exec(name)?.[1] ?? '';
  return ending.length <= LONGEST_TYPE ? ending.toUpperCase() : '';
}

/** What kind of file it is, for the sign it is shown by. */
export function groupOf(name: string, contentType: string): FileGroup {
  if (contentType.startsWith('image/')) return 'picture';
  if (contentType.startsWith('video/')) return 'video';
  if (contentType.startsWith('audio/')) return 'sound';
  return GROUPS[endingOf(name).toLowerCase()] ?? (contentType.startsWith('text/') ? 'text' : 'other');
}
