import type { MouseEvent } from 'react';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';

/** Where in the history of this page the list stood alone, when it last did. */
let listAt: number | undefined;

function place(): number | undefined {
  const { idx } = (history.state ?? {}) as { idx?: unknown };
  return typeof idx === 'number' ? idx : undefined;
}

/** Remembers that the list is shown without a conversation. */
export function useListShown() {
  useEffect(() => {
    listAt = place();
  }, []);
}

/** Leads from a conversation to the list: back, if one came from there, else in place of the conversation. */
export function useWayBack() {
  const navigate = useNavigate();
  return (event?: MouseEvent) => {
    event?.preventDefault();
    const at = place();
    if (at !== undefined && listAt === at - 1) void navigate(-1);
    else void navigate('/', { replace: true });
  };
}
