import { town } from './town';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** Ada and Ben, who have said so much to each other, in lines of different lengths; Ada has read as far as `read`. */
export function longTalk(count: number, read = count) {
  const { fake, ada, people } = town();
  const [ben] = people;
  if (ben === undefined) throw new Error('nobody there');
  const talk = fake.talk([ada, ben]);
  for (let n = 1; n <= count; n++)
    fake.write(talk, n % 3 === 0 ? ada : ben, `Message ${n}. ${'And so on. '.repeat(n % 7)}`);
  fake.read(talk, ada, read);
  return { fake, ada, ben, talk };
}

/** Ada, and so many friends, each of whom has written to her once. */
export function longList(count: number) {
  const { fake, ada } = town();
  for (let n = 1; n <= count; n++) {
    const person = fake.person(`Friend ${n}`, `friend${n}@example.org`);
    fake.write(fake.talk([ada, person]), person, `Hello from ${n}`, { at: minutesAgo(count - n) });
  }
  return { fake, ada };
}
