import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

/** The rules between the rooms, each shown able to fail. Without types, which would take longer than all other tests. */
const eslint = new ESLint({
  cwd: join(import.meta.dirname, '..'),
  overrideConfig: [
    { files: ['**/*.ts', '**/*.tsx'], ...tseslint.configs.disableTypeChecked },
    // Would read the whole program to judge two lines.
    { rules: { 'import-x/no-cycle': 'off' } },
  ],
});

async function brokenBy(file: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

const useApp = "import { createApp } from '@/app/app';\ncreateApp();\n";
const useFeature =
  "import { rowsOf } from '@/features/conversation/list/timeline-rows';\nrowsOf([], [], '');\n";
const useShared = "import { join } from '@/shared/ui/join';\njoin();\n";

describe('the rooms', () => {
  it.each([
    ['shared', 'the app', 'src/shared/ui/thing.ts', useApp],
    ['shared', 'a feature', 'src/shared/ui/thing.ts', useFeature],
    ['a feature', 'the app', 'src/features/profile/thing.ts', useApp],
    ['a feature', 'another', 'src/features/profile/thing.ts', useFeature],
  ])('%s does not know %s', async (_, __, file, code) => {
    expect(await brokenBy(file, code)).toEqual(['import-x/no-restricted-paths']);
  });

  it.each([
    ['a feature', 'itself', 'src/features/conversation/thing.ts', useFeature],
    ['a feature', 'shared', 'src/features/profile/thing.ts', useShared],
    ['the app', 'a feature', 'src/app/thing.ts', useFeature],
  ])('%s knows %s', async (_, __, file, code) => {
    expect(await brokenBy(file, code)).toEqual([]);
  });

  it.each([
    ['barrels', 'src/shared/ui/thing.ts', "export * from './join';\n", 'no-restricted-syntax'],
    ['re-exports', 'src/shared/ui/thing.ts', "export { join } from './join';\n", 'no-restricted-syntax'],
    ['index files', 'src/shared/ui/index.ts', 'export const a = 1;\n', 'check-file/filename-blocklist'],
    [
      'other names',
      'src/shared/ui/BigThing.ts',
      'export const a = 1;\n',
      'check-file/filename-naming-convention',
    ],
    ['any', 'src/shared/ui/thing.ts', 'export const a: any = 1;\n', '@typescript-eslint/no-explicit-any'],
    [
      'inline styles',
      'src/shared/ui/thing.tsx',
      'export const a = <b style={{ color: "red" }}>b</b>;\n',
      'no-restricted-syntax',
    ],
    [
      'raw HTML',
      'src/shared/ui/thing.tsx',
      'export const a = <b dangerouslySetInnerHTML={{ __html: "b" }} />;\n',
      'no-restricted-syntax',
    ],
    [
      'pictures without words',
      'src/shared/ui/thing.tsx',
      'export const a = <img src="b" />;\n',
      'jsx-a11y/alt-text',
    ],
    [
      'texts beside other parts',
      'src/shared/ui/thing.tsx',
      'export const a = (\n  <b>\n    a <i />\n  </b>\n);\n',
      'natter/text-alone',
    ],
  ])('have no %s', async (_, file, code, rule) => {
    expect(await brokenBy(file, code)).toEqual([rule]);
  });
});
