import type { Refusal } from '../instruments/outcome.ts'

/** Done · something asked for was refused · the command line itself was wrong. */
export type ExitCode = 0 | 1 | 2

/** What every command's file exports: takes the words after the command's name. */
export interface Command {
  run(args: string[]): Promise<ExitCode>
}

/** Refusals go to standard error, one JSON line each. */
export const reportRefusals = (refusals: Refusal[]): void => {
  for (const refusal of refusals) console.error(JSON.stringify(refusal))
}
