import { useTranslation } from 'react-i18next'
import type { ListedOnShow } from '../../room/contract/client-list.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** The first of those who are registered without a question, as they were understood. */
export function FirstPeople({ people, total }: { people: ListedOnShow[]; total: number }) {
  const { t } = useTranslation('client-list')
  const { day } = useFormatTime()
  if (people.length === 0) return null
  return (
    <details>
      <summary>{t('first.title', { count: people.length, total })}</summary>
      <table className="plain-table">
        <thead>
          <tr>
            {(['row', 'name', 'birthDate', 'guardian'] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`first.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ row, name, birthDate, asksForGuardian }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              <td>{name}</td>
              <td>{birthDate === null ? '' : day(birthDate)}</td>
              <td>{asksForGuardian && t('first.asks')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
