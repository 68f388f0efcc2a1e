import { local } from './storage';

const KEY = 'natter.owner';

/**
 * Whose conversations this device keeps: an id, which opens nothing. It lets the app show them before the server has said
 * who is signed in, and without it when it cannot be reached.
 */
export const owner = {
  recall: (): string | undefined => local.get(KEY),
  remember: (userId: string) => {
    local.set(KEY, userId);
  },
  forget: () => {
    local.remove(KEY);
  },
};
