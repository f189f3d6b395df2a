import { Component, type ReactNode } from 'react';

/** Where the chunk cannot be fetched, says so in its place; what stands around it stays. */
export class ViewBoundary extends Component<
  { readonly message: string; readonly children: ReactNode },
  { readonly hasFailed: boolean }
> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <p className="relic__note" role="alert">
        {this.props.message}
      </p>
    );
  }
}
