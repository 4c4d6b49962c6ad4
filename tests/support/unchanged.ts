import { expect } from 'vitest'

/** Does this, and holds that what is stored is to the letter what it was before. `stored`: a hash, or several by name. */
export const unchanged = async <Result>(
  stored: () => Promise<unknown>,
  work: () => Promise<Result>,
): Promise<Result> => {
  const before = await stored()
  const result = await work()
  expect(await stored()).toEqual(before)
  return result
}
