import { act } from '@testing-library/react';
import { vi } from 'vitest';

/** Whatever is watched for comes into sight when this says so. */
export function watched() {
  const watchers = new Set<() => void>();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #reach: () => void;
      constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
        this.#reach = () => {
          callback([{ isIntersecting: true }]);
        };
      }
      observe = () => watchers.add(this.#reach);
      disconnect = () => watchers.delete(this.#reach);
    },
  );
  return {
    reach: () => {
      act(() => {
        watchers.forEach((reach) => {
          reach();
        });
      });
    },
    get watching() {
      return watchers.size > 0;
    },
  };
}
