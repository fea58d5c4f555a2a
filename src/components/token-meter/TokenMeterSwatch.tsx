'use client';
import type { ReactElement, SVGProps } from 'react';
import type { TokenPart } from '../../core/analysis/usage/token-parts.ts';

interface TokenMeterSwatchProps extends SVGProps<SVGSVGElement> {
  readonly part: TokenPart;
}

/** An area filled as a part is: by colour and by texture, so that neither is needed alone. The line is wide and slanted, its dashes are the texture. */
export function TokenMeterSwatch({ part, ...rest }: TokenMeterSwatchProps): ReactElement {
  return (
    <svg aria-hidden data-part={part} {...rest}>
      <rect width="100%" height="100%" />
      <line x1={-24} y1="50%" x2="100%" y2="50%" transform="translate(12) skewX(-45)" />
    </svg>
  );
}
