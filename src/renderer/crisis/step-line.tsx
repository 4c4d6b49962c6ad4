import { useTranslation } from 'react-i18next'
import type { CrisisStep } from '../../casework/crisis/crisis-episode.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { useStepWords } from './use-step-words.ts'

/** One step as it was entered: when, by whom, what, and the words. */
export function StepLine({ step, nameOf }: { step: CrisisStep; nameOf: (id: string) => string }) {
  const { t } = useTranslation('crisis')
  const { dayTime } = useFormatTime()
  const stepWords = useStepWords()
  const { what, more, words } = stepWords(step, nameOf)
  return (
    <>
      <span className="quiet">{t('history.line', { at: dayTime(step.at), who: nameOf(step.by) })}</span>
      <strong>{what}</strong>
      {more && <span>{more}</span>}
      {words && <span className="crisis-note">{words}</span>}
    </>
  )
}
