import type { ReactNode } from 'react';
import { Component } from 'react';
import { CrashPage } from './crash-page';

/** Shows the last resort when something below it throws while it is drawn. React reports what it was. */
export class CrashGuard extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <CrashPage /> : this.props.children;
  }
}
