import type { ReactElement, SVGProps } from 'react';
import type { RunKind } from '../../core/model/run.ts';
import { part, type Part } from './part.ts';

/** One line drawing a kind, on a field of 16 by 16. */
const DRAWINGS: Readonly<Record<RunKind, string>> = {
  agent: 'M4.5 5.5h7a1.5 1.5 0 0 1 1.5 1.5v4a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 11V7a1.5 1.5 0 0 1 1.5-1.5ZM8 5.5V3M6.2 8.2v1M9.8 8.2v1M1.5 8.5v1.5M14.5 8.5v1.5',
  chain: 'M6.7 9.3a2.4 2.4 0 0 0 3.5 0l2.1-2.1a2.5 2.5 0 0 0-3.5-3.5l-.8.8M9.3 6.7a2.4 2.4 0 0 0-3.5 0L3.7 8.8a2.5 2.5 0 0 0 3.5 3.5l.8-.8',
  llm: 'M8 2c.5 3.6 2.4 5.5 6 6-3.6.5-5.5 2.4-6 6-.5-3.6-2.4-5.5-6-6 3.6-.5 5.5-2.4 6-6Z',
  tool: 'M10 2.4a3.6 3.6 0 0 0-3.4 4.8l-4 4a1.55 1.55 0 0 0 2.2 2.2l4-4A3.6 3.6 0 0 0 13.5 5l-2.1 2.1-2-.5-.5-2L11 2.5a3.7 3.7 0 0 0-1-.1Z',
  retriever: 'M8.5 13.5h-4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1h4.5l3.5 3.5v1M8.5 2.5v4h4M10.3 12.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM11.7 11.7l1.8 1.8',
  embedding: 'M8 9.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM3.5 4.5a1 1 0 1 0 0-2 1 1 0 0 0 0 2ZM12.5 4.5a1 1 0 1 0 0-2 1 1 0 0 0 0 2ZM3.5 13.5a1 1 0 1 0 0-2 1 1 0 0 0 0 2ZM12.5 13.5a1 1 0 1 0 0-2 1 1 0 0 0 0 2ZM4.3 4.3l2.6 2.6M11.7 4.3 9.1 6.9M4.3 11.7l2.6-2.6M11.7 11.7 9.1 9.1',
  reranker: 'M3 4h6M3 8h4.5M3 12h3M12 3.5v9M12 12.5l-2-2M12 12.5l2-2',
  prompt: 'M3.5 3h9a1 1 0 0 1 1 1v6.5a1 1 0 0 1-1 1H8l-3 2.3v-2.3H3.5a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Z',
  parser: 'M6 2.5c-1.8 0-2 .8-2 2v1.3c0 1.2-.6 2.2-1.5 2.2C3.4 8 4 9 4 10.2v1.3c0 1.2.2 2 2 2M10 2.5c1.8 0 2 .8 2 2v1.3c0 1.2.6 2.2 1.5 2.2-.9 0-1.5 1-1.5 2.2v1.3c0 1.2-.2 2-2 2',
  guardrail: 'M8 2l5 1.8v4c0 3-2 5.2-5 6.2-3-1-5-3.2-5-6.2v-4L8 2ZM5.8 8l1.6 1.6 2.9-3',
  evaluator: 'M8 2.5v11M4.5 13.5h7M3 4.5h10M3 4.5 1.5 9h3L3 4.5ZM13 4.5 11.5 9h3L13 4.5Z',
  other: 'M8 2.5 13 5.2v5.6L8 13.5l-5-2.7V5.2L8 2.5ZM3.2 5.3 8 8l4.8-2.7M8 8v5.5',
};

/** Props of `KindIcon`. */
export interface KindIconProps extends SVGProps<SVGSVGElement> {
  readonly kind: RunKind;
  /** What the icon says to those who don't see it; without one it is decoration. */
  readonly label?: string | undefined;
}

/** The icon of a run's kind: colour never stands alone. Renders an `<svg>` in the current colour. */
export const KindIcon: Part<KindIconProps> = /* @__PURE__ */ part(function KindIcon({ kind, label, ...rest }: KindIconProps): ReactElement {
  return (
    <svg
      data-slot="kind-icon"
      data-kind={kind}
      viewBox="0 0 16 16"
      width={16}
      height={16}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.3}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      {...rest}
    >
      <path d={DRAWINGS[kind]} />
    </svg>
  );
});
