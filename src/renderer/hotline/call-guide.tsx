import { useTranslation } from 'react-i18next'
import type { CallFormName } from '../../casework/hotline/call-forms.ts'
import type { CallGuide as Guide } from '../../casework/hotline/call-guide.ts'
import type { CallStep } from '../../casework/hotline/call-step.ts'
import type { QuickDial } from '../../casework/hotline/quick-dial.ts'
import { type SixStepsState, talkBegins } from '../../casework/hotline/six-steps.ts'
import { useLanguage } from '../locale/locale.ts'
import { DialCard } from './dial-card.tsx'
import { Phrases } from './phrases.tsx'
import { SixStepsList } from './six-steps-list.tsx'

/** Beside the form: numbers to dial, words to begin with, where the talk is, and words for hard moments. */
export function CallGuide({
  guide,
  dial,
  form,
  steps,
  openingSaid,
  onSteps,
  onDial,
}: {
  guide: Guide
  dial: QuickDial
  form: CallFormName
  steps: SixStepsState | undefined
  /** The opening words need not be read out any more. */
  openingSaid: boolean
  onSteps: (steps: SixStepsState) => void
  onDial: (what: Extract<CallStep, { kind: 'acted' }>['what']) => void
}) {
  const { t } = useTranslation('running-call')
  const [language] = useLanguage()
  return (
    <>
      <section className="panel call-words">
        <h2 className="panel-title">{t('guide.dial')}</h2>
        <DialCard dial={dial} onDial={onDial} />
      </section>
      <section className="panel call-words">
        <details className="call-opening" open={!openingSaid}>
          <summary>
            <h2 className="panel-title">{t(openingSaid ? 'guide.openingDone' : 'guide.opening')}</h2>
          </summary>
          {Object.entries(guide.opening).map(([part, words]) => (
            <q key={part}>{words[language]}</q>
          ))}
        </details>
      </section>
      <section className="panel call-words">
        <h2 className="panel-title">{t('guide.sixSteps')}</h2>
        <SixStepsList steps={steps} guide={guide} onChange={onSteps} />
        <h3 className="call-guide-part">
          {t('guide.moments')}
          <kbd aria-hidden className="call-key">
            Y
          </kbd>
        </h3>
        <Phrases guide={guide} step={(steps ?? talkBegins).at} form={form} />
        {guide.proposed && <p className="call-small">{t('guide.proposed')}</p>}
      </section>
    </>
  )
}
