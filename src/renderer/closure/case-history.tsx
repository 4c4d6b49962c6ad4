import { useTranslation } from 'react-i18next'
import type { CaseStanding, CaseStep } from '../../casework/files/case-standing.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { useOutcomeText } from './use-outcome-text.ts'

/** How a file came to be closed or opened again, the newest first. */
export function CaseHistory({
  standing: { steps },
  staffNames,
}: {
  standing: CaseStanding
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('closure')
  const { dayTime } = useFormatTime()
  return (
    <section className="panel" aria-labelledby="closure-history">
      <h2 className="panel-title" id="closure-history">
        {t('history.title')}
      </h2>
      <ol className="closure-history">
        {steps.toReversed().map((step) => (
          <li key={step.at}>
            <time dateTime={step.at}>{dayTime(step.at)}</time>{' '}
            {t(`history.${step.kind}`, { who: staffNames[step.by] ?? t('somebody') })}
            <StepText step={step} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function StepText({ step }: { step: CaseStep }) {
  const { t } = useTranslation('closure')
  const { day } = useFormatTime()
  const outcomeText = useOutcomeText()
  switch (step.kind) {
    case 'proposed':
      return (
        <>
          <p>
            <strong>{t(`reason.${step.reason}`)}</strong>
          </p>
          <p className="closure-text">{step.summary}</p>
          {step.outcomes.length > 0 && (
            <ul>
              {step.outcomes.map((id) => (
                <li key={id}>{outcomeText(id)}</li>
              ))}
            </ul>
          )}
          {step.aftercare !== '' && (
            <p className="closure-text">{t('history.aftercare', { text: step.aftercare })}</p>
          )}
          {step.aftercareDue !== null && <p>{t('history.aftercareDue', { day: day(step.aftercareDue) })}</p>}
        </>
      )
    case 'approved':
      return (
        <>
          {step.whom.kind === 'outside' && (
            <p>{t('history.outside', { name: step.whom.name, day: day(step.whom.day) })}</p>
          )}
          {step.note !== '' && <p className="closure-text">{step.note}</p>}
        </>
      )
    default:
      return <p className="closure-text">{step.because}</p>
  }
}
