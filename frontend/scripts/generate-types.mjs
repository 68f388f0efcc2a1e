/**
 * Writes the types of the REST API from the services' own OpenAPI documents. With --check it writes nothing and fails
 * when the checked-in types are not what would be written.
 */
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const check = process.argv.includes('--check');
let stale = false;

for (const service of ['user', 'chat']) {
  const source = new URL(`../../services/${service}/openapi.json`, import.meta.url);
  const target = new URL(`../src/shared/api/generated/${service}.ts`, import.meta.url);
  const types = `// Generated from services/${service}/openapi.json by "npm run generate". Do not edit.\n\n${astToString(
    await openapiTS(source, { alphabetize: true }),
  )}`;
  if (!check) {
    await writeFile(target, types);
  } else if (types !== (await readFile(target, 'utf8').catch(() => ''))) {
    stale = true;
    console.error(
      `src/shared/api/generated/${service}.ts is not what services/${service}/openapi.json says: npm run generate`,
    );
  }
}

process.exit(stale ? 1 : 0);
