import type { ReactNode } from 'react';
import { Component } from 'react';

interface CrashGuardProps {
  /** What stands in place of what threw; `again` draws that anew. */
  fallback: (again: () => void) => ReactNode;
  children: ReactNode;
}

/** Keeps what throws while it is drawn from taking the rest of the page with it. React reports what it was. */
export class CrashGuard extends Component<CrashGuardProps, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? this.props.fallback(this.#again) : this.props.children;
  }

  readonly #again = () => {
    this.setState({ crashed: false });
  };
}
