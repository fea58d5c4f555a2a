/** Errors by which LangGraph stops to ask a person: raised like failures, but none. */
export const INTERRUPT = /\b(?:GraphInterrupt|NodeInterrupt)\b/;
