/** Which plans take up which problems. */
import type { Plan, Problem } from 'fachi';

export interface Linked {
  /** Each problem with the plans that take it up; none is news. */
  problems: { problem: Problem; plans: Plan[] }[];
  /** Plans that take up no problem. */
  others: Plan[];
}

export function linked(problems: readonly Problem[], plans: readonly Plan[]): Linked {
  const answers = new Map<string, Plan[]>();
  const known = new Set(problems.map(({ id }) => id));
  for (const plan of plans) for (const id of plan.answers) answers.set(id, [...(answers.get(id) ?? []), plan]);
  return {
    problems: problems.map((problem) => ({ problem, plans: answers.get(problem.id) ?? [] })),
    others: plans.filter((plan) => !plan.answers.some((id) => known.has(id))),
  };
}
