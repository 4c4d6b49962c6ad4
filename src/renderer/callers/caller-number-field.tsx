import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { NumberForm } from './number-form.tsx'
import { SealedNumber } from './sealed-number.tsx'
import './callers.css'

/** The number of a call: taken with what the caller agreed to, then sealed, and shown only to who calls back or saves a life. */
export function CallerNumberField({
  callId,
  onAlias,
  onNumber,
}: {
  callId: string
  onAlias?: (alias: string) => void
  /** Shown to whoever asked for it, who may have to read it out. */
  onNumber?: (number: string) => void
}) {
  const { t } = useTranslation('callers')
  const [typing, setTyping] = useState(false)
  const { data, failed, again } = useQuery(
    async () => ({ number: await room.callerNumber(callId) }),
    [callId],
  )
  const saved = () => {
    setTyping(false)
    again()
  }
  return (
    <section className="caller-number" aria-label={t('number.title')}>
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      {data !== null &&
        (data.number === null || data.number.withdrawn !== null || typing ? (
          <>
            {data.number !== null && data.number.withdrawn !== null && (
              <p className="quiet">{t('number.gone')}</p>
            )}
            <NumberForm callId={callId} onSaved={saved} {...(onAlias && { onAlias })} />
          </>
        ) : (
          <SealedNumber
            number={data.number}
            onChanged={again}
            onTypeAnew={() => setTyping(true)}
            {...(onNumber && { onNumber })}
          />
        ))}
    </section>
  )
}
