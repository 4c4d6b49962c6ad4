import { z } from 'zod'
import { daySchema } from '../../casework/records/values.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { signCompact } from '../compact-jws.ts'
import { refuse } from '../refusals.ts'
import { readStatement, type StatementKind } from '../signed-statement.ts'
import { key32Schema, type UnitKeys } from '../unit-keys.ts'
import type { KeyStanding } from './key-standing.ts'

const keyListSchema = z.strictObject({
  format: z.literal('anxin-key-list/1'),
  county: z.string().regex(/^\d{6}$/),
  issued: daySchema,
  keys: z
    .array(
      z.strictObject({
        kid: key32Schema,
        unit: z.string().regex(/^\d{9}$/),
        signing: key32Schema,
        chain: key32Schema,
        lastDay: daySchema.nullable(),
        lastArrival: daySchema.nullable(),
        revoked: daySchema.nullable(),
      }),
    )
    .max(20_000),
})

const keyList: StatementKind<z.infer<typeof keyListSchema>> = {
  type: 'application/anxin-key-list+jws',
  schema: keyListSchema,
  maxSize: 10_000_000,
  limits: { depth: 4, keys: 150_000, values: 150_000 },
}

/** Writes the keys of all a county's rooms, with their standing: what its packages can be verified by elsewhere. */
export async function writeKeyList(
  { county, issued, keys }: { county: string; issued: string; keys: ReadonlyMap<string, KeyStanding> },
  signer: Pick<UnitKeys, 'signing'>,
): Promise<{ name: string; bytes: Uint8Array }> {
  const said = keyListSchema.parse({
    format: 'anxin-key-list/1',
    county,
    issued,
    keys: [...keys]
      .map(([kid, standing]) => ({ kid, ...standing }))
      .toSorted((a, b) => (`${a.unit} ${a.kid}` < `${b.unit} ${b.kid}` ? -1 : 1)),
  })
  const text = await signCompact(JSON.stringify(said), keyList.type, signer.signing)
  return { name: `${county}.anxin-key-list`, bytes: new TextEncoder().encode(text) }
}

/** Reads a county's list of keys. `counties`: their signing keys, by thumbprint. */
export async function readKeyList(
  bytes: Uint8Array,
  counties: ReadonlyMap<string, { unit: string; signing: string }>,
): Promise<Outcome<{ county: string; issued: string; keys: Map<string, KeyStanding> }>> {
  const read = await readStatement(bytes, keyList, counties)
  if (!read.ok) return read
  const { said, kid: signer } = read.value
  const { county, issued, keys } = said
  if (counties.get(signer)?.unit !== county) return refuse('WRONG_UNIT', { at: county })
  const foreign = keys.find(({ unit }) => unit.slice(0, 6) !== county)
  if (foreign) return refuse('NOT_OUR_COUNTY', { at: foreign.unit })
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length)
    return refuse('STATEMENT_INVALID', { at: 'keys' })
  return done({ county, issued, keys: new Map(keys.map(({ kid, ...standing }) => [kid, standing])) })
}
