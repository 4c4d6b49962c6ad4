import { type Outcome, refused } from '../instruments/outcome.ts'
import { codeOf } from './room-error.ts'

type Command = (...args: never[]) => Promise<Outcome<unknown>>

/** Makes commands answer with a refusal where the vault throws a named error, so that the window has one thing to look at. */
export const commands = <Set extends Record<string, Command>>(set: Set): Set =>
  Object.fromEntries(
    Object.entries(set).map(([name, command]) => [
      name,
      async (...args: never[]) => {
        try {
          return await command(...args)
        } catch (problem) {
          const code = codeOf(problem)
          if (code === 'UNEXPECTED') throw problem
          return refused(code)
        }
      },
    ]),
  ) as Set
