import { createContext, use, useSyncExternalStore } from 'react';
import type { Preferences } from './preferences';

export const PreferencesContext = createContext<Preferences | undefined>(undefined);

export function usePreferences() {
  const preferences = use(PreferencesContext);
  if (preferences === undefined) throw new Error('the app is not wired');
  const current = useSyncExternalStore(preferences.subscribe, preferences.getSnapshot);
  return { preferences, current };
}
