import { calibrateKdf, type DerivationCost, kdfFor } from '../../vault/keys/kdf-calibration.ts'
import { type KdfParameters, measureDerivation } from '../../vault/keys/key-derivation.ts'

/** What stretching a passphrase costs here: when one is made, and from when one was used on. */
export interface KdfPolicy {
  forNew(): Promise<KdfParameters>
  kdfFor?: (cost: DerivationCost) => KdfParameters
}

export const fixedKdf = (kdf: KdfParameters): KdfPolicy => ({ forNew: async () => kdf })

/** Memory of this machine in GiB, where it tells. */
const memory = (): number | undefined =>
  'deviceMemory' in navigator && typeof navigator.deviceMemory === 'number'
    ? navigator.deviceMemory
    : undefined

/** As much as this machine can bear. */
export const machineKdf: KdfPolicy = {
  forNew: () => calibrateKdf(measureDerivation, memory()),
  kdfFor: (cost) => kdfFor(cost, memory()),
}
