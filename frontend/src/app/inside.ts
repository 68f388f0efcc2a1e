import type { SpokenLanguage } from '@/shared/i18n/spoken-language';
import type { Preferences } from '@/shared/preferences/preferences';
import type { Session } from '@/shared/session/session';
import { Calls } from './calls';
import { Chats } from './chats';
import { SignedInWorld } from './signed-in-world';

/** All that begins with somebody being signed in, in one file of the build: whoever signs in first waits for none of it. */
export const inside = {
  Chats,
  createWorld: (
    session: Session,
    ownId: string,
    language: SpokenLanguage,
    preferences: Preferences,
    go: (path: string) => void,
  ) => new SignedInWorld(session, ownId, language, new Calls(preferences, go), go),
};
