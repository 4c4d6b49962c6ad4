import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { desktop } from '../bridge/desktop.ts'
import { usePeriodText } from '../exchange/period-text.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

const maxBytes = 50_000_000

/** Takes the county's copies of this room's packages back, where an older backup had to be restored. */
export function TakeBackPackages({ onTaken }: { onTaken: (periods: string[]) => void }) {
  const { t } = useTranslation('report')
  const take = useCommand(async (): Promise<Outcome<{ periods: string[] } | null>> => {
    const chosen = await desktop.openFiles(['anxin'], maxBytes)
    if (!chosen.ok || chosen.value === null) return chosen.ok ? done(null) : chosen
    return room.takeBackPackages(chosen.value)
  })
  const ask = async () => {
    const taken = (await take.run())?.value
    if (taken) onTaken(taken.periods)
  }
  const file = take.refusal?.detail?.file
  return (
    <section className="panel" aria-label={t('takeBack.title')}>
      <h2 className="panel-title">{t('takeBack.title')}</h2>
      <p>{t('takeBack.what')}</p>
      <Button type="primary" loading={take.running} onClick={() => void ask()}>
        {t('takeBack.choose')}
      </Button>
      <RefusalNotice refusal={take.refusal} />
      {file !== undefined && <p>{t('takeBack.file', { name: file })}</p>}
    </section>
  )
}

/** Says which periods count as reported again. */
export function TakenBack({ periods }: { periods: readonly string[] }) {
  const { t } = useTranslation('report')
  const [language] = useLanguage()
  const periodText = usePeriodText()
  if (periods.length === 0) return null
  const names = new Intl.ListFormat(language).format(periods.map(periodText))
  const said = t('takeBack.taken', { count: periods.length, periods: names })
  return <Alert role="status" type="success" showIcon title={said} />
}
