import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import { answer } from '@/shared/api/api';
import { Problem } from '@/shared/api/problem';
import type { CreatedInvite } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { ErrorLine } from '@/shared/ui/text-field';
import { CreatedLink } from './created-link';
import styles from './invite-dialog.module.css';
import { OpenLinks } from './open-links';

const DAYS = [1, 7, 30] as const;
const USES = [1, 10, 100] as const;
const HOURS_A_DAY = 24;

interface InviteDialogProps {
  /** The group that the link leads to; without one it leads to a conversation with the user. */
  group?: { id: string; title: string };
  onClose: () => void;
}

/** Makes links that lead to the user or a group, and revokes those that are open. */
export function InviteDialog({ group, onClose }: InviteDialogProps) {
  const { api } = useSignedIn();
  const queries = useQueryClient();
  const language = useLanguage();
  const words = language.texts.invites;
  const [days, setDays] = useState<number>(7);
  const [uses, setUses] = useState<number>(group === undefined ? 1 : 100);
  const create = useMutation({
    mutationFn: () =>
      answer<CreatedInvite>(
        api.POST('/api/v1/invites', {
          body: {
            expiresInHours: days * HOURS_A_DAY,
            maxUses: uses,
            ...(group !== undefined && { conversationId: group.id }),
          },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['invites'] }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!create.isPending) create.mutate();
  };
  const full = create.error instanceof Problem && create.error.code === 'too_many_invites';
  return (
    <Modal title={words.title} closeLabel={words.close} onClose={onClose}>
      <p>{group === undefined ? words.leadDirect : words.leadGroup(group.title)}</p>
      {create.data === undefined ? (
        <form className={styles.form} onSubmit={submit}>
          <Choice label={words.expires} options={DAYS} value={days} nameOf={words.days} onChoose={setDays} />
          <Choice label={words.uses} options={USES} value={uses} nameOf={words.people} onChoose={setUses} />
          <ErrorLine>
            {full ? words.tooMany : create.error === null ? undefined : problemText(create.error, language)}
          </ErrorLine>
          <Button type="submit" aria-disabled={create.isPending}>
            {create.isPending ? words.creating : words.create}
          </Button>
        </form>
      ) : (
        <CreatedLink
          url={create.data.url}
          onAnother={() => {
            create.reset();
          }}
        />
      )}
      <OpenLinks />
    </Modal>
  );
}

interface ChoiceProps {
  label: string;
  options: readonly number[];
  value: number;
  nameOf: (count: number) => string;
  onChoose: (value: number) => void;
}

function Choice({ label, options, value, nameOf, onChoose }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <select
        className={styles.select}
        value={value}
        onChange={({ target }) => {
          onChoose(Number(target.value));
        }}
      >
        {options.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
