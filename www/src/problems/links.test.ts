// Problems and the plans that take them up.
import type { Plan, Problem } from 'fachi';
import { expect, it } from 'vitest';
import { linked } from './links';

const problem = (id: string) => ({ id, span: { start: 0, end: 1 }, text: id, area: null }) as Problem;
const plan = (id: string, ...answers: string[]) => ({ ...problem(id), answers }) as Plan;

it('puts plans under the problems that they take up, and keeps what stands alone on both sides', () => {
  const plans = [plan('n1', 'p1', 'p2'), plan('n2', 'p1'), plan('n3'), plan('n4', 'p99')];
  const { problems, others } = linked([problem('p1'), problem('p2'), problem('p3')], plans);
  expect(problems.map((one) => [one.problem.id, one.plans.map(({ id }) => id)])).toEqual([['p1', ['n1', 'n2']], ['p2', ['n1']], ['p3', []]]);
  expect(others.map(({ id }) => id)).toEqual(['n3', 'n4']);
});
