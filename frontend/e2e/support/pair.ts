import type { Browser } from 'playwright-core';
import { Person } from './person';

/** Two people who have signed in and see each other's conversation, one at a desk and one with a phone. */
export async function pair(browser: Browser, one: string, other: string): Promise<[Person, Person]> {
  // A stack that runs for long has seen others of these names.
  const run = Date.now().toString(36);
  const [ada, ben] = await Promise.all([
    Person.arrives(browser, `${one} ${run}`),
    Person.arrives(browser, `${other} ${run}`, { phone: true }),
  ]);
  await Promise.all([ada.signIn(), ben.signIn()]);
  await Promise.all([ada.takeName(), ben.takeName()]);
  await ada.startWith(ben.email, ben.name);
  await ben.row(ada.name).waitFor();
  return [ada, ben];
}
