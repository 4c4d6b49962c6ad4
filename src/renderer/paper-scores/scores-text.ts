import type { PaperScore } from '../../casework/assessments/paper-score.ts'
import type { ScoreForm } from '../../casework/assessments/score-form.ts'
import type { Language } from '../../casework/records/values.ts'

/** What was scored, in the order of the form: `总分 18 / 63`, or what a number stands for. */
export function scoresText(
  { scores }: Pick<PaperScore, 'scores'>,
  form: ScoreForm | undefined,
  language: Language,
): string {
  const separator = language === 'en' ? '; ' : '；'
  if (form === undefined)
    return Object.entries(scores)
      .map(([id, score]) => `${id} ${score}`)
      .join(separator)
  return form.scores
    .flatMap(({ id, label, max, codes }) => {
      const score = scores[id]
      if (score === undefined) return []
      const code = codes?.find(({ value }) => value === score)
      return `${label[language]} ${code ? code.label[language] : `${score} / ${max}`}`
    })
    .join(separator)
}
