import { local } from './storage';

/** The browser's locks between tabs; undefined where it has none (plain http beyond localhost) or denies them with its storage. */
export function locks(): LockManager | undefined {
  return local.isBlocked ? undefined : (navigator as { locks?: LockManager }).locks;
}
