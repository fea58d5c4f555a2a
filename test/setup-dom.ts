import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Testing Library sets these two up by itself only where the test functions are globals.
// In a real browser events come from outside, so there is nothing to wrap in act().
(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = 'happyDOM' in globalThis;
afterEach(cleanup);

configure({ reactStrictMode: true, asyncUtilTimeout: 10_000 });
