import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrateKdf, kdfFor, raisedKdf } from '../../../src/vault/keys/kdf-calibration.ts'
import {
  checkKdf,
  defaultKdf,
  type KdfParameters,
  kdfCeiling,
  kdfFloor,
} from '../../../src/vault/keys/key-derivation.ts'

const MiB = 1024
const inMiB = ({ memorySize, iterations, parallelism }: KdfParameters) => [
  memorySize / MiB,
  iterations,
  parallelism,
]

describe('what a machine can bear', () => {
  test.each<[string, number, number | undefined, number[]]>([
    ['with plenty of memory', 550, 8, [256, 3, 1]],
    ['with plenty of memory, and fast', 300, 16, [256, 4, 1]],
    ['with plenty of memory, and slow', 900, 8, [128, 3, 1]],
    ['with little memory', 550, 4, [128, 5, 1]],
    ['of unknown memory', 550, undefined, [128, 5, 1]],
    ['as it should be', 1000, 4, [128, 3, 1]],
    ['rather slow', 1900, 4, [96, 3, 1]],
    ['very slow', 2900, 4, [64, 3, 1]],
    ['hopelessly slow', 60_000, 8, [64, 3, 1]],
    ['impossibly fast', 0, 8, [256, 10, 1]],
  ])('%s', async (_, time, memory, expected) => {
    const asked: KdfParameters[] = []
    const measure = async (kdf: KdfParameters) => {
      asked.push(kdf)
      return time
    }
    expect(inMiB(await calibrateKdf(measure, memory))).toEqual(expected)
    expect(asked).toEqual([defaultKdf])
  })

  test('is always allowed, and takes 0.8 to 1.5 s unless floor or ceiling stand against it', () => {
    const machines = fc.record({
      pace: fc.double({ min: 1e-5, max: 1, noNaN: true }),
      memory: fc.option(fc.constantFrom(0.5, 2, 4, 8, 32), { nil: undefined }),
      kdf: fc.constantFrom(kdfFloor, defaultKdf, { ...defaultKdf, memorySize: 256 * MiB, iterations: 4 }),
    })
    fc.assert(
      fc.property(machines, ({ pace, memory, kdf }) => {
        const given = kdfFor({ kdf, time: pace * kdf.memorySize * kdf.iterations }, memory)
        checkKdf(given)
        const takes = pace * given.memorySize * given.iterations
        if (takes > 1501) expect(given).toEqual(kdfFloor)
        if (takes < 799) expect(given.iterations).toBe(kdfCeiling.iterations)
      }),
    )
  })
})

describe('a wrap that costs less than it should by now', () => {
  const raise = (from: [number, number], today: [number, number]) => {
    const kdf = (memory: number, iterations: number) => ({
      memorySize: memory * MiB,
      iterations,
      parallelism: 1,
    })
    const raised = raisedKdf(kdf(...from), kdf(...today))
    return raised && inMiB(raised)
  }

  test.each<[string, [number, number], [number, number], number[] | null]>([
    ['is raised', [64, 3], [128, 5], [128, 5, 1]],
    ['is raised in passes alone', [128, 3], [128, 4], [128, 4, 1]],
    ['is left as dear as it is', [256, 3], [128, 3], null],
    ['is left when nothing changed', [128, 3], [128, 3], null],
    ['is not raised beyond what the machine can bear', [128, 8], [256, 4], null],
  ])('%s', (_, from, today, expected) => {
    expect(raise(from, today)).toEqual(expected)
  })
})
