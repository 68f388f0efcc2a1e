import type { Entry } from '@/shared/api/model';

/** An entry of the log that changes a group: its members, their roles, its title. */
export type GroupEvent = Extract<Entry, { type: 'members' | 'role' | 'titled' }>;

/** The change of the group that an entry of the log is, if it is one. */
export function groupEventIn(entry: object): GroupEvent | undefined {
  const { type } = entry as Partial<Entry>;
  return type === 'members' || type === 'role' || type === 'titled' ? (entry as GroupEvent) : undefined;
}
