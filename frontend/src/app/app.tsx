import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { RouterProvider, createBrowserRouter } from 'react-router';
import { createApi } from '@/shared/api/api';
import { english } from '@/shared/i18n/english';
import { LanguageContext, languageOf } from '@/shared/i18n/language';
import { Session } from '@/shared/session/session';
import { Tabs } from '@/shared/session/tabs';
import { TokenRefresher } from '@/shared/session/token-refresher';
import type { Door } from './door';
import { DoorContext } from './door';
import { CurrentWorld } from './current-world';
import { routes } from './routes';

/** The whole app, wired: who is signed in, what lives with them, and which page is shown. */
export function createApp() {
  const language = languageOf(english);
  const tabs = new Tabs();
  const session = new Session(new TokenRefresher(), tabs);
  const world = new CurrentWorld(session, language.texts);
  const door: Door = { session, world, api: createApi((request) => fetch(request)) };
  const queries = new QueryClient({ defaultOptions: { mutations: { networkMode: 'always' } } });
  const router = createBrowserRouter(routes);
  void session.start();

  const element = (
    <StrictMode>
      <LanguageContext value={language}>
        <DoorContext value={door}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </DoorContext>
      </LanguageContext>
    </StrictMode>
  );
  /** For tests, which make more than one. */
  const close = () => {
    world.close();
    session.close();
    router.dispose();
  };
  return { element, session, router, close };
}
