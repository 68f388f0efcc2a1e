type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Picks the words for a number by the rules of a language: not every one has a form for 1 and one for the rest. */
export function pluralOf(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
