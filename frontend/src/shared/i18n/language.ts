import { createContext, use } from 'react';
import type { Texts } from './english';
import { english } from './english';
import { Formats } from './formats';

export interface Language {
  texts: Texts;
  formats: Formats;
}

export function languageOf(texts: Texts): Language {
  return { texts, formats: new Formats(texts) };
}

export const LanguageContext = createContext<Language>(languageOf(english));

export function useLanguage(): Language {
  return use(LanguageContext);
}
