import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { join } from '@/shared/ui/join';
import type { TextPart } from '../message/links';
import { useNameOf } from '../message/message-ways';
import styles from './formatted.module.css';
import type { Inline } from './inlines';

const ELEMENTS = { bold: 'strong', italic: 'em', strike: 's' } as const;

/** Text within a line or several, with what is emphasised, addressed and mentioned in it. */
export function Inlines({ inlines }: { inlines: readonly Inline[] }) {
  return inlines.map((each, at) => <InlineText key={at} inline={each} />);
}

function InlineText({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return <span>{inline.text}</span>;
    case 'code':
      return (
        <code className={styles.code} translate="no">
          {inline.text}
        </code>
      );
    case 'mention':
      return <Mention userId={inline.userId} />;
    case 'link':
      return <FollowedLink {...inline} />;
    default: {
      const Element = ELEMENTS[inline.kind];
      return (
        <Element>
          <Inlines inlines={inline.children} />
        </Element>
      );
    }
  }
}

function Mention({ userId }: { userId: string }) {
  const { ownId } = useSignedIn();
  const { texts } = useLanguage();
  const name = useNameOf()(userId) ?? texts.message.unknown;
  return (
    <bdi className={join(styles.mention, userId === ownId && styles.me)} translate="no">
      {`@${name}`}
    </bdi>
  );
}

/** An address is read from left to right, whatever stands around it; where it may mislead, its true host stands beside it. */
function FollowedLink({ text, href, host }: TextPart) {
  return (
    <>
      <a
        className={styles.link}
        dir="ltr"
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        title={href}
      >
        {text}
      </a>
      {host !== undefined && (
        <bdi className={styles.host} dir="ltr">
          {` (${host})`}
        </bdi>
      )}
    </>
  );
}
