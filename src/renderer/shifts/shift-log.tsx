import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ShiftStep } from '../../casework/shifts/hotline-shift.ts'
import type { ShiftOnShow } from '../../room/contract/shifts.ts'
import { useFormatTime } from '../ui/format-time.ts'

interface Line {
  at: string
  key: string
  step: ShiftStep | null
  call: { id: string; number: string } | null
}

/** What happened in a shift, calls among it, oldest first. */
export function ShiftLog({ onShow: { shift, calls, staffNames } }: { onShow: ShiftOnShow }) {
  const { t } = useTranslation('shifts')
  const { dayTime } = useFormatTime()
  const callOf = (id: string) => calls.find((call) => call.id === id) ?? { id, number: '' }
  const lines: Line[] = [
    ...shift.value.steps.map((step, place) => ({
      at: step.at,
      key: String(place),
      step,
      call: step.kind === 'logged' && step.callId !== null ? callOf(step.callId) : null,
    })),
    ...calls.map((call) => ({ at: call.startedAt, key: call.id, step: null, call })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return (
    <ol className="shift-log">
      {lines.map(({ at, key, step, call }) => (
        <li key={key}>
          <time dateTime={at}>{dayTime(at)}</time>
          <div>
            {step === null ? t('log.call') : <StepWords step={step} staffNames={staffNames} />}
            {call !== null && (
              <>
                {' '}
                <Link to={`/hotline/${call.id}`}>{call.number === '' ? t('log.callOf') : call.number}</Link>
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

function StepWords({ step, staffNames }: { step: ShiftStep; staffNames: Record<string, string> }) {
  const { t } = useTranslation('shifts')
  if (step.kind === 'logged')
    return (
      <>
        <strong>{t(`about.${step.about}`)}</strong> <span className="shift-note">{step.note}</span>
      </>
    )
  const who = staffNames[step.by] ?? t('somebody')
  const because = 'because' in step ? step.because : ''
  return <span className="shift-note">{t(`step.${step.kind}`, { who, because })}</span>
}
