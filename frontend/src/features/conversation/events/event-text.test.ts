import { describe, expect, it } from 'vitest';
import type { GroupEvent } from '@/shared/chat/group-events';
import { english } from '@/shared/i18n/english';
import { Formats } from '@/shared/i18n/formats';
import { hindi } from '@/shared/i18n/hindi';
import { eventText, namedInEvent } from './event-text';

const NAMES: Record<string, string> = { ben: 'Ben', cleo: 'Cleo' };
const entered = { seq: 1, at: '2024-03-01T08:00:00.000Z', by: 'ben' };

function said(event: object, texts: typeof english = english): string {
  const formats = new Formats(texts, [texts.language]);
  const text = eventText({ ...entered, ...event } as GroupEvent, {
    words: texts.groups.events,
    isMe: (id) => id === 'ada',
    nameOf: (id) => NAMES[id],
    list: (names) => formats.list(names),
  });
  return text.replace(/[\u2068\u2069]/g, '');
}

describe('a line about a group', () => {
  it.each([
    [{ type: 'members', added: ['cleo'], removed: [] }, 'Ben added Cleo', 'Ben ने Cleo को जोड़ा'],
    [
      { type: 'members', added: ['cleo', 'ada'], removed: [] },
      'Ben added Cleo and you',
      'Ben ने Cleo और आप को जोड़ा',
    ],
    [{ type: 'members', added: ['ada'], removed: [] }, 'Ben added you', 'Ben ने आपको जोड़ा'],
    [{ type: 'members', by: 'ada', added: ['ben'], removed: [] }, 'You added Ben', 'आपने Ben को जोड़ा'],
    [{ type: 'members', added: ['ben'], removed: [] }, 'Ben joined', 'Ben जुड़े'],
    [{ type: 'members', by: 'ada', added: ['ada'], removed: [] }, 'You joined', 'आप जुड़े'],
    [{ type: 'members', added: [], removed: ['ben'] }, 'Ben left', 'Ben चले गए'],
    [{ type: 'members', by: 'gone', added: [], removed: ['gone'] }, 'A member left', 'एक सदस्य चले गए'],
    [{ type: 'members', by: 'ada', added: [], removed: ['cleo'] }, 'You removed Cleo', 'आपने Cleo को हटाया'],
    [
      { type: 'role', userId: 'cleo', role: 'admin' },
      'Ben made Cleo an admin',
      'Ben ने Cleo को व्यवस्थापक बनाया',
    ],
    [{ type: 'role', userId: 'ada', role: 'admin' }, 'Ben made you an admin', 'Ben ने आपको व्यवस्थापक बनाया'],
    [
      { type: 'role', userId: 'cleo', role: 'member' },
      'Ben removed Cleo as an admin',
      'Ben ने Cleo को व्यवस्थापक से हटाया',
    ],
    [
      { type: 'role', userId: 'gone', role: 'owner' },
      'Ben made a member the owner',
      'Ben ने एक सदस्य को स्वामी बनाया',
    ],
    [
      { type: 'titled', title: 'Walkers' },
      'Ben renamed the group to “Walkers”',
      'Ben ने समूह का नाम “Walkers” रखा',
    ],
    [
      { type: 'titled', by: 'ada', title: 'Walkers' },
      'You renamed the group to “Walkers”',
      'आपने समूह का नाम “Walkers” रखा',
    ],
  ])('%j', (event, inEnglish, inHindi) => {
    expect([said(event), said(event, hindi)]).toEqual([inEnglish, inHindi]);
  });

  it('names a few of many, and asks for no more names', () => {
    const added = ['cleo', ...Array.from({ length: 99 }, (_, n) => `u-${n}`)];
    const event = { ...entered, type: 'members' as const, added, removed: [] };

    expect(said(event)).toBe('Ben added Cleo, a member, a member, a member, and 96 others');
    expect(namedInEvent(event)).toEqual(['ben', 'cleo', 'u-0', 'u-1', 'u-2']);
  });
});
