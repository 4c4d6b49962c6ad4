import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../instruments/outcome.ts'
import type { RestoreComparison, RestoredTable } from '../../room/contract/backup.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** The sorts of records that people know by name; the rest is added up. */
const named = [
  'clients',
  'consents',
  'assessments',
  'tierDecisions',
  'criticalAlerts',
  'hotlineCalls',
  'disclosures',
  'campaigns',
  'surveyResponses',
] as const

/** What the machine writes down of its own work. */
const housekeeping: readonly string[] = ['audit', 'auditHeads', 'backups']

const sum = (tables: readonly RestoredTable[], table: string): RestoredTable => {
  const total = { table, restored: 0, living: 0, onlyLiving: 0, onlyRestored: 0 }
  for (const one of tables) {
    total.restored += one.restored
    total.living += one.living
    total.onlyLiving += one.onlyLiving
    total.onlyRestored += one.onlyRestored
  }
  return total
}

const isNamed = (table: string): boolean => (named as readonly string[]).includes(table)

/** What the restored records hold, and what the ones here have besides; then the choice. */
export function CompareRestored({
  comparison: { savedAt, rows, living, savesSince, tables },
  running,
  refusal,
  onSwitch,
  onKeep,
}: {
  comparison: RestoreComparison
  running: boolean
  refusal: Refusal | null
  onSwitch: () => void
  onKeep: () => void
}) {
  const { t, i18n } = useTranslation('backup')
  const number = new Intl.NumberFormat(i18n.language)
  const { dateTime } = useFormatTime()
  const kept = tables.filter(({ table }) => !housekeeping.includes(table))
  const others = kept.filter(({ table }) => !isNamed(table))
  const lines = [
    ...named.flatMap((table) => tables.find((one) => one.table === table) ?? []),
    sum(others, 'others'),
  ].filter((line) => line.restored > 0 || line.living > 0)
  const lost = sum(kept, '').onlyLiving
  return (
    <section className="panel backup-panel" aria-labelledby="restore-compare">
      <h2 className="panel-title" id="restore-compare">
        {t('compare.title')}
      </h2>
      <p>{t('compare.whole', { when: dateTime(savedAt), rows })}</p>
      {living && lost > 0 && (
        <p className="backup-away">{t('compare.lost', { count: lost, saves: savesSince })}</p>
      )}
      {living && lost === 0 && <p>{t('compare.nothingLost')}</p>}
      <table className="plain-table backup-compare">
        <thead>
          <tr>
            <th scope="col">{t('compare.kind')}</th>
            <th scope="col">{t('compare.restored')}</th>
            {living && <th scope="col">{t('compare.living')}</th>}
            {living && <th scope="col">{t('compare.onlyLiving')}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.table}>
              <th scope="row">{t(`compare.table.${line.table}`)}</th>
              <td>{number.format(line.restored)}</td>
              {living && <td>{number.format(line.living)}</td>}
              {living && <td>{number.format(line.onlyLiving)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t(living ? 'compare.kept' : 'compare.fresh')}</p>
      <RefusalNotice refusal={refusal} />
      <div className="backup-ways">
        <Button type="primary" loading={running} onClick={onSwitch}>
          {t(living ? 'compare.switch' : 'compare.begin')}
        </Button>
        <Button disabled={running} onClick={onKeep}>
          {t(living ? 'compare.keep' : 'compare.discard')}
        </Button>
      </div>
    </section>
  )
}
