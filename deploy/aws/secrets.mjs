// Composes the four entries from what deploy/aws/secrets laid into a folder; writes them beside it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name), 'utf8').trim();
const lines = (name) =>
  Object.fromEntries([...read(name).matchAll(/^(\w+)='([^']*)'$/gm)].map(([, key, value]) => [key, value]));

const old = existsSync(join(folder, 'user.old')) && read('user.old').startsWith('{') ? JSON.parse(read('user.old')) : {};
const given = lines('given');
const drawn = lines('drawn');
const kept = (name) => old[name] ?? drawn[name];
const wanted = (name) => {
  if (!given[name]) {
    throw new Error(`${name} is missing on standard input`);
  }
  return given[name];
};

const broker = { NATTER_RABBITMQ_USERNAME: 'natter-administrator', NATTER_RABBITMQ_PASSWORD: read('broker') };
const cache = `rediss://:${read('cache')}@${process.env.CACHE_HOST}:6379`;
const shared = {
  ...broker,
  NATTER_REDIS_URL: cache,
  NATTER_INTERNAL_TOKEN: kept('NATTER_INTERNAL_TOKEN'),
};
const entries = {
  user: {
    ...shared,
    NATTER_MONGODB_URL: wanted('MONGODB_USER_URL'),
    NATTER_SIGNING_KEYS: kept('NATTER_SIGNING_KEYS'),
    NATTER_OTP_PEPPER: kept('NATTER_OTP_PEPPER'),
  },
  chat: { ...shared, NATTER_MONGODB_URL: wanted('MONGODB_CHAT_URL') },
  mail: {
    ...broker,
    NATTER_SMTP_USERNAME: wanted('SMTP_USERNAME'),
    NATTER_SMTP_PASSWORD: wanted('SMTP_PASSWORD'),
  },
  'mail-scaler': {
    host: `amqps://natter-administrator:${read('broker')}@${process.env.BROKER_HOST}:5671/`,
  },
};
for (const [name, entry] of Object.entries(entries)) {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(entry), { mode: 0o600 });
}
