import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactCheck } from '../../room/contract/facts.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

const wrong = ({ missing, surplus, different, former }: FactCheck): number =>
  missing + surplus + different + former

/** Whether what is counted fits the records it is counted from; and if not, puts it right. */
export function FactsCheck({ onMended }: { onMended: () => void }) {
  const { t } = useTranslation('statistics')
  const [found, setFound] = useState<{ check: FactCheck; mended: boolean } | null>(null)
  const check = useCommand(() => room.checkFacts())
  const rebuild = useCommand(() => room.rebuildFacts())
  const look = async () => {
    const done = await check.run()
    if (done !== null) setFound({ check: done.value, mended: false })
  }
  const mend = async () => {
    const done = await rebuild.run()
    if (done === null) return
    setFound({ check: done.value, mended: true })
    onMended()
  }
  const count = found === null ? 0 : wrong(found.check)
  return (
    <section className="panel statistics-check" aria-label={t('check.title')}>
      <h2 className="panel-title">{t('check.title')}</h2>
      <p>{t('check.what')}</p>
      <div role="status">
        {found !== null && (
          <p>
            {count === 0
              ? t('check.fits', { count: found.check.facts })
              : t(found.mended ? 'check.mended' : 'check.wrong', { count })}
            {found.check.unreadable > 0 && ` ${t('check.unreadable', { count: found.check.unreadable })}`}
          </p>
        )}
      </div>
      <RefusalNotice refusal={check.refusal ?? rebuild.refusal} />
      {found !== null && count > 0 && !found.mended ? (
        <Button type="primary" loading={rebuild.running} onClick={() => void mend()}>
          {t('check.mend')}
        </Button>
      ) : (
        <Button loading={check.running} onClick={() => void look()}>
          {t('check.run')}
        </Button>
      )}
    </section>
  )
}
