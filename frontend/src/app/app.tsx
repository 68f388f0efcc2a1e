import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { StrictMode, useSyncExternalStore } from 'react';
import { RouterProvider, createBrowserRouter } from 'react-router';
import { createApi } from '@/shared/api/api';
import { LanguageContext } from '@/shared/i18n/language';
import { SpokenLanguage } from '@/shared/i18n/spoken-language';
import { Preferences } from '@/shared/preferences/preferences';
import { PreferencesContext } from '@/shared/preferences/use-preferences';
import { Session } from '@/shared/session/session';
import { Tabs } from '@/shared/session/tabs';
import { TokenRefresher } from '@/shared/session/token-refresher';
import { onNoticeClick } from './calls';
import type { Door } from './door';
import { DoorContext } from './door';
import { CurrentWorld } from './current-world';
import { routes } from './routes';

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
  const router = createBrowserRouter(routes);
  const go = (path: string) => void router.navigate(path);
  const world = new CurrentWorld(session, language, preferences, go);
  const endNotices = onNoticeClick(go);
  const door: Door = { session, world, api: createApi((request) => fetch(request)) };
  const queries = new QueryClient({ defaultOptions: { mutations: { networkMode: 'always' } } });
  void session.start();

  const element = (
    <StrictMode>
      <Speaking language={language}>
        <PreferencesContext value={preferences}>
          <DoorContext value={door}>
            <QueryClientProvider client={queries}>
              <RouterProvider router={router} />
            </QueryClientProvider>
          </DoorContext>
        </PreferencesContext>
      </Speaking>
    </StrictMode>
  );
  /** For tests, which make more than one. */
  const close = () => {
    endNotices();
    world.close();
    session.close();
    language.close();
    preferences.close();
    router.dispose();
  };
  return { element, session, router, close };
}
