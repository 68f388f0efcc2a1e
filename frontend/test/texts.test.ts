import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { english } from '@/shared/i18n/english';
import { hindi } from '@/shared/i18n/hindi';

/** TypeScript holds the languages to the same words; this, to no words that nothing says. */

/** Picked by what a thing is in: the state of a message, a scheme, why a picture cannot be sent. */
const COMPUTED = [
  'conversation.sending',
  'conversation.sent',
  'conversation.delivered',
  'conversation.seen',
  'conversation.waiting',
  'preferences.schemes',
  'preferences.languages',
  'attachments.unusable',
  'emoji.tone',
  'forward.sent',
  'attachments.asFile',
  'attachments.failures',
  'voice.troubles',
  'groups.problems',
  'groups.events.admin',
  'groups.events.member',
  'groups.events.owner',
  'privacy.reasons',
  'ownView.all',
  'ownView.unread',
];

/** The words that no code of the app refers to. By its types, as many have the same name. */
function unused(): string[] {
  const root = new URL('..', import.meta.url).pathname;
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, (file) => ts.sys.readFile(file)) as {
    config: object;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = fileNames.filter((name) => name.includes('/src/') && !name.includes('.test.'));
  const service = ts.createLanguageService({
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    getScriptFileNames: () => files,
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
  });
  const found: string[] = [];
  const program = service.getProgram();
  for (const source of files.filter((name) => /\/i18n\/(?:english|en\/[^/]+)\.ts$/.test(name))) {
    const visit = (node: ts.Node, before: readonly string[]) => {
      // What a function makes of a number has forms, not words of its own.
      if (ts.isArrowFunction(node)) return;
      const path = ts.isPropertyAssignment(node) ? [...before, node.name.getText()] : before;
      if (ts.isPropertyAssignment(node)) {
        if (COMPUTED.includes(path.join('.'))) return;
        const uses = service.getReferencesAtPosition(source, node.name.getStart()) ?? [];
        if (uses.every(({ fileName }) => /\/i18n\/(?:english|hindi|en\/|hi\/)/.test(fileName)))
          found.push(path.join('.'));
      }
      ts.forEachChild(node, (child) => {
        visit(child, path);
      });
    };
    const file = program?.getSourceFile(source);
    if (file === undefined) throw new Error(`no ${source}`);
    // An area of its own is named like its file: own-view holds ownView.
    const area = /\/en\/([^/]+)\.ts$/.exec(source)?.[1];
    visit(
      file,
      area === undefined ? [] : [area.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())],
    );
  }
  return found;
}

describe('the words', () => {
  it('are all said somewhere', () => {
    expect(unused()).toEqual([]);
  });

  it.each([
    ['en', english],
    ['hi', hindi],
  ])('of %s have a form for every number', (_, texts) => {
    for (const count of [0, 1, 2, 5, 21]) {
      expect(texts.conversations.unread(count)).toContain(String(count));
      expect(texts.conversation.newBelow(count)).toContain(String(count));
    }
  });
});
