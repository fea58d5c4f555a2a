/** LangSmith's words for how a run stands, in lower case. */
export const STATUS: Readonly<Record<string, string>> = { pending: 'running', running: 'running', success: 'success', error: 'error', interrupted: 'interrupted' };
