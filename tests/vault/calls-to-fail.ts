const step = import.meta.env.VITE_ANXIN_LONG ? 1 : 3

/**
 * Which call fails in each turn, counted from 1, until the caller finds none that is still reached: every one in the long run,
 * else the first and every third one, beginning at another for each `place`.
 */
export function* callsToFail(place: number): Generator<number, never> {
  yield 1
  for (let call = 2 + (place % step); ; call += step) yield call
}
