import type { Insight } from '../../core/analysis/insights/insight.ts';
import type { InsightFigure, InsightWords } from './insight-words.ts';
import { say, type Sentence, type SentencePart } from './sentence.ts';

/** Says what a rule found. The figures are those that the rule gives. */
export type InsightSentence = (figures: Insight['figures'], words: InsightWords) => Sentence;

/** English, by the ids of the rules. */
export const ENGLISH_SENTENCES: Readonly<Record<string, InsightSentence>> = {
  'slowest-path': ({ name, duration, share, runs }, words) =>
    say`${words.share(share)} of the wait is ${words.name(name)} (${words.duration(duration)}${isMany(runs) ? say` in ${words.count(runs)} runs` : ''})`,

  'dearest-call': ({ name, model, cost, currency, share }, words) =>
    say`${words.share(share)} of the cost is one call of ${words.name(name)}${model == null ? '' : say` with ${words.name(model)}`} (${words.money(cost, currency)})`,

  'untraced-time': ({ duration, share, runs }, words) =>
    say`${words.share(share)} of the wait was not traced: ${words.duration(duration)} in ${isMany(runs) ? say`${words.count(runs)} runs, longest in ` : ''}${words.run}`,

  'growing-prompt': ({ calls, from, to, inputTokens, cachedShare }, words) =>
    say`The prompt grew from ${words.count(from)} to ${words.count(to)} tokens in ${words.count(calls)} calls: ${words.count(inputTokens)} input tokens in all${
      cachedShare == null ? '' : say`, ${words.share(cachedShare)} cached`}`,

  loop: ({ name, count, stepsPerRound, time, tokens, cost, likeness }, words) => {
    const what = isMany(stepsPerRound)
      ? say`${words.count(stepsPerRound)} steps ending in ${words.name(name)} ran ${words.count(count)} times`
      : say`${words.name(name)} ran ${words.count(count)} times`;
    return say`${what} with ${likeness === 1 ? 'the same' : 'nearly the same'} input${after(': ', amounts(words, time, tokens, cost))}`;
  },

  'redundant-work': ({ name, calls, savedCalls, time, tokens, cost, currency }, words) =>
    say`${words.name(name)} was called ${words.count(calls)} times with the same input: a cache would save ${words.count(savedCalls)} ${isMany(savedCalls) ? 'calls' : 'call'}${
      after(', ', amounts(words, time, tokens, cost, currency))}`,

  'failed-attempts': ({ kind, name, model, outcome, failed, timeLost, tokensLost, costLost }, words) => {
    const isFallback = kind === 'fallback';
    const lost = amounts(words, timeLost, tokensLost, costLost);
    const tries = say`${words.count(words.runs)} attempts${isFallback ? '' : say` at ${words.name(name)}`}, ${failed === words.runs ? 'all' : words.count(failed)} failed`;
    const end = isFallback ? say`, fell back to ${words.name(model ?? name)}${outcome === 'error' ? ' in vain' : ''}` : '';
    return say`${tries}${lost.length === 0 ? '' : say`: ${lost} lost`}${end}`;
  },

  'unused-documents': ({ name, documents, unused }, words) => {
    if (!isMany(documents)) return say`The only document of ${words.name(name)} did not reach a prompt`;
    if (documents === unused) return say`None of the ${words.count(documents)} documents of ${words.name(name)} reached a prompt`;
    return say`${words.count(unused)} of ${words.count(documents)} documents of ${words.name(name)} did not reach a prompt`;
  },
};

/** What is said of a rule that no sentence is known for: its id and its figures, as they are. */
export function plainSentence({ rule, figures }: Insight, words: InsightWords): Sentence {
  const parts: (string | SentencePart)[] = [words.name(rule)];
  for (const [name, value] of Object.entries(figures).slice(0, MOST_FIGURES)) {
    parts.push(parts.length === 1 ? ': ' : ', ', `${words.name(name).text} `, typeof value === 'string' ? words.name(value) : words.number(value));
  }
  return parts;
}

const MOST_FIGURES = 8;

const isMany = (value: InsightFigure): boolean => typeof value === 'number' && value !== 1;

/** Time, tokens and money, as far as there are any. */
function amounts(words: InsightWords, time: InsightFigure, tokens: InsightFigure, cost: InsightFigure, currency?: InsightFigure): Sentence {
  const known: Sentence[] = [];
  if (isSome(time)) known.push([words.duration(time)]);
  if (isSome(tokens)) known.push([words.count(tokens), tokens === 1 ? ' token' : ' tokens']);
  if (isSome(cost)) known.push([words.money(cost, currency)]);
  return known.flatMap((amount, nth) => (nth === 0 ? amount : [nth === known.length - 1 ? ' and ' : ', ', ...amount]));
}

const isSome = (value: InsightFigure): boolean => typeof value === 'number' && value > 0;

function after(text: string, sentence: Sentence): Sentence {
  return sentence.length === 0 ? [] : [text, ...sentence];
}
