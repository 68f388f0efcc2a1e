import { FakeNatter } from '../../test/fake/fake-natter';

const day = (days: number, time: string) =>
  `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 11)}${time}:00.000Z`;

/** Ada, and people of all kinds of names. */
export function town() {
  const fake = new FakeNatter();
  const ada = fake.person('Ada Lovelace');
  const people = [
    'Ben Franklin',
    'Cleo',
    'प्रिया शर्मा',
    'Dr. Maximiliane Freifrau von und zu Hohenstaufen-Weißenburg',
    'Łukasz Żółć',
    '🦊 Fox',
    'مريم',
  ].map((name, at) => fake.person(name, `p${at}@example.org`));
  return { fake, ada, people };
}

/** What they have said to each other. */
export function chatter() {
  const { fake, ada, people } = town();
  const talks = people.map((person) => fake.talk([ada, person]));
  const [ben, cleo, priya, max, lukasz, fox, maryam] = people;
  const [withBen, withCleo, withPriya, withMax, withLukasz, withFox, withMaryam] = talks;
  if (!ben || !cleo || !priya || !max || !lukasz || !fox || !maryam) throw new Error('too few people');
  if (!withBen || !withCleo || !withPriya || !withMax || !withLukasz || !withFox || !withMaryam)
    throw new Error();
  const circle = fake.talk([ada, ben, cleo, priya], 'Sunday walkers');
  fake.write(withMaryam, maryam, 'أراك غدًا', { at: day(20, '10:00') });
  fake.write(withFox, ada, '🎉', { at: day(9, '10:00') });
  fake.write(withLukasz, lukasz, 'Cześć!', { at: day(4, '18:20') });
  fake.write(
    withMax,
    max,
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(2),
    { at: day(3, '07:05') },
  );
  for (let n = 0; n < 128; n++) fake.write(withCleo, cleo, `Nile news ${n}`, { at: day(2, '12:00') });
  fake.write(circle, cleo, 'Same place as last week?', { at: day(1, '17:00') });
  fake.write(circle, ben, 'I bring the kite.', { at: day(1, '17:01') });
  fake.write(circle, ben, 'And sandwiches.', { at: day(1, '17:02') });
  fake.write(circle, priya, 'मैं भी आऊँगी! कितने बजे मिलना है?', { at: day(1, '17:30') });
  fake.write(withPriya, priya, 'नमस्ते! कैसी हो?', { at: day(0, '00:10') });
  fake.write(withBen, ben, 'Did you see the storm last night?', { at: day(1, '08:58') });
  fake.write(withBen, ada, 'I did. You were out in it, weren’t you?', { at: day(1, '09:02') });
  fake.write(withBen, ben, 'With a kite and a key.', { at: day(1, '09:03') });
  fake.write(
    withBen,
    ben,
    'The hemp string stood up like hairs.\n\nThen I touched the key with my knuckle – and there it was, a spark as plain as day. I wrote it all down for you: https://example.org/philosophical-transactions/1752/kite-experiment-with-a-rather-long-address',
    { at: day(1, '09:04') },
  );
  fake.write(withBen, ada, 'Please stop doing that. 😱', { at: day(1, '09:20') });
  fake.write(withBen, ben, 'Too late. Same again on Sunday?', { at: day(0, '00:01') });
  fake.write(withBen, ada, 'I’ll bring the engine.', { at: day(0, '00:02') });
  return { fake, ada, ben, withBen, withMax, max, circle };
}
