import { defaultKdf, type KdfParameters, kdfCeiling, kdfFloor } from './key-derivation.ts'

/** What a derivation took, in ms. */
export interface DerivationCost {
  kdf: KdfParameters
  time: number
}

/** How long deriving may keep a person waiting, in ms: no less, for a thief's sake, and no more, for theirs. */
const derivationTime = { least: 800, most: 1500 }

/** Memory in KiB, dearest first: the most of all only on machines that have plenty. */
const plentyFrom = 8
const plenty = 256 * 1024
const memories = [defaultKdf.memorySize, 96 * 1024, kdfFloor.memorySize]

const workOf = ({ memorySize, iterations }: KdfParameters): number => memorySize * iterations

/**
 * Parameters that take this machine 0.8 to 1.5 s, worked out from one derivation that was timed: as much memory as fits,
 * then passes. A machine too slow for the floor gets the floor. `memory`: what it has, in GiB.
 */
export const kdfFor = ({ kdf, time }: DerivationCost, memory: number | undefined): KdfParameters => {
  const { parallelism, iterations: fewest } = defaultKdf
  const pace = time / workOf(kdf)
  const takes = (memorySize: number, iterations: number) => pace * memorySize * iterations
  const candidates = memory !== undefined && memory >= plentyFrom ? [plenty, ...memories] : memories
  const memorySize =
    candidates.find((size) => takes(size, fewest) <= derivationTime.most) ?? kdfFloor.memorySize
  let iterations = fewest
  while (iterations < kdfCeiling.iterations && takes(memorySize, iterations) < derivationTime.least)
    iterations += 1
  return { memorySize, iterations, parallelism }
}

/** Finds what this machine can bear, by one derivation at the default cost. */
export const calibrateKdf = async (
  measure: (kdf: KdfParameters) => Promise<number>,
  memory: number | undefined,
): Promise<KdfParameters> => kdfFor({ kdf: defaultKdf, time: await measure(defaultKdf) }, memory)

/** What a wrap should cost from now on, if that is more than it does; null when it stays. Nothing is ever lowered. */
export const raisedKdf = (kdf: KdfParameters, today: KdfParameters): KdfParameters | null => {
  const raised = {
    memorySize: Math.max(kdf.memorySize, today.memorySize),
    iterations: Math.max(kdf.iterations, today.iterations),
    parallelism: kdf.parallelism,
  }
  return workOf(raised) > workOf(kdf) && workOf(raised) <= workOf(today) ? raised : null
}
