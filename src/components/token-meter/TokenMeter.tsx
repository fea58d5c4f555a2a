'use client';
import type { ReactElement } from 'react';
import { part, type Part } from '../primitives/part.ts';
import { TokenMeterBar } from './TokenMeterBar.tsx';
import { useTokenMeterContext } from './TokenMeterContext.ts';
import { TokenMeterCost } from './TokenMeterCost.tsx';
import { TokenMeterLegend } from './TokenMeterLegend.tsx';
import { TokenMeterRoot, type TokenMeterRootProps } from './TokenMeterRoot.tsx';
import { TokenMeterTotal } from './TokenMeterTotal.tsx';

/** Props of `TokenMeter`. */
export interface TokenMeterProps extends Omit<TokenMeterRootProps, 'children'> {}

/**
 * What a model call's tokens are made of, how much of the context window they took, and what they cost. It takes the width
 * it is given, has no margins of its own, and needs `runlens/styles.css`.
 *
 * @example
 * <TokenMeter usage={run.usage} cost={run.cost} contextWindow={128_000} />
 */
export const TokenMeter: Part<TokenMeterProps> = /* @__PURE__ */ part(function TokenMeter(props: TokenMeterProps): ReactElement {
  return (
    <TokenMeterRoot {...props}>
      {props.variant === 'inline' ? (
        <>
          <TokenMeterBar />
          <TokenMeterTotal />
        </>
      ) : (
        <Counts />
      )}
    </TokenMeterRoot>
  );
});

function Counts(): ReactElement {
  const { counts } = useTokenMeterContext('TokenMeter', undefined);
  return (
    <>
      {counts.map(({ scope }) => (
        <div key={scope} data-slot="token-meter-count" data-of={scope}>
          <div data-slot="token-meter-line">
            <TokenMeterTotal of={scope} />
            <TokenMeterCost of={scope} />
          </div>
          <TokenMeterBar of={scope} />
          <TokenMeterLegend of={scope} />
        </div>
      ))}
    </>
  );
}
