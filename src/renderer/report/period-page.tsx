import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import type { ReportPreview } from '../../room/contract/report.ts'
import { usePeriodText } from '../exchange/period-text.ts'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { CheckNumbers } from './check-numbers.tsx'
import { ConfirmWriting } from './confirm-writing.tsx'
import { PeriodNotices } from './period-notices.tsx'
import { ReleaseRefusal } from './release-refusal.tsx'
import { ReportProgressPanel } from './report-progress.tsx'
import { type ReportStep, ReportSteps } from './report-steps.tsx'
import { WhatLeaves } from './what-leaves.tsx'
import { WrittenFile } from './written-file.tsx'
import './report.css'

/** One period on its way to the county: check the numbers, see what leaves, confirm who one is, write it. */
export function PeriodPage() {
  const { period = '' } = useParams()
  return <PeriodSteps key={period} period={period} />
}

type Step = Exclude<ReportStep, 'choose'>

function PeriodSteps({ period }: { period: string }) {
  const { t } = useTranslation('report')
  const periodText = usePeriodText()
  const [step, setStep] = useState<Step>('check')
  const [written, setWritten] = useState<{ file: OutgoingFile; sha256: string } | null>(null)
  const [round, setRound] = useState(0)
  const { data: preview, failed } = useQuery(() => answered(room.previewReport(period)), [period, round])
  const isReleased = preview !== null && preview.released !== null
  const write = useCommand(() => (isReleased ? room.storedReport(period) : room.writeReport(period)))
  const waits = preview === null && failed === null
  useStopOnLeaving(waits)

  /** Each step begins at its top, however far down the one before was read. */
  const turnTo = (next: Step) => {
    setStep(next)
    document.getElementById('page')?.scrollTo(0, 0)
  }
  const writeFile = async () => {
    const done = await write.run()
    if (done === null) return
    setWritten(done.value)
    turnTo('written')
  }
  const again = <Button onClick={() => setRound((last) => last + 1)}>{t('refused.again')}</Button>

  return (
    <Page
      title={t('period.title', { period: periodText(period) })}
      actions={<Link to="/report">{t('period.back')}</Link>}
    >
      <ReportSteps at={step} />
      <ReleaseRefusal refusal={failed} action={again} />
      <ReleaseRefusal refusal={write.refusal} />
      {waits && <ReportProgressPanel />}
      {write.running && <ReportProgressPanel />}
      {preview !== null && (
        <OneStep
          step={step}
          preview={preview}
          running={write.running}
          onStep={turnTo}
          onWrite={() => void writeFile()}
        />
      )}
      {written !== null && step === 'written' && <WrittenFile period={period} written={written} />}
    </Page>
  )
}

function OneStep({
  step,
  preview,
  running,
  onStep,
  onWrite,
}: {
  step: Step
  preview: ReportPreview
  running: boolean
  onStep: (step: Step) => void
  onWrite: () => void
}) {
  const { t } = useTranslation('report')
  if (step === 'check')
    return (
      <>
        <PeriodNotices preview={preview} />
        <CheckNumbers preview={preview} />
        <div className="report-buttons report-next-step">
          <Button type="primary" onClick={() => onStep('leaving')}>
            {t('next.leaving')}
          </Button>
        </div>
      </>
    )
  if (step === 'leaving')
    return (
      <>
        <PeriodNotices preview={preview} />
        <WhatLeaves preview={preview} />
        <div className="report-buttons report-next-step">
          <Button onClick={() => onStep('check')}>{t('next.backToCheck')}</Button>
          <Button
            type="primary"
            disabled={preview.county === null || preview.shut !== null}
            onClick={() => onStep('confirm')}
          >
            {t('next.confirm')}
          </Button>
        </div>
      </>
    )
  if (step === 'confirm')
    return (
      <ConfirmWriting
        preview={preview}
        running={running}
        onBack={() => onStep('leaving')}
        onWrite={onWrite}
      />
    )
  return null
}

/** Nobody waits for numbers of a page that was left. */
function useStopOnLeaving(waits: boolean): void {
  const waiting = useRef(waits)
  waiting.current = waits
  useEffect(
    () => () => {
      if (waiting.current) void room.stopReport()
    },
    [],
  )
}
