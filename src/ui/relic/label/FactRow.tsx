import type { ReactNode } from 'react';

/** One line of a table of facts. */
export function FactRow({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="facts__row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
