import { pluralOf } from '../plural';

const plural = pluralOf('en');

/** Members of a group, what they may do, and what is said of it in the conversation. */
export const groups = {
  options: (name: string) => `Options for ${name}`,
  message: (name: string) => `Message ${name}`,
  makeAdmin: 'Make admin',
  makeMember: 'Remove as admin',
  makeOwner: 'Make owner',
  remove: 'Remove from the group',
  addTitle: 'Add people',
  add: (count: number) => plural(count, { one: 'Add 1 person', other: `Add ${count} people` }),
  adding: 'Adding…',
  added: 'New members see what is said from now on.',
  rename: 'Change the name',
  name: 'Name of the group',
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  close: 'Close',
  leave: 'Leave the group',
  leaveTitle: (title: string) => `Leave “${title}”?`,
  leaveLead: 'You will no longer see this conversation, on none of your devices. Others see that you left.',
  leaveOwner:
    'You are the owner. The longest-standing admin becomes the owner, or the longest-standing member if there is no admin. To choose, make someone else the owner first.',
  leaveLast: 'You are the last member.',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeLead: 'They no longer see this conversation, not even what was said before.',
  ownerTitle: (name: string) => `Make ${name} the owner?`,
  ownerLead: 'A group has one owner. You become an admin, and cannot take this back.',
  working: 'One moment…',
  left: (title: string) => `You are no longer a member of “${title}”.`,
  problems: {
    not_an_admin: 'Only admins can do this.',
    not_the_owner: 'Only the owner can do this.',
    member_not_found: 'This person is no longer in the group.',
    member_unavailable: 'At least one of these people cannot be added.',
    too_many_members: 'The group would have too many members.',
  },
  /** Of oneself, who and whom are undefined. */
  events: {
    me: 'you',
    unknown: { who: 'A member', whom: 'a member' },
    others: (count: number) => plural(count, { one: '1 other', other: `${count} others` }),
    many: (count: number) => plural(count, { one: '1 change', other: `${count} changes to the group` }),
    added: (who: string | undefined, whom: string | undefined) => `${who ?? 'You'} added ${whom ?? 'you'}`,
    removed: (who: string | undefined, whom: string | undefined) =>
      `${who ?? 'You'} removed ${whom ?? 'you'}`,
    joined: (who: string | undefined) => `${who ?? 'You'} joined`,
    left: (who: string | undefined) => `${who ?? 'You'} left`,
    admin: (who: string | undefined, whom: string | undefined) =>
      `${who ?? 'You'} made ${whom ?? 'you'} an admin`,
    member: (who: string | undefined, whom: string | undefined) =>
      `${who ?? 'You'} removed ${whom ?? 'you'} as an admin`,
    owner: (who: string | undefined, whom: string | undefined) =>
      `${who ?? 'You'} made ${whom ?? 'you'} the owner`,
    titled: (who: string | undefined, title: string) => `${who ?? 'You'} renamed the group to “${title}”`,
  },
};
