// Composes the four entries from the files that deploy/aws/secrets put into a folder, and writes them there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name), 'utf8').trim();
const lines = (name) =>
  Object.fromEntries([...read(name).matchAll(/^(\w+)='([^']*)'$/gm)].map(([, key, value]) => [key, value]));

const before = (name) => (read(`${name}.old`).startsWith('{') ? JSON.parse(read(`${name}.old`)) : {});

const old = before('user');
const given = lines('given');
const drawn = lines('drawn');
const kept = (name) => old[name] ?? drawn[name];
const wanted = (name) => {
  if (!given[name]) {
    throw new Error(`${name} is missing on standard input`);
  }
  return given[name];
};

// Each service has its own account; a password of another account is not reused.
const broker = (service) => {
  const username = `natter-${service}`;
  const { NATTER_RABBITMQ_USERNAME: was, NATTER_RABBITMQ_PASSWORD: password } = before(service);
  return {
    NATTER_RABBITMQ_USERNAME: username,
    NATTER_RABBITMQ_PASSWORD: (was === username && password) || drawn[`RABBITMQ_${service.toUpperCase()}_PASSWORD`],
  };
};
const scaler = before('mail-scaler').host?.match(/^amqps:\/\/natter-scaler:([^@]+)@/)?.[1] ?? drawn.RABBITMQ_SCALER_PASSWORD;
const cache = `rediss://:${read('cache')}@${process.env.CACHE_HOST}:6379`;
const shared = {
  NATTER_REDIS_URL: cache,
  NATTER_INTERNAL_TOKEN: kept('NATTER_INTERNAL_TOKEN'),
};
// Subscriptions of browsers are bound to the key: it is kept.
const push = before('mail').NATTER_PUSH_PRIVATE_KEY ? before('mail') : drawn;
const entries = {
  user: {
    ...broker('user'),
    ...shared,
    NATTER_MONGODB_URL: wanted('MONGODB_USER_URL'),
    NATTER_SIGNING_KEYS: kept('NATTER_SIGNING_KEYS'),
    NATTER_OTP_PEPPER: kept('NATTER_OTP_PEPPER'),
  },
  chat: {
    ...broker('chat'),
    ...shared,
    NATTER_MONGODB_URL: wanted('MONGODB_CHAT_URL'),
    NATTER_PUSH_PUBLIC_KEY: push.NATTER_PUSH_PUBLIC_KEY,
  },
  mail: {
    ...broker('mail'),
    NATTER_SMTP_USERNAME: wanted('SMTP_USERNAME'),
    NATTER_SMTP_PASSWORD: wanted('SMTP_PASSWORD'),
    NATTER_PUSH_PUBLIC_KEY: push.NATTER_PUSH_PUBLIC_KEY,
    NATTER_PUSH_PRIVATE_KEY: push.NATTER_PUSH_PRIVATE_KEY,
  },
  'mail-scaler': {
    host: `amqps://natter-scaler:${scaler}@${process.env.BROKER_HOST}:5671/`,
  },
};
for (const [name, entry] of Object.entries(entries)) {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(entry), { mode: 0o600 });
}
