import { useTranslation } from 'react-i18next'
import type { Unit } from '../../../room/contract/county-units.ts'
import { WideBox } from '../../charts/wide-box.tsx'
import { useFormatTime } from '../../ui/format-time.ts'

/** What a unit was, from when to when. */
export function UnitVersions({ versions }: { versions: Unit[] }) {
  const { t } = useTranslation('county-units')
  const { day } = useFormatTime()
  return (
    <section className="panel" aria-labelledby="unit-versions">
      <h2 className="panel-title" id="unit-versions">
        {t('versions')}
      </h2>
      <WideBox label={t('versions')}>
        <table className="county-table">
          <thead>
            <tr>
              {(['from', 'until', 'name', 'parent', 'contact', 'duty'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.map(({ from, until, name, parent, contact, duty }) => (
              <tr key={from}>
                <th scope="row">{day(from)}</th>
                <td>{until === null ? t('still') : day(until)}</td>
                <td>{name}</td>
                <td>{parent ?? t('unsaid')}</td>
                <td>{contact || t('unsaid')}</td>
                <td>{t(`duty.${duty}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideBox>
    </section>
  )
}
