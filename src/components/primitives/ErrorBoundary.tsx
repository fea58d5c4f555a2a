'use client';
import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** What is shown; another one is tried anew. */
  readonly of: unknown;
  /** What stands in place of what failed. */
  readonly fallback: (reason: string, retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly of: unknown;
  readonly failure: { readonly error: unknown } | null;
}

/** Keeps what can't be shown from taking the host's page with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { of: this.props.of, failure: null };

  static getDerivedStateFromError(error: unknown): Pick<ErrorBoundaryState, 'failure'> {
    return { failure: { error } };
  }

  static getDerivedStateFromProps({ of }: ErrorBoundaryProps, state: ErrorBoundaryState): ErrorBoundaryState | null {
    return state.of === of ? null : { of, failure: null };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return this.props.fallback(reasonOf(failure.error), () => this.setState({ failure: null }));
  }
}

const MOST = 300;

/** What was thrown may be anything, and may throw again when it is read. */
function reasonOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error).slice(0, MOST);
  } catch {
    return '?';
  }
}
