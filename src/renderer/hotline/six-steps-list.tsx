import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CallGuide } from '../../casework/hotline/call-guide.ts'
import { goneTo, type SixStepsState, sixSteps, talkBegins, ticked } from '../../casework/hotline/six-steps.ts'
import { useLanguage } from '../locale/locale.ts'

/** The six steps of the talk: where it is, and what it has been through; both are kept with the call. */
export function SixStepsList({
  steps = talkBegins,
  guide,
  onChange,
}: {
  steps: SixStepsState | undefined
  guide: CallGuide
  onChange: (steps: SixStepsState) => void
}) {
  const { t } = useTranslation('running-call')
  const [language] = useLanguage()
  return (
    <ol className="call-steps">
      {sixSteps.map((step, place) => {
        const { name, how, ask } = guide.sixSteps[step]
        const here = steps.at === step
        return (
          <li key={step} className={here ? 'call-step-here' : undefined}>
            <Checkbox
              aria-label={t('guide.stepDone', { step: name[language] })}
              checked={steps.covered.includes(step)}
              onChange={() => onChange(ticked(steps, step))}
            />
            <button
              type="button"
              data-key={place + 1}
              aria-keyshortcuts={`Alt+${place + 1}`}
              aria-current={here ? 'step' : undefined}
              onClick={() => onChange(goneTo(steps, step))}
              onFocus={() => here || onChange(goneTo(steps, step))}
            >
              {name[language]}
              <kbd aria-hidden className="call-key">
                {place + 1}
              </kbd>
            </button>
            {here && (
              <p>
                {how[language]}
                <q>{ask[language]}</q>
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
