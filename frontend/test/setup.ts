import { afterEach, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
  // Among them what blocks storage.
  vi.restoreAllMocks();
  if (typeof localStorage === 'undefined') return;
  localStorage.clear();
  sessionStorage.clear();
});
