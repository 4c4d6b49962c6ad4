import { useTranslation } from 'react-i18next'
import type { ProcessingLine } from '../../casework/privacy/processing-log.ts'
import { useFormatTime } from '../ui/format-time.ts'
import './rights.css'

/** What was done with one client's data, on what ground, since when. */
export function ProcessingTable({ lines }: { lines: readonly ProcessingLine[] }) {
  const { t } = useTranslation('rights')
  const { day } = useFormatTime()
  if (lines.length === 0) return <p className="quiet">{t('processing.none')}</p>
  return (
    <table className="processing-table">
      <thead>
        <tr>
          {(['what', 'basis', 'since', 'last', 'records'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`processing.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ processing, basis, since, last, records }) => (
          <tr key={`${processing} ${basis}`}>
            <th scope="row">{t(`processings.${processing}`)}</th>
            <td>{t(`bases.${basis ?? 'none'}`)}</td>
            <td>{day(since)}</td>
            <td>{day(last)}</td>
            <td>{records}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
