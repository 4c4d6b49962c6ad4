import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { desktop } from '../bridge/desktop.ts'
import { usePeriodText } from '../exchange/period-text.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

const maxBytes = 20_000

/** Takes in what the county signed for a package it received. */
export function TakeReceipt({ onTaken }: { onTaken: () => void }) {
  const { t } = useTranslation('report')
  const periodText = usePeriodText()
  const [taken, setTaken] = useState<{ period: string | null } | null>(null)
  const take = useCommand(async (): Promise<Outcome<{ period: string | null } | null>> => {
    const chosen = await desktop.openFile(['anxin-receipt'], maxBytes)
    if (!chosen.ok || chosen.value === null) return chosen.ok ? done(null) : chosen
    return room.takeReceipt(chosen.value.bytes)
  })
  const ask = async () => {
    setTaken(null)
    const answer = await take.run()
    if (answer === null || answer.value === null) return
    setTaken(answer.value)
    onTaken()
  }
  return (
    <section className="panel" aria-label={t('receipt.title')}>
      <h2 className="panel-title">{t('receipt.title')}</h2>
      <p>{t('receipt.what')}</p>
      <Button loading={take.running} onClick={() => void ask()}>
        {t('receipt.choose')}
      </Button>
      <RefusalNotice refusal={take.refusal} />
      <p role="status">
        {taken !== null &&
          (taken.period === null
            ? t('receipt.takenNone')
            : t('receipt.taken', { period: periodText(taken.period) }))}
      </p>
    </section>
  )
}
