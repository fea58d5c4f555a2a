export { TokenMeter, type TokenMeterProps } from './TokenMeter.tsx';
export { TokenMeterBar, type TokenMeterBarProps } from './TokenMeterBar.tsx';
export { TokenMeterCost, type TokenMeterCostProps } from './TokenMeterCost.tsx';
export { TokenMeterLegend, type TokenMeterLegendProps } from './TokenMeterLegend.tsx';
export { TokenMeterRoot, type TokenMeterRootProps } from './TokenMeterRoot.tsx';
export { TokenMeterTotal, type TokenMeterTotalProps } from './TokenMeterTotal.tsx';
export { ENGLISH, type ContextInWords, type TokenMeterMessages, type TokenPartName, type TokensInWords } from './messages.ts';
