import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { StrictMode, useSyncExternalStore } from 'react';
import { BrowserRouter } from 'react-router';
import { createApi } from '@/shared/api/api';
import { boundedFetch } from '@/shared/api/bounded-fetch';
import { LanguageContext } from '@/shared/i18n/language';
import { SpokenLanguage } from '@/shared/i18n/spoken-language';
import { owner } from '@/shared/local/owner';
import { Preferences } from '@/shared/preferences/preferences';
import { PreferencesContext } from '@/shared/preferences/use-preferences';
import { Session } from '@/shared/session/session';
import { Tabs } from '@/shared/session/tabs';
import { TokenRefresher } from '@/shared/session/token-refresher';
import { onFirstTouch } from '@/shared/ui/first-touch';
import { ignoreStrayDrops } from '@/shared/ui/stray-drops';
import { CrashGuard } from './crash-guard';
import { CrashPage } from './crash-page';
import { CurrentUserScope } from './current-user-scope';
import type { AppServices } from './app-services';
import { AppServicesContext } from './app-services';
import { Follower, Guide } from './guide';
import { onNoticeClick } from './notice-click';
import { Pages } from './pages';

function Speaking({ language, children }: { language: SpokenLanguage; children: ReactNode }) {
  return (
    <LanguageContext value={useSyncExternalStore(language.subscribe, language.getSnapshot)}>
      {children}
    </LanguageContext>
  );
}

/** The whole app, wired: who is signed in, what lives with them, and which page is shown. */
export function createApp() {
  const preferences = new Preferences();
  const language = new SpokenLanguage(preferences);
  const tabs = new Tabs();
  const session = new Session(new TokenRefresher(), tabs);
  const guide = new Guide();
  const scope = new CurrentUserScope(session, language, preferences, guide.go);
  const endNotices = onNoticeClick(guide.go);
  const services: AppServices = { session, scope, api: createApi(boundedFetch) };
  const queries = new QueryClient({ defaultOptions: { mutations: { networkMode: 'always' } } });
  const endStart = start(session);
  const endDrops = ignoreStrayDrops();

  const element = (
    <StrictMode>
      <Speaking language={language}>
        <PreferencesContext value={preferences}>
          <AppServicesContext value={services}>
            <QueryClientProvider client={queries}>
              <CrashGuard fallback={() => <CrashPage />}>
                <BrowserRouter>
                  <Follower guide={guide} />
                  <Pages />
                </BrowserRouter>
              </CrashGuard>
            </QueryClientProvider>
          </AppServicesContext>
        </PreferencesContext>
      </Speaking>
    </StrictMode>
  );
  /** For tests, which make more than one. */
  const close = () => {
    endStart();
    endDrops();
    endNotices();
    scope.close();
    session.close();
    language.close();
    preferences.close();
  };
  return { element, session, close };
}

/**
 * Asks the server at once who is signed in where a user was. Elsewhere the answer would be 401, which browsers log as
 * an error, so it is asked at the first touch: some browsers forget what the page kept after some days in
 * which the page was not opened, and keep the cookie.
 */
function start(session: Session): () => void {
  addEventListener('online', session.nudge);
  const ask = () => void session.start();
  const endWait = owner.recall() === undefined ? onFirstTouch(ask) : undefined;
  if (endWait === undefined) ask();
  return () => {
    removeEventListener('online', session.nudge);
    endWait?.();
  };
}
