import { isVisible } from '@/shared/text/visible';

const LONGEST = 80;

/** The title of a group as it is stored; undefined when there is nothing to see, or too much. */
export function groupTitle(typed: string): string | undefined {
  const title = typed.trim();
  return isVisible(title) && Array.from(title).length <= LONGEST ? title : undefined;
}
