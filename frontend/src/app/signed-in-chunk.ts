import type { SpokenLanguage } from '@/shared/i18n/spoken-language';
import type { Preferences } from '@/shared/preferences/preferences';
import type { Session } from '@/shared/session/session';
import { Calls } from './calls';
import { Chats } from './chats';
import { UserScope } from './user-scope';

/** All that only signed-in users need, in one file of the build: the sign-in page does not wait for it. */
export const signedInChunk = {
  Chats,
  createScope: (
    session: Session,
    ownId: string,
    language: SpokenLanguage,
    preferences: Preferences,
    go: (path: string) => void,
  ) => new UserScope(session, ownId, language, new Calls(preferences, go), go),
};
