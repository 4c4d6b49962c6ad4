import { useTranslation } from 'react-i18next'
import type { SafetyPlan } from '../../casework/crisis/safety-plan.ts'
import { isContactStep, planSteps } from './safety-plan-fields.ts'

/** The six steps of a plan, numbered, as they are gone through. */
export function PlanSteps({
  plan,
  heading: Heading,
  onPaper = false,
}: {
  plan: SafetyPlan
  heading: 'h3' | 'h4'
  /** What is still empty can be written by hand. */
  onPaper?: boolean
}) {
  const { t } = useTranslation('crisis')
  return (
    <ol className="plan-steps">
      {planSteps.map((step) => {
        const lines = isContactStep(step)
          ? plan[step].map(({ name, phone }) => (phone === '' ? name : `${name} ${phone}`))
          : plan[step]
        return (
          <li key={step}>
            <Heading>{t(`plan.step.${step}`)}</Heading>
            {lines.length === 0 ? (
              <p className={onPaper ? 'plan-blank' : 'quiet'}>{!onPaper && t('plan.nothing')}</p>
            ) : (
              <ul>
                {lines.map((line, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a version never changes, and a line may stand twice
                  <li key={place}>{line}</li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ol>
  )
}
