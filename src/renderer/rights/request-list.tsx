import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RightsRequestOnShow } from '../../room/contract/rights.ts'
import { useFormatTime } from '../ui/format-time.ts'
import './rights.css'

const marks = { open: '○', dueSoon: '◐', overdue: '●', answered: '○', answeredLate: '○' } as const

/** Requests, each with who asked for what and by when it is answered. */
export function RequestList({ requests }: { requests: readonly RightsRequestOnShow[] }) {
  const { t } = useTranslation('rights')
  return (
    <ul className="rights-list">
      {requests.map((shown) => (
        <li key={shown.request.id}>
          <Link to={`/clients/rights/${shown.request.id}`}>
            {t(`asked.${shown.request.value.asked}`)} · {shown.request.value.fileNumber}
          </Link>
          <RequestStanding shown={shown} />
        </li>
      ))}
    </ul>
  )
}

/** By when a request is answered, and who asked when. */
export function RequestStanding({ shown: { request, standing } }: { shown: RightsRequestOnShow }) {
  const { t } = useTranslation('rights')
  const { day } = useFormatTime()
  const { answer, answerBy, askedOn, askedBy } = request.value
  const answered = answer === null ? '' : day(answer.at)
  return (
    <>
      <span className={`rights-${standing}`}>
        <span aria-hidden>{marks[standing]} </span>
        {t(`standing.${standing}`, { day: day(answerBy), answered })}
      </span>
      <span className="quiet">{t('line', { day: day(askedOn), by: t(`askedBy.${askedBy}`) })}</span>
    </>
  )
}
