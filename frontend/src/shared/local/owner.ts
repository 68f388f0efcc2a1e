const KEY = 'natter.owner';

/**
 * Whose conversations this device keeps: an id, which opens nothing. It lets the app show them before the server has said
 * who is signed in, and without it when it cannot be reached.
 */
export const owner = {
  recall: (): string | undefined => localStorage.getItem(KEY) ?? undefined,
  remember: (userId: string) => {
    localStorage.setItem(KEY, userId);
  },
  forget: () => {
    localStorage.removeItem(KEY);
  },
};
