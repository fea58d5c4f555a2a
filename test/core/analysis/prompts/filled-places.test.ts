import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filledPlaces } from '../../../../src/core/analysis/prompts/filled-places.ts';
import { templateSlots } from '../../../../src/core/analysis/prompts/template-slots.ts';
import type { Message } from '../../../../src/core/model/content/content.ts';
import type { PromptTemplate, TemplateFormat } from '../../../../src/core/model/content/prompt-template.ts';

const named = (text: string, format: TemplateFormat | null, ...known: string[]) => templateSlots(text, format, new Set(known)).map(({ from, to, variable }) => [text.slice(from, to), variable]);

describe('the places of variables', () => {
  test.each<[string, TemplateFormat | null, [string, string][]]>([
    ['Hi {name}, {{not this}} {n:.2f} {user.id!r}', 'f-string', [['{name}', 'name'], ['{n:.2f}', 'n'], ['{user.id!r}', 'user']]],
    ['Hi {{name}} {{#list}}{{{raw}}}{{/list}} {x}', 'mustache', [['{{name}}', 'name'], ['{{#list}}', 'list'], ['{{{raw}}}', 'raw'], ['{{/list}}', 'list']]],
    ['Hi {{ name | upper }} {% if x %} {{ user.name }}', 'jinja2', [['{{ name | upper }}', 'name'], ['{{ user.name }}', 'user']]],
    ['Answer in JSON: {"a": 1}. {{ x }} {name} { name }', null, [['{name}', 'name'], ['{ name }', 'name']]],
  ])('%s', (text, format, expected) => {
    expect(named(text, format, 'name')).toEqual(expected);
  });

  test('are found in one pass, whatever the braces', () => {
    for (const text of ['{'.repeat(200_000), '{a'.repeat(100_000), '}'.repeat(200_000), '{{{'.repeat(70_000)]) {
      for (const format of ['f-string', 'mustache', 'jinja2', null] as const) expect(templateSlots(text, format, new Set(['a']))).toEqual([]);
    }
    expect(templateSlots('{a}'.repeat(20_000), 'f-string', new Set())).toHaveLength(10_000);
  });
});

const prompt = (template: string, variables: Record<string, unknown>, format: TemplateFormat | null = 'f-string'): PromptTemplate =>
  ({ template: template === '' ? [] : [{ type: 'text', role: null, text: template }], format, variables, name: null, version: null });
const said = (...texts: string[]): Message[] => texts.map((text) => ({ side: 'input', role: 'user', name: null, id: null, parts: [{ type: 'text', text }] }));
const found = (given: PromptTemplate, messages: readonly Message[]) =>
  filledPlaces(given, messages).map(({ variable, message, from, to }) => [variable, message, (messages[message]!.parts[0] as { text: string }).text.slice(from, to)]);

describe('values in a prompt', () => {
  test('stand where the template has them, even if the same words stand elsewhere', () => {
    expect(found(prompt('a {x} of {{y}}: {y} {x}', { x: 'a', y: 7 }), said('none', 'a a of {y}: 7 a'))).toEqual([['x', 1, 'a'], ['y', 1, '7'], ['x', 1, 'a']]);
  });

  test('are looked for if the template is not known, or the text is another, and are long enough', () => {
    expect(found(prompt('', { long: 'a long value', short: 'no' }), said('here is a long value, no?'))).toEqual([['long', 0, 'a long value']]);
    expect(found(prompt('Q: {long}', { long: 'a long value' }), said('changed: a long value'))).toEqual([['long', 0, 'a long value']]);
    expect(found(prompt('{x}', { x: { an: 'object' }, y: 'a' }), said('[object Object]'))).toEqual([]);
  });

  test('any template that is filled in is found again', () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const literal = fc.string().map((text) => text.replaceAll(/[{}]/g, ''));
    fc.assert(fc.property(fc.array(fc.tuple(literal, name)), fc.record({ a: fc.string({ minLength: 1 }), b: fc.string({ minLength: 1 }), c: fc.string({ minLength: 1 }) }), (pieces, values) => {
      const template = pieces.map(([text, variable]) => `${text}{${variable}}`).join('');
      const text = pieces.map(([before, variable]) => before + values[variable as 'a']).join('');
      expect(found(prompt(template, values), said(text)).map(([variable, , value]) => [variable, value])).toEqual(template === '' ? [] : pieces.map(([, variable]) => [variable, values[variable as 'a']]));
    }));
  });
});
