/** One tap away; all others are in the picker. Each is fully qualified, as the service takes them. */
export const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;
