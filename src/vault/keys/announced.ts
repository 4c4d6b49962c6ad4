import { type Domain, domains } from '../../casework/records/record.ts'
import { binding } from '../primitives/binding.ts'
import { type Bytes, toHex } from '../primitives/bytes.ts'
import { verify } from '../primitives/signature.ts'
import type { DomainPublicKey, GenerationRow, HeaderRow } from '../store/database.ts'

/** Who may draw the secret of a generation, with the keys they sign with. */
type Makers = ReadonlyMap<string, readonly Bytes[]>

/** A domain's public keys, the newest first, and the generation that the orders ask for. */
export interface AnnouncedDomain {
  ordered: number
  keys: readonly DomainPublicKey[]
}

export type Announced = ReadonlyMap<Domain, AnnouncedDomain>

/** What somebody signs who drew a new secret. */
export const generationStatement = (
  vaultId: string,
  { domain, generation, publicKey }: DomainPublicKey,
  madeBy: string,
): string => binding('anxin/generation/1', vaultId, domain, generation, toHex(publicKey), madeBy)

const signedByOneOf = async (
  keys: readonly Bytes[],
  statement: string,
  signature: Bytes,
): Promise<boolean> => {
  for (const key of keys) if (await verify(key, statement, signature)) return true
  return false
}

/** The keys that the header announces, and those made since by somebody who was entitled to; `refused` are the others. */
export const announcedKeys = async (
  header: HeaderRow,
  /** By domain, who may make the second generation and each after it. */
  ordered: ReadonlyMap<Domain, readonly Makers[]>,
  rows: readonly GenerationRow[],
): Promise<{ announced: Announced; refused: string[] }> => {
  const refused: string[] = []
  const made: DomainPublicKey[] = []
  for (const { id, domain, generation, publicKey, madeBy, signature } of rows) {
    if (!(publicKey instanceof Uint8Array)) {
      refused.push(`generations.${id}`)
      continue
    }
    const keys = ordered.get(domain)?.[generation - 2]?.get(madeBy) ?? []
    const key = { domain, generation, publicKey }
    if (await signedByOneOf(keys, generationStatement(header.vaultId, key, madeBy), signature)) made.push(key)
    else refused.push(`generations.${id}`)
  }
  const of = (domain: Domain): AnnouncedDomain => ({
    ordered: 1 + (ordered.get(domain)?.length ?? 0),
    keys: [...header.domains, ...made]
      .filter((key) => key.domain === domain)
      .toSorted((a, b) => b.generation - a.generation),
  })
  return { announced: new Map(domains.map((domain) => [domain, of(domain)])), refused }
}

/** The generation of a domain that is sealed with now. */
export const newestGeneration = (announced: Announced, domain: Domain): number =>
  announced.get(domain)?.keys[0]?.generation ?? 1

/** Generations that were ordered and that nobody has made yet. */
export const outstandingGenerations = (announced: Announced): Map<Domain, number> =>
  new Map(
    [...announced]
      .filter(([domain, { ordered }]) => ordered > newestGeneration(announced, domain))
      .map(([domain, { ordered }]) => [domain, ordered]),
  )
