import { useTranslation } from 'react-i18next'
import type { WithheldBecause } from '../../exchange/release/withheld-because.ts'
import type { WithheldOnShow } from '../../room/contract/report.ts'

const reasons = [
  'FEW_PERSONS',
  'ONE_PERSON',
  'ONE_CATEGORY',
  'GUARDS_OTHERS',
  'TABLE_WITHHELD',
] as const satisfies readonly WithheldBecause[]

/** Why cells of a table stay here, in words; in what leaves they all carry one mark. */
export function WithheldReasons({ withheld, k }: { withheld: WithheldOnShow | undefined; k: number | null }) {
  const { t } = useTranslation('report')
  if (withheld === undefined) return null
  if (withheld.whole !== null) return <p className="report-why">{t(`whole.${withheld.whole}`)}</p>
  const found = reasons.flatMap((reason) => {
    const count = withheld.cells.filter((because) => because === reason).length
    return count === 0 ? [] : [{ reason, count }]
  })
  if (found.length === 0) return <p className="report-why">{t('withheld.none')}</p>
  return (
    <>
      <p className="report-why">{t('withheld.title')}</p>
      <ul className="report-why">
        {found.map(({ reason, count }) => (
          <li key={reason}>{t(`withheld.${reason}`, { count, k })}</li>
        ))}
      </ul>
    </>
  )
}
