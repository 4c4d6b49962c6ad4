import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { OutgoingFile } from '../../../room/contract/exchange.ts'
import { usePeriodText } from '../../exchange/period-text.ts'
import { answered } from '../../room/answered.ts'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { useQuery } from '../../room/use-query.ts'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Opening } from '../opening.tsx'
import { ConfirmUpward } from './confirm-upward.tsx'
import { WhatGoesUp } from './what-goes-up.tsx'
import { WrittenUpward } from './written-upward.tsx'
import './upward.css'

/** One period on its way to the next level: see what leaves, confirm who one is, write it. */
export function UpwardPeriodPage() {
  const { period = '' } = useParams()
  return <PeriodSteps key={period} period={period} />
}

function PeriodSteps({ period }: { period: string }) {
  const { t } = useTranslation('upward')
  const periodText = usePeriodText()
  const [step, setStep] = useState<'leaving' | 'confirm' | 'written'>('leaving')
  const [leaveOut, setLeaveOut] = useState<readonly string[]>([])
  const [written, setWritten] = useState<{ file: OutgoingFile; sha256: string } | null>(null)
  const { data: preview, failed } = useQuery(
    () => answered(room.previewUpward({ period, leaveOut })),
    [period, leaveOut],
  )
  const isPassedOn = preview !== null && preview.passedOn !== null
  const write = useCommand(() =>
    isPassedOn ? room.storedUpward(period) : room.writeUpward({ period, leaveOut }),
  )
  const turnTo = (next: typeof step) => {
    setStep(next)
    document.getElementById('page')?.scrollTo(0, 0)
  }
  const writeFile = async () => {
    const done = await write.run()
    if (done === null) return
    setWritten(done.value)
    turnTo('written')
  }
  return (
    <Page
      title={t('period.title', { period: periodText(period) })}
      actions={<Link to="/county/upward">{t('period.back')}</Link>}
    >
      <RefusalNotice refusal={failed ?? write.refusal} />
      {preview === null && failed === null && <Opening />}
      {preview !== null && step === 'leaving' && (
        <>
          <WhatGoesUp preview={preview} leaveOut={leaveOut} onLeaveOut={setLeaveOut} />
          <div className="county-buttons">
            <Button type="primary" disabled={preview.next === null} onClick={() => turnTo('confirm')}>
              {t('confirm.next')}
            </Button>
          </div>
        </>
      )}
      {preview !== null && step === 'confirm' && (
        <ConfirmUpward
          preview={preview}
          running={write.running}
          onBack={() => turnTo('leaving')}
          onWrite={() => void writeFile()}
        />
      )}
      {written !== null && step === 'written' && <WrittenUpward written={written} />}
    </Page>
  )
}
