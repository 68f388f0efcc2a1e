function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} says where the running stack is: see deploy/up`);
  return value.replace(/\/$/, '');
}

/** Where the app is. */
export const natter = () => setting('NATTER_URL');
/** Where the mails are. */
export const inbox = () => setting('NATTER_INBOX_URL');
