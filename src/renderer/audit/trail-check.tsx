import { CheckCircleOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditCheck } from '../../room/contract/audit.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

const askEvery = 500

/** How many entries a check has read, asked for while it runs. */
const useChecked = (running: boolean): number => {
  const [checked, setChecked] = useState(0)
  useEffect(() => {
    if (!running) return
    setChecked(0)
    const ask = () => void room.auditChecked().then(setChecked, () => undefined)
    const timer = setInterval(ask, askEvery)
    return () => clearInterval(timer)
  }, [running])
  return checked
}

/** Reads the whole trail again and says whether all of it is as it was written, and what to do when it is not. */
export function TrailCheck() {
  const { t } = useTranslation('audit')
  const check = useCommand(room.checkAudit)
  const [found, setFound] = useState<AuditCheck | null>(null)
  const checked = useChecked(check.running)

  const run = async () => {
    const result = await check.run()
    setFound(result === null ? null : result.value)
  }

  return (
    <section className="panel" aria-labelledby="audit-check">
      <div className="audit-check-head">
        <div>
          <h2 id="audit-check" className="panel-title">
            {t('check.title')}
          </h2>
          <p className="quiet audit-check-text">{t('check.text')}</p>
        </div>
        <Button loading={check.running} onClick={() => void run()}>
          {t('check.run')}
        </Button>
      </div>
      <RefusalNotice refusal={check.refusal} />
      <div role="status">
        {check.running && t('check.running', { count: checked })}
        {!check.running && found !== null && <Found found={found} />}
      </div>
    </section>
  )
}

function Found({ found: { size, fault, heads } }: { found: AuditCheck }) {
  const { t } = useTranslation('audit')
  const { dateTime } = useFormatTime()
  const { data: staff } = useQuery(() => room.listStaff(), [])
  const nameOf = (id: string) => staff?.find((member) => member.id === id)?.name ?? t('former')
  const [last] = heads.filter(({ signed }) => signed)
  const vouched = last && (
    <p className="quiet audit-check-text">
      {t('check.vouched', {
        count: last.size,
        name: nameOf(last.signedBy),
        at: dateTime(last.at),
      })}
    </p>
  )
  if (fault === null)
    return (
      <>
        <p className="audit-fits">
          <CheckCircleOutlined aria-hidden /> {t('check.fits', { count: size })}
        </p>
        {vouched}
      </>
    )
  const { kind, from, to } = fault
  return (
    <Alert
      type="error"
      showIcon
      title={t(`fault.${kind}`, { number: from })}
      description={
        <>
          {to > from && <p>{t('fault.range', { from, to })}</p>}
          <p>{from > 1 ? t('fault.before', { count: from - 1 }) : t('fault.noneBefore')}</p>
          <p>{t('fault.todo')}</p>
          {vouched}
        </>
      }
    />
  )
}
