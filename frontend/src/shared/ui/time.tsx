import { useLanguage } from '@/shared/i18n/language';

interface TimeProps {
  instant: string;
  className?: string | undefined;
  children: string;
}

/** A time in few words, with everything about it on hover and for machines. */
export function Time({ instant, className, children }: TimeProps) {
  const { formats } = useLanguage();
  return (
    <time dateTime={instant} title={formats.full(instant)} className={className} translate="no">
      {children}
    </time>
  );
}
