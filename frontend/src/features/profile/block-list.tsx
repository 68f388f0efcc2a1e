import { Ban } from 'lucide-react';
import type { User } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useBlock, useBlocks } from '@/shared/safety/use-blocks';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { ErrorLine } from '@/shared/ui/text-field';
import { Heading } from './heading';
import styles from './profile.module.css';

/** Whom one has blocked, each with a way to end it. */
export function BlockList() {
  const language = useLanguage();
  const words = language.texts.privacy;
  const blocks = useBlocks();
  return (
    <section className={styles.section} aria-label={words.blocked}>
      <Heading art={Ban}>{words.blocked}</Heading>
      {blocks.data?.length === 0 && <p className={styles.empty}>{words.noneBlocked}</p>}
      <ul className={styles.sessions} aria-busy={blocks.isPending}>
        {blocks.data?.map((user) => (
          <Blocked key={user.id} user={user} />
        ))}
      </ul>
      <ErrorLine>{blocks.error === null ? undefined : problemText(blocks.error, language)}</ErrorLine>
    </section>
  );
}

function Blocked({ user: { id, name, avatar } }: { user: User }) {
  const language = useLanguage();
  const words = language.texts.privacy;
  const block = useBlock(id);
  return (
    <li>
      <div className={styles.session}>
        <Avatar small id={id} name={name} photo={avatar} />
        <span className={styles.person} dir="auto" translate="no">
          {name}
        </span>
        <Button
          look="quiet"
          aria-label={words.unblockNamed(name)}
          aria-disabled={block.isPending}
          onClick={() => {
            if (!block.isPending) block.mutate(false);
          }}
        >
          {words.unblock}
        </Button>
      </div>
      <ErrorLine>{block.error === null ? undefined : problemText(block.error, language)}</ErrorLine>
    </li>
  );
}
