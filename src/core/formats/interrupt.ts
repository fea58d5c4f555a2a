/** Errors by which LangGraph stops to ask a person: raised like failures, but none. */
export const INTERRUPT: RegExp = /\b(?:GraphInterrupt|NodeInterrupt)\b/;
