import type { Store } from '../../store/store.ts'
import { takeIn } from '../import-package.ts'
import type { Judgement } from '../judge-package.ts'
import {
  letOut,
  type QuarantineRoom,
  quarantine,
  quarantinedBytes,
  quarantineRoom,
} from '../quarantine/quarantine.ts'
import type { Keeping, StagedPackage } from './keeping.ts'

/** A desk without a vault: the store itself keeps the files, those in quarantine too. Each package is saved by itself. */
export const storeKeeping = (
  store: Store,
  { county, most = quarantineRoom }: { county: string; most?: QuarantineRoom },
): Keeping => ({
  county,
  atOnce: 1,
  queries: async () => store,
  take: (packages) =>
    store.transaction(async (queries) => {
      const judgements: Judgement[] = []
      for (const { verified, bytes, fileSha256, received } of packages) {
        const judgement = await takeIn(queries, verified, received)
        if (judgement.decision === 'new')
          await queries.query('insert into files (county, sha256, bytes) values ($1, $2, $3)', [
            county,
            verified.sha256,
            bytes,
          ])
        if (judgement.decision !== 'refused') await letOut(queries, county, fileSha256)
        judgements.push(judgement)
      }
      return judgements
    }),
  hold: (waiting) =>
    store.transaction((queries) => quarantine(queries, county, { ...waiting, ...placeOf(waiting) }, most)),
  refuse: (file) => store.transaction((queries) => quarantine(queries, county, file, most)),
  async *waiting(units) {
    const rows = await store.query<{ sha256: string; name: string; unit: string; received: string }>(
      `select sha256, name, unit, received from quarantine
       where county = $1 and code = 'CHAIN_GAP' and bytes is not null
       order by unit, seq, sha256`,
      [county],
    )
    for (const { sha256, name, received } of rows.filter(({ unit }) => units.has(unit))) {
      const bytes = await quarantinedBytes(store, county, sha256)
      if (bytes) yield { name, bytes, received }
    }
  },
})

const placeOf = ({ verified: { payload } }: StagedPackage) => ({
  code: 'CHAIN_GAP',
  unit: payload.from.unit,
  period: payload.period,
  seq: payload.seq,
})
