import type { ReactElement, SVGProps } from 'react';
import type { RunStatus } from '../../core/model/run.ts';
import { part, type Part } from './part.ts';

/** One shape a status, on a field of 12 by 12: told apart without colour. */
const DRAWINGS: Readonly<Record<RunStatus, string>> = {
  success: 'M2.5 6.3l2.3 2.3 4.7-5.2',
  error: 'M3 3l6 6M9 3l-6 6',
  running: 'M6 1.5A4.5 4.5 0 1 1 1.5 6',
  interrupted: 'M4 2.5v7M8 2.5v7',
};

/** Props of `StatusIcon`. */
export interface StatusIconProps extends SVGProps<SVGSVGElement> {
  readonly status: RunStatus;
  /** What the icon says to those who don't see it; without one it is decoration. */
  readonly label?: string | undefined;
}

/** The icon of a run's status. Renders an `<svg>` in the current colour. */
export const StatusIcon: Part<StatusIconProps> = /* @__PURE__ */ part(function StatusIcon({ status, label, ...rest }: StatusIconProps): ReactElement {
  return (
    <svg
      data-slot="status-icon"
      data-status={status}
      viewBox="0 0 12 12"
      width={12}
      height={12}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      {...rest}
    >
      <path d={DRAWINGS[status]} />
    </svg>
  );
});
