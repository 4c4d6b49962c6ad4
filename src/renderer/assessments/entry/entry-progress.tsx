import { useTranslation } from 'react-i18next'
import type { QuestionOnShow } from '../../questionnaire/use-questions.ts'

/** How many of the questions asked as things stand are answered. */
export function EntryProgress({ asked }: { asked: readonly QuestionOnShow[] }) {
  const { t } = useTranslation('assessments')
  return (
    <span>
      {t('entry.progress', {
        answered: asked.filter(({ value }) => value !== null).length,
        of: asked.length,
      })}
    </span>
  )
}
