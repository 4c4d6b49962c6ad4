import { WrongArguments } from './command.ts'

const longest = 3600

/** The seconds that are left of so many asked for, an hour when nothing is. Throws `WrongArguments` for no time at all. */
export function timeLimit(asked: string | undefined): () => number {
  const seconds = Number(asked ?? longest)
  if (!(seconds > 0)) throw new WrongArguments()
  const ends = performance.now() + seconds * 1000
  return () => (ends - performance.now()) / 1000
}
