import { QUERY_OPERATORS, type Query, type QueryBound, type QueryTerm } from '../../../../src/core/analysis/search/query.ts';

/** A query as it was understood, in prefix: `(or kind="llm" (not "foo"))`. `?` stands for a term that was not understood. */
export function expressionOf({ order, terms }: Query): string {
  const waiting: string[] = [];
  for (const operator of order) {
    if (operator === QUERY_OPERATORS.not) waiting.push(`(not ${waiting.pop()})`);
    else if (operator === QUERY_OPERATORS.nothing) waiting.push('nothing');
    else if (operator >= 0) waiting.push(termText(terms[operator]!));
    else {
      const right = waiting.pop();
      waiting.push(`(${operator === QUERY_OPERATORS.or ? 'or' : 'and'} ${waiting.pop()} ${right})`);
    }
  }
  return waiting.join(' and also ');
}

/** What was wrong with a query: `code@text`. */
export function errorsOf({ errors, text }: Query): string {
  return errors.map(({ code, from, to }) => `${code}@${text.slice(from, to)}`).join(' ');
}

function termText({ field, path, test }: QueryTerm): string {
  if (test === null) return '?';
  const name = field === null ? '' : [field, ...path].join('/');
  switch (test.type) {
    case 'contains': return field === null ? JSON.stringify(test.text) : `${name}~${JSON.stringify(test.text)}`;
    case 'equals': return `${name}=${test.number ?? JSON.stringify(test.text)}`;
    case 'like': return `${name}=${test.parts.join('*')}`;
    case 'exists': return `${name}=any`;
    case 'between': return `${name}${lowText(test.low)}..${highText(test.high)}`;
  }
}

const lowText = (bound: QueryBound | null): string => (bound === null ? '[' : `${bound.isIncluded ? '[' : '('}${bound.value}`);
const highText = (bound: QueryBound | null): string => (bound === null ? ']' : `${bound.value}${bound.isIncluded ? ']' : ')'}`);
