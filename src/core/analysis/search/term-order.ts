import type { Complaints } from './complaints.ts';
import { QUERY_OPERATORS, type TextRange } from './query.ts';
import type { OperatorToken } from './token.ts';

const { and, or, not, nothing } = QUERY_OPERATORS;

/**
 * Brings terms and operators into postfix order as they come (Dijkstra's shunting yard). The open operators are a list,
 * not the stack of calls, so that no depth of parentheses is too much.
 */
export class TermOrder {
  /** Places of terms, and operators after what they join. */
  readonly order: number[] = [];
  readonly #open: OperatorToken[] = [];
  readonly #complaints: Complaints;
  #parentheses = 0;
  #isOperandNext = true;

  constructor(complaints: Complaints) {
    this.#complaints = complaints;
  }

  /** Whether a NOT stands right before the next term. */
  get isNegated(): boolean {
    return this.#isOperandNext && this.#open.at(-1)?.type === 'not';
  }

  addTerm(term: number, place: TextRange): void {
    this.#beginOperand(place);
    this.order.push(term);
    this.#finishOperand();
  }

  addOperator(token: OperatorToken): void {
    if (token.type === 'and' || token.type === 'or') this.#addBinary(token);
    else if (token.type === 'close') this.#addClose(token);
    else this.#addPrefix(token);
  }

  /** Closes what is still open. */
  end(): void {
    this.#supplyOperand();
    this.#reduce(true);
    for (let token = this.#open.pop(); token !== undefined; token = this.#open.pop()) {
      this.#complaints.add('unclosed-parenthesis', token, 'The parenthesis has no end, so it is closed at the end of the query. Close it with ).');
      this.#finishOperand();
      this.#reduce(true);
    }
  }

  #addBinary(token: OperatorToken): void {
    if (this.#isOperandNext) {
      this.#complainOf(token);
      return;
    }
    this.#reduce(token.type === 'or');
    this.#open.push(token);
    this.#isOperandNext = true;
  }

  #addPrefix(token: OperatorToken): void {
    this.#beginOperand(token);
    if (token.type === 'open') this.#parentheses++;
    // Two NOTs are none.
    if (token.type === 'not' && this.#open.at(-1)?.type === 'not') this.#open.pop();
    else this.#open.push(token);
  }

  #addClose(token: OperatorToken): void {
    if (this.#parentheses === 0) {
      this.#complaints.add('unexpected-parenthesis', token, 'Nothing is open that this parenthesis could close, so it is left out. Remove it, or put it in quotes.');
      return;
    }
    this.#supplyOperand();
    this.#reduce(true);
    this.#open.pop();
    this.#parentheses--;
    this.#finishOperand();
  }

  /** Between two operands without an operator there is an AND; a complaint of it stands at what made it needed. */
  #beginOperand({ from, to }: TextRange): void {
    if (!this.#isOperandNext) this.#addBinary({ type: 'and', from, to });
  }

  #finishOperand(): void {
    if (this.#open.at(-1)?.type === 'not') {
      this.#open.pop();
      this.order.push(not);
    }
    this.#isOperandNext = false;
  }

  /** Puts nothing where a term is missing, before a parenthesis or the end. */
  #supplyOperand(): void {
    const top = this.#open.at(-1);
    if (!this.#isOperandNext || top === undefined) return;
    if (top.type !== 'open') this.#complainOf(top);
    this.order.push(nothing);
    this.#finishOperand();
  }

  /** Joins what binds as tightly as AND, or as OR, down to the open parenthesis. */
  #reduce(isDownToOr: boolean): void {
    for (let top = this.#open.at(-1); top !== undefined; top = this.#open.at(-1)) {
      if (top.type !== 'and' && !(isDownToOr && top.type === 'or')) return;
      this.order.push(top.type === 'and' ? and : or);
      this.#open.pop();
    }
  }

  #complainOf(token: OperatorToken): void {
    const sentence = token.type === 'not' ? 'NOT needs a term after it' : `${token.type.toUpperCase()} needs a term on both sides`;
    this.#complaints.add('missing-term', token, `${sentence} and there is none, so it is left out. Write one there, or put the word in quotes.`);
  }
}
