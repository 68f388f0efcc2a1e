import { town } from './town';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** Ada and Ben, who have said so much to each other, in lines of different lengths; Ada has read as far as `read`. */
export function longTalk(count: number, read = count) {
  const { fake, ada, people } = town();
  const [ben] = people;
  if (ben === undefined) throw new Error('no other person');
  const talk = fake.talk([ada, ben]);
  for (let n = 1; n <= count; n++)
    fake.write(talk, n % 3 === 0 ? ada : ben, `Message ${n}. ${'And so on. '.repeat(n % 7)}`);
  fake.read(talk, ada, read);
  return { fake, ada, ben, talk };
}

/** Ada, and so many friends, each of whom has written to her once, the first of them longest ago. */
export function longList(count: number) {
  const { fake, ada } = town();
  const people = Array.from({ length: count }, (_, n) =>
    fake.person(`Friend ${n + 1}`, `friend${n + 1}@example.org`),
  );
  const talks = people.map((person, n) => {
    const talk = fake.talk([ada, person]);
    fake.write(talk, person, `Hello from ${n + 1}`, { at: minutesAgo(count - n) });
    return talk;
  });
  return { fake, ada, people, talks };
}
