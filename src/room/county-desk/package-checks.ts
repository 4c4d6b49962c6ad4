import { previewImport } from '../../county/packages/import-package.ts'
import { readPackage } from '../../exchange/read-package.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { PackageOnShow } from '../contract/county-import.ts'
import { releasePlan } from '../release-plan.ts'
import { tableOnShow } from '../report/table-on-show.ts'
import type { Session } from '../session.ts'
import type { CountyFigures } from './county-figures.ts'
import { packageDesk } from './package-desk.ts'
import { expectedUnits } from './units-of.ts'

/** What a package says, and whether it would be taken in; changes nothing. */
export const checkPackage = async (
  session: Session,
  figures: CountyFigures,
  bytes: Uint8Array,
): Promise<Outcome<PackageOnShow>> => {
  const read = await readPackage(bytes, await packageDesk(session))
  if (!read.ok) return read
  const { payload, sha256 } = read.value
  const judgement = await previewImport(await figures.store(), read.value)
  if (judgement.decision === 'refused')
    return refused(judgement.code, { detail: { against: judgement.against } })
  const room = (await expectedUnits(session)).find(({ code }) => code === payload.from.unit)
  return done({
    from: { name: room?.name ?? payload.from.unit, code: payload.from.unit },
    period: payload.period,
    seq: payload.seq,
    sha256,
    tables: payload.tables.map((table) => tableOnShow(releasePlan, table)),
    known: judgement.decision === 'known',
    unusual: judgement.decision === 'new' ? judgement.unusual : [],
  })
}
