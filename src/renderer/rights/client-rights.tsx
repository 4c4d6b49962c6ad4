import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClientOnShow } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { draftName, useDraftWaiting } from '../ui/use-draft.ts'
import { ProcessingTable } from './processing-table.tsx'
import { RegisterForm } from './register-form.tsx'
import { RequestList } from './request-list.tsx'

/** What this client, or somebody for them, asked about their data, and what was done with it. */
export function ClientRights() {
  const { t } = useTranslation('rights')
  const [language] = useLanguage()
  const { day } = useFormatTime()
  const { file } = useClientOnShow()
  const { id } = file.client
  const waiting = useDraftWaiting(draftName('rightsRequest', id))
  const [opened, setOpened] = useState<boolean | null>(null)
  const { data, failed } = useQuery(() => room.rightsOf(id), [id])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const registering = opened ?? waiting
  return (
    <>
      <section className="panel" aria-labelledby="rights-title">
        <h2 className="panel-title" id="rights-title">
          {t('ofClient')}
        </h2>
        <p>{t('what')}</p>
        {data.eraseBlocked !== null && (
          <p className="rights-kept">
            {t('kept', { day: day(data.eraseBlocked.until) })}{' '}
            {data.eraseBlocked.because.map(({ basis }) => basis[language]).join('；')}
          </p>
        )}
        <RequestList requests={data.requests} />
        {registering ? (
          <RegisterForm
            clientId={id}
            answerWithinDays={data.answerWithinDays}
            onCancel={() => setOpened(false)}
          />
        ) : (
          <Button onClick={() => setOpened(true)}>{t('register.open')}</Button>
        )}
      </section>
      <section className="panel" aria-labelledby="processing-title">
        <h2 className="panel-title" id="processing-title">
          {t('processing.title')}
        </h2>
        <p className="quiet">{t('processing.lead')}</p>
        <ProcessingTable lines={data.processing} />
      </section>
    </>
  )
}
