import { QUERY_OPERATORS } from './query.ts';
import type { QueryTree } from './query-tree.ts';

/**
 * A query as steps over one truth value, without a stack: `term` sets it, `not` turns it, and the jumps leave out what
 * can't change it any more.
 */
export interface Program {
  readonly steps: readonly Step[];
  /** The term to ask, or the step to jump to. One entry a step. */
  readonly operands: readonly number[];
}

/** What a step does. */
export type Step = 'term' | 'not' | 'jump-if-true' | 'jump-if-false';

type Task = { readonly visit: number } | { readonly jump: Step; readonly next: number } | { readonly land: number } | 'not';

/**
 * Writes the program of a tree. Of two operands the cheaper comes first, whichever the person wrote first.
 *
 * @param costs how dear each term is, by its place in the query
 */
export function programOf({ nodes, left, right, root }: QueryTree, costs: readonly number[]): Program {
  const { and, or, not } = QUERY_OPERATORS;
  const steps: Step[] = [];
  const operands: number[] = [];
  const add = (step: Step, operand: number): number => {
    operands.push(operand);
    return steps.push(step) - 1;
  };
  // Operands come before their operators, so one pass knows what is dearest inside of each.
  const dearest: number[] = [];
  for (const [at, node] of nodes.entries()) dearest.push(node >= 0 ? (costs[node] ?? 0) : Math.max(dearest[left[at]!]!, dearest[right[at]!] ?? 0));

  const tasks: Task[] = root === -1 ? [] : [{ visit: root }];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    if (task === 'not') {
      add('not', -1);
    } else if ('jump' in task) {
      tasks.push({ land: add(task.jump, -1) }, { visit: task.next });
    } else if ('land' in task) {
      operands[task.land] = steps.length;
    } else {
      const node = nodes[task.visit]!;
      const first = left[task.visit]!;
      const second = right[task.visit]!;
      if (node === not) {
        tasks.push('not', { visit: first });
      } else if (node === and || node === or) {
        const isSwapped = dearest[second]! < dearest[first]!;
        tasks.push({ jump: node === and ? 'jump-if-false' : 'jump-if-true', next: isSwapped ? first : second }, { visit: isSwapped ? second : first });
      } else {
        add('term', node);
      }
    }
  }
  shorten(steps, operands);
  return { steps, operands };
}

/** Lets jumps that land on others go where those lead: of a thousand conditions, the first one decides at once. */
function shorten(steps: readonly Step[], operands: number[]): void {
  for (let at = steps.length - 1; at >= 0; at--) {
    if (!isJump(steps[at])) continue;
    let goal = operands[at]!;
    while (isJump(steps[goal])) goal = steps[goal] === steps[at] ? operands[goal]! : goal + 1;
    operands[at] = goal;
  }
}

function isJump(step: Step | undefined): boolean {
  return step === 'jump-if-true' || step === 'jump-if-false';
}
