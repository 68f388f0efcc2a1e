/** What has become of a message of ours that the server holds. */
export type Receipt = 'sent' | 'delivered' | 'seen';

/** `reach` says how far all others have come: see reachOf. */
export function receiptOf(seq: number, reach: { delivered: number; seen: number }): Receipt {
  if (seq <= reach.seen) return 'seen';
  return seq <= reach.delivered ? 'delivered' : 'sent';
}
