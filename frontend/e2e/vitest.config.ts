import { defineConfig } from 'vitest/config';

/** Tests in a real browser: against a running stack (`npm run e2e`), or against the fake server (`npm run gallery`). */
export default defineConfig({
  resolve: { alias: { '@': new URL('../src', import.meta.url).pathname } },
  test: {
    root: new URL('.', import.meta.url).pathname,
    include: ['*.e2e.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Far above what any needs: machines that build other things meanwhile are slow.
    expect: { poll: { timeout: 15_000 } },
    // Each file has people and a browser of its own.
    maxWorkers: 2,
    // The steps of a story follow each other: after one has failed, the others say nothing.
    bail: 1,
  },
});
