import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { english } from '@/shared/i18n/english';
import { expectAccessible } from '../../../test/page';
import { CrashGuard } from '../crash-guard';
import { CrashPage } from '../crash-page';

function Broken(): never {
  throw new Error('a bug');
}

it('a page that throws leaves words and a way on, not an empty screen', async () => {
  // React reports it, too.
  vi.spyOn(console, 'error').mockReturnValue();

  render(
    <CrashGuard fallback={() => <CrashPage />}>
      <Broken />
    </CrashGuard>,
  );

  await screen.findByText(english.app.crashed);
  expect(screen.getByText(english.app.reload)).toBeDefined();
  await expectAccessible();
});
