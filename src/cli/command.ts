import { type ParseArgsOptionDescriptor, parseArgs } from 'node:util'
import type { Refusal } from '../instruments/outcome.ts'

/** Done · something asked for was refused · the command line itself was wrong. */
export type ExitCode = 0 | 1 | 2

/** What every command's file exports: takes the words after the command's name. */
export interface Command {
  /** Throws `WrongArguments` for words it does not take, before anything is read or written. */
  run(args: string[]): Promise<ExitCode>
}

/** The words after a command's name are none it takes. */
export class WrongArguments extends Error {
  readonly code = 'WRONG_ARGUMENTS'
  override readonly name = 'WrongArguments'
}

/** Options and other words of a command line, as far as these are known. Throws `WrongArguments` for any other. */
export function wordsOf<Options extends Record<string, ParseArgsOptionDescriptor>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (cause) {
    throw new WrongArguments('', { cause })
  }
}

/** The one word besides its options that a command takes. Throws `WrongArguments` when there are none or more. */
export function onlyWord([word, ...more]: readonly string[]): string {
  if (word === undefined || more.length > 0) throw new WrongArguments()
  return word
}

/** Refusals go to standard error, one JSON line each. */
export const reportRefusals = (refusals: Refusal[]): void => {
  for (const refusal of refusals) console.error(JSON.stringify(refusal))
}

/** Says why it was not done. */
export function refuse(refusal: Refusal): 1 {
  reportRefusals([refusal])
  return 1
}
