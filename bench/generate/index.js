export { figuresOf } from './figures.js';
export { generateTrace } from './generate-trace.js';
export { toLangSmith } from './langsmith/index.js';
export { toOtlp } from './otlp/index.js';
export { toRecords } from './records.js';
