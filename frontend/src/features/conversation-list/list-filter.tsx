import { useLanguage } from '@/shared/i18n/language';
import styles from './list-filter.module.css';

export const FILTERS = ['all', 'unread', 'archived'] as const;
export type Filter = (typeof FILTERS)[number];

interface ListFilterProps {
  filter: Filter;
  onChoose: (filter: Filter) => void;
}

/** Which conversations the list shows. */
export function ListFilter({ filter, onChoose }: ListFilterProps) {
  const words = useLanguage().texts.ownView;
  return (
    <div role="group" aria-label={words.filters} className={styles.filters}>
      {FILTERS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === filter}
          className={styles.filter}
          onClick={() => {
            onChoose(each);
          }}
        >
          {words[each]}
        </button>
      ))}
    </div>
  );
}
