import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import { usePeriodText } from '../exchange/period-text.ts'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CheckNumbers } from './check-numbers.tsx'
import { PeriodNotices } from './period-notices.tsx'
import { type ReportStep, ReportSteps } from './report-steps.tsx'
import { WhatLeaves } from './what-leaves.tsx'
import { WrittenFile } from './written-file.tsx'
import './report.css'

/** One period on its way to the county: check the numbers, see what leaves, write it. */
export function PeriodPage() {
  const { period = '' } = useParams()
  return <PeriodSteps key={period} period={period} />
}

function PeriodSteps({ period }: { period: string }) {
  const { t } = useTranslation('report')
  const periodText = usePeriodText()
  const [step, setStep] = useState<Exclude<ReportStep, 'choose'>>('check')
  const [written, setWritten] = useState<{ file: OutgoingFile; sha256: string } | null>(null)
  const { data: preview, failed } = useQuery(() => answered(room.previewReport(period)), [period])
  const write = useCommand(() => room.writeReport(period))

  /** Each step begins at its top, however far down the one before was read. */
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
      actions={<Link to="/report">{t('period.back')}</Link>}
    >
      <ReportSteps at={step} />
      <RefusalNotice refusal={failed ?? write.refusal} />
      {preview === null && failed === null && <Skeleton active title={false} />}
      {preview !== null && step === 'check' && (
        <>
          <PeriodNotices preview={preview} />
          <CheckNumbers preview={preview} />
          <div className="report-buttons">
            <Button type="primary" onClick={() => turnTo('leaving')}>
              {t('next.leaving')}
            </Button>
          </div>
        </>
      )}
      {preview !== null && step === 'leaving' && (
        <>
          <PeriodNotices preview={preview} />
          <WhatLeaves preview={preview} />
          <div className="report-buttons">
            <Button onClick={() => turnTo('check')}>{t('next.backToCheck')}</Button>
            <Button
              type="primary"
              disabled={preview.county === null}
              loading={write.running}
              onClick={writeFile}
            >
              {t(preview.released === null ? 'next.write' : 'next.sameFile')}
            </Button>
          </div>
        </>
      )}
      {written !== null && step === 'written' && <WrittenFile written={written} />}
    </Page>
  )
}
