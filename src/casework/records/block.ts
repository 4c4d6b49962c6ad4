import { done, type Outcome, refused } from '../../instruments/outcome.ts'

/** Something that stands in the way of a step: a code the screen has a sentence for, and the figures in it. */
export interface Block<Code extends string = string> {
  code: Code
  detail?: Record<string, string | number>
}

/** A list with one block when `stands`, else none. */
export const blockIf = <Code extends string>(
  stands: boolean,
  code: Code,
  detail?: Record<string, string | number>,
): Block<Code>[] => (stands ? [detail === undefined ? { code } : { code, detail }] : [])

/** The value where nothing stands in the way; refused with the first block else. */
export function unlessBlocked<T>(blocks: readonly Block[], value: () => T): Outcome<T> {
  const [first] = blocks
  if (first === undefined) return done(value())
  return refused(first.code, first.detail === undefined ? {} : { detail: first.detail })
}
