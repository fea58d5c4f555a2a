import type { ReactElement } from 'react';
import { KindIcon } from '../primitives/KindIcon.tsx';

/** A person, or the star of a model: who speaks is told by shape. */
export function RoleIcon({ isModel }: { readonly isModel: boolean }): ReactElement {
  if (isModel) return <KindIcon kind="llm" />;
  return (
    <svg data-slot="trace-conversation-person" aria-hidden viewBox="0 0 16 16" width={16} height={16} fill="none" stroke="currentColor" strokeWidth={1.3} strokeLinecap="round" strokeLinejoin="round">
      <path d="M8 7.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM3 13.6c.3-2.5 2.3-4 5-4s4.7 1.5 5 4" />
    </svg>
  );
}
