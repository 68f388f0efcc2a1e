import { useEffect, useEffectEvent, useRef } from 'react';

/** A message of the conversation that one comes to from somewhere else; another `key` is another time. */
export interface Arrival {
  seq: number;
  key: string;
}

/** Leads to the message that one has come for, once there are messages on screen. */
export function useArrival(arrival: Arrival | undefined, ready: boolean, onArrive: (seq: number) => void) {
  const arrive = useEffectEvent(onArrive);
  const { seq, key } = arrival ?? {};
  const arrived = useRef<string>(undefined);
  useEffect(() => {
    if (!ready || seq === undefined || arrived.current === key) return;
    arrived.current = key;
    arrive(seq);
  }, [ready, seq, key]);
}
