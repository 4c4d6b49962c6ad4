import { type Command, type ExitCode, WrongArguments } from './command.ts'

/** What a county desk does at the terminal, each in a file of its own. */
const actions: Record<string, () => Promise<Command>> = {
  import: () => import('./county/import.ts'),
  totals: () => import('./county/totals.ts'),
  completeness: () => import('./county/completeness.ts'),
  units: () => import('./county/units.ts'),
  move: () => import('./county/move.ts'),
}

/** `county import|totals|completeness|units|move …`: the county desk without a screen. */
export const run = async ([action = '', ...args]: string[]): Promise<ExitCode> => {
  const load = Object.hasOwn(actions, action) ? actions[action] : undefined
  if (load === undefined) throw new WrongArguments()
  return (await load()).run(args)
}
