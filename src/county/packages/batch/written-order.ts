import type { StagedPackage } from './keeping.ts'

/** Unit by unit, each chain in the order it was written, the older chain first: whatever order the files came in. */
export function inWrittenOrder(packages: readonly StagedPackage[]): StagedPackage[] {
  const begun = new Map<string, string>()
  for (const { verified } of packages) {
    const earlier = begun.get(verified.chain)
    const { created } = verified.payload
    if (earlier === undefined || created < earlier) begun.set(verified.chain, created)
  }
  const placeOf = ({ verified: { payload, chain, sha256 } }: StagedPackage): string =>
    [payload.from.unit, begun.get(chain), chain, String(payload.seq).padStart(6, '0'), sha256].join(' ')
  return packages
    .map((one) => ({ one, place: placeOf(one) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ one }) => one)
}
