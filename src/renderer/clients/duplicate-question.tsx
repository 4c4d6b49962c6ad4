import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DuplicateOnShow } from '../../room/contract/clients.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { ClientName } from './client-name.tsx'
import './duplicate-question.css'

/** Asks whether the person about to be registered is one of these, and says for each why it may be. */
export function DuplicateQuestion({
  candidates,
  busy,
  onNobody,
}: {
  candidates: DuplicateOnShow[]
  busy: boolean
  onNobody: () => void
}) {
  const { t } = useTranslation('clients')
  const { day } = useFormatTime()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  return (
    <section className="panel duplicate-question" aria-labelledby="duplicate-question">
      <h2 className="panel-title" id="duplicate-question" tabIndex={-1} ref={heading}>
        {t('duplicate.question')}
      </h2>
      <ul>
        {candidates.map(({ id, fileNumber, birthDate, because }) => (
          <li key={id}>
            <div>
              <ClientName clientId={id} fileNumber={fileNumber} />
              {birthDate !== null && <span> · {t('duplicate.born', { day: day(birthDate) })}</span>}
              <p className="duplicate-because">
                {because.map((reason) => t(`duplicate.because.${reason}`)).join(t('listComma'))}
              </p>
            </div>
            <Link to={`/clients/${id}`}>{t('duplicate.thisOne')}</Link>
          </li>
        ))}
      </ul>
      <Button type="primary" onClick={onNobody} loading={busy}>
        {t('duplicate.nobody')}
      </Button>
    </section>
  )
}
