import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { errorsOf, expressionOf } from './expression.ts';

describe('what is understood', () => {
  test.each<[text: string, expression: string]>([
    // Words and phrases.
    ['', ''],
    ['   ', ''],
    ['foo', '"foo"'],
    ['Foo BAR', '(and "foo" "bar")'],
    ['"foo bar"', '"foo bar"'],
    ['"Say \\"hi\\" \\\\ now"', '"say \\"hi\\" \\\\ now"'],
    ['"C:\\temp"', '"c:\\\\temp"'],
    ['"a"b', '(and "a" "b")'],
    ['5"', '"5\\""'],
    ['**bold**', '"**bold**"'],
    ['ΣΊΣΥΦΟΣ', '"σίσυφοσ"'],
    ['東京 naïve', '(and "東京" "naïve")'],
    ['https://example.com/a?b=c', '"https://example.com/a?b=c"'],
    ['12:30', '"12:30"'],
    [':foo', '":foo"'],
    ['-', '"-"'],
    ['--flag', '"--flag"'],
    ['a-b', '"a-b"'],
    ['and or not', '(and (and "and" "or") "not")'],
    ['"AND"', '"and"'],

    // How terms are joined.
    ['a AND b', '(and "a" "b")'],
    ['a OR b', '(or "a" "b")'],
    ['a b OR c d', '(or (and "a" "b") (and "c" "d"))'],
    ['a OR b c', '(or "a" (and "b" "c"))'],
    ['a OR b OR c', '(or (or "a" "b") "c")'],
    ['a (b OR c) d', '(and (and "a" (or "b" "c")) "d")'],
    ['((a))', '"a"'],
    ['foo(bar)', '(and "foo" "bar")'],
    ['NOT a', '(not "a")'],
    ['-a', '(not "a")'],
    ['-"a b"', '(not "a b")'],
    ['NOT a b', '(and (not "a") "b")'],
    ['a NOT b', '(and "a" (not "b"))'],
    ['a AND NOT b OR -c', '(or (and "a" (not "b")) (not "c"))'],
    ['NOT NOT a', '"a"'],
    ['NOT -a', '"a"'],
    ['NOT NOT NOT a', '(not "a")'],
    ['-(a OR b)', '(not (or "a" "b"))'],
    ['NOT (a b) c', '(and (not (and "a" "b")) "c")'],
    ['NOT (NOT a)', '(not (not "a"))'],
    ['a () b', '(and (and "a" nothing) "b")'],

    // Fields and their names.
    ['kind:llm', 'kind="llm"'],
    ['run_type:LLM', 'kind="llm"'],
    ['KIND:Tool', 'kind="tool"'],
    ['status:pending', 'status="running"'],
    ['name:search_docs', 'name="search_docs"'],
    ['name:"search docs"', 'name="search docs"'],
    ['name:""', 'name=""'],
    ['-tags:beta', '(not tag="beta")'],
    ['NOT tag:beta', '(not tag="beta")'],
    ['model:gpt-4.1 provider:openai', '(and model="gpt-4.1" provider="openai")'],
    ['parent_run_id:abc', 'parent_id="abc"'],
    ['hidden:yes -hidden:false', '(and hidden="true" (not hidden="false"))'],
    ['name:http://x', 'name="http://x"'],
    ['name:a:b', 'name="a:b"'],
    ['source_kind:RunnableSequence', 'source_kind="runnablesequence"'],

    // Parts of texts, wildcards, anything.
    ['name:~Doc', 'name~"doc"'],
    ['name:~"a b"', 'name~"a b"'],
    ['name:~a*b', 'name~"a*b"'],
    ['name:search*', 'name=search*'],
    ['name:*_tool', 'name=*_tool'],
    ['name:*Tool*', 'name~"tool"'],
    ['name:*a*b*', 'name=*a*b*'],
    ['name:a**B', 'name=a*b'],
    ['name:"a*"', 'name="a*"'],
    ['error:*', 'error=any'],
    ['-error:*', '(not error=any)'],
    ['error:timeout', 'error~"timeout"'],
    ['error:*Error', 'error=*error'],
    ['error:"*"', 'error~"*"'],
    ['latency:*', 'latency=any'],

    // Figures.
    ['latency:>2', 'latency(2000..]'],
    ['latency:>=2s', 'latency[2000..]'],
    ['latency:<150ms', 'latency[..150)'],
    ['duration:<=1m30s', 'latency[..90000]'],
    ['first_token_time:>1.1s', 'first_token(1100..]'],
    ['start:<2h', 'start[..7200000)'],
    ['latency:250us', 'latency=0.25'],
    ['latency:[10 TO 20]', 'latency[10000..20000]'],
    ['latency:{10 TO 20}', 'latency(10000..20000)'],
    ['latency:[10ms TO 20ms}', 'latency[10..20)'],
    ['latency:{10ms to 20ms]', 'latency(10..20]'],
    ['latency:[ 1s  TO * ]', 'latency[1000..]'],
    ['latency:[* TO 1s]', 'latency[..1000]'],
    ['tokens:>1k', 'tokens(1000..]'],
    ['total_tokens:1.5M', 'tokens=1500000'],
    ['prompt_tokens:[1K TO 2k]', 'input_tokens[1000..2000]'],
    ['completion_tokens:0', 'output_tokens=0'],
    ['cost:>$0.02', 'cost(0.02..]'],
    ['total_cost:>=1e-3', 'cost[0.001..]'],
    ['input_cost:<.5 output_cost:>"0.5"', '(and input_cost[..0.5) output_cost(0.5..])'],
    ['depth:0', 'depth=0'],
    ['latency:>*', 'latency=any'],

    // Paths.
    ['input:Paris', 'input~"paris"'],
    ['inputs.city:Paris', 'input/city="paris"'],
    ['output.messages[0].content:~hi', 'output/messages/0/content~"hi"'],
    ['output.messages.0.content:*', 'output/messages/0/content=any'],
    ['metadata.gen_ai.system:openai', 'metadata/gen_ai/system="openai"'],
    ['metadata."a key":x', 'metadata/a key="x"'],
    ['metadata.größe:>3', 'metadata/größe(3..]'],
    ['metadata.date:>=2026-01-01', 'metadata/date[2026-01-01..]'],
    ['metadata.n:5', 'metadata/n=5'],
    ['metadata.v:[1 TO b]', 'metadata/v[1..b]'],
    ['feedback:helpful', 'feedback="helpful"'],
    ['feedback.helpful:*', 'feedback/helpful=any'],
    ['feedback.user.rating.score:>=0.5', 'feedback/user/rating/score[0.5..]'],
    ['feedback.helpful.comment:"too long"', 'feedback/helpful/comment~"too long"'],
    ['feedback.helpful.value:yes', 'feedback/helpful/value="yes"'],
    ['event:new_token event.token:a', '(and event="new_token" event/token="a")'],
  ])('%s', (text, expression) => {
    const query = parseQuery(text);
    expect(expressionOf(query)).toBe(expression);
    expect(errorsOf(query)).toBe('');
    expect(query.text).toBe(text);
  });
});

describe('what is not understood, and what is left', () => {
  test.each<[text: string, expression: string, errors: string]>([
    ['nmae:foo bar', '(and ? "bar")', 'unknown-field@nmae'],
    ['user_id:7', '?', 'unknown-field@user_id'],
    ['name.first:x', '?', 'unknown-field@name.first'],
    ['kind:', '?', 'missing-value@kind:'],
    ['kind: llm', '(and ? "llm")', 'missing-value@kind:'],
    ['kind:(llm OR tool)', '(and ? (or "llm" "tool"))', 'missing-value@kind:'],
    ['latency:>', '?', 'missing-value@latency:>'],
    ['name:~', '?', 'missing-value@name:~'],
    ['name:~""', '?', 'missing-value@""'],
    ['""', '?', 'missing-value@""'],
    ['kind:lmm', '?', 'unknown-value@lmm'],
    ['status:sucess a', '(and ? "a")', 'unknown-value@sucess'],
    ['hidden:maybe', '?', 'unknown-value@maybe'],
    ['latency:>soon', '?', 'not-a-figure@soon'],
    ['latency:>2 s', '(and latency(2000..] "s")', ''],
    ['latency:>2parsecs', '?', 'not-a-figure@2parsecs'],
    ['latency:1.2.3', '?', 'not-a-figure@1.2.3'],
    ['tokens:>2s', '?', 'not-a-figure@2s'],
    ['tokens:many', '?', 'not-a-figure@many'],
    ['depth:1e999', '?', 'not-a-figure@1e999'],
    ['latency:[1 TO x]', '?', 'not-a-figure@x'],
    ['latency:[1 2]', '?', 'not-a-range@[1 2]'],
    ['latency:[1 TO 2', '?', 'not-a-range@[1 TO 2'],
    ['latency:[]', '?', 'not-a-range@[]'],
    ['name:[a TO b]', '?', 'not-comparable@[a TO b]'],
    ['name:>a', '?', 'not-comparable@a'],
    ['input:>3', '?', 'not-comparable@3'],
    ['latency:~2', '?', 'not-comparable@2'],
    ['hidden:~t', '?', 'not-comparable@t'],
    ['"foo', '"foo"', 'unclosed-quote@"foo'],
    ['a "foo bar', '(and "a" "foo bar")', 'unclosed-quote@"foo bar'],
    ['name:"foo', 'name="foo"', 'unclosed-quote@"foo'],
    ['(a b', '(and "a" "b")', 'unclosed-parenthesis@('],
    ['a (', '(and "a" nothing)', 'unclosed-parenthesis@('],
    ['-(a OR (b', '(not (or "a" "b"))', 'unclosed-parenthesis@( unclosed-parenthesis@('],
    ['a) b', '(and "a" "b")', 'unexpected-parenthesis@)'],
    ['a AND', '(and "a" nothing)', 'missing-term@AND'],
    ['OR a', '"a"', 'missing-term@OR'],
    ['a AND OR b', '(and "a" "b")', 'missing-term@OR'],
    ['a NOT', '(and "a" (not nothing))', 'missing-term@NOT'],
    ['(a OR) b', '(and (or "a" nothing) "b")', 'missing-term@OR'],
    ['-nope:1', '(not ?)', 'unknown-field@nope'],
  ])('%s', (text, expression, errors) => {
    const query = parseQuery(text);
    expect(expressionOf(query)).toBe(expression);
    expect(errorsOf(query)).toBe(errors);
  });

  test.each<[text: string, suggestion: string | null]>([
    ['nmae:x', 'name'],
    ['Latencyy:>2', 'latency'],
    ['inptu.city:x', 'input.city'],
    ['run_tpye:llm', 'run_type'],
    ['name.first:x', 'name'],
    ['user_id:7', null],
    [`${'x'.repeat(99)}:7`, null],
    ['kind:lmm', 'llm'],
    ['status:sucess', 'success'],
    ['kind:banana', null],
  ])('%s: what could be meant', (text, suggestion) => {
    expect(parseQuery(text).errors.map((error) => error.suggestion)).toEqual([suggestion]);
  });

  test('messages say what is wrong and what to do', () => {
    expect(parseQuery('nmae:x').errors[0]!.message).toBe('There is no field “nmae”, so this is left out. Did you mean name?');
    expect(parseQuery('user_id:7').errors[0]!.message).toBe('There is no field “user_id”, so this is left out. For metadata write metadata.user_id:…, and for text put it in quotes.');
    expect(parseQuery('latency:>soon').errors[0]!.message).toBe('“soon” is not a figure that can be compared. Write it as 2s, 150ms or 1m30s.');
  });
});
