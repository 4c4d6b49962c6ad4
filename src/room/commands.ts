import { type Outcome, refused } from '../instruments/outcome.ts'
import { VaultError } from '../vault/errors.ts'
import { codeOf } from './room-error.ts'

type Command = (...args: never[]) => Promise<Outcome<unknown>>

/**
 * Commands of one subject. They run one after the other, in the order they were given, so that none decides by what
 * another is about to change; and they answer with a refusal where a named error is thrown, so that the window has one
 * thing to look at.
 */
export const commands = <Set extends Record<string, Command>>(set: Set): Set => {
  let last: Promise<unknown> = Promise.resolve()
  return Object.fromEntries(
    Object.entries(set).map(([name, command]) => [
      name,
      (...args: never[]) => {
        const given = last.then(() => command(...args)).catch(asRefusal)
        last = given.catch(() => undefined)
        return given
      },
    ]),
  ) as Set
}

const asRefusal = (problem: unknown) => {
  const code = codeOf(problem)
  if (code === 'UNEXPECTED') throw problem
  return refused(code, problem instanceof VaultError && problem.at !== null ? { at: problem.at } : {})
}
