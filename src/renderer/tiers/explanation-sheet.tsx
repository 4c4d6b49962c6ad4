import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ScoreForm } from '../../casework/assessments/score-form.ts'
import type { Explanation, Sentence } from '../../casework/tiers/explanation-of.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import { titleOf } from '../assessments/title-of.ts'
import { questionnaireOn } from '../clients/client-context.ts'
import type { ReportManner } from '../results/report-choices.tsx'
import { A4Sheet } from '../ui/a4-sheet.tsx'
import { formatTimeIn } from '../ui/format-time.ts'
import { useOnePage } from '../ui/use-one-page.ts'

/** Pixels. */
const ordinary = 14

const parts = ['meaning', 'facts', 'decided', 'again', 'rights'] as const

/** The explanation on one sheet of paper. */
export function ExplanationSheet({
  explanation,
  manner: { language, size, name },
  about: { unit, fileNumber },
  shelf,
  forms,
  printedAt,
}: {
  explanation: Explanation
  manner: ReportManner
  about: { unit: string; fileNumber: string }
  shelf: QuestionnaireShelf
  forms: readonly ScoreForm[]
  printedAt: Date
}) {
  const { t: tShown } = useTranslation('tiers')
  // The sheet speaks the client's language, whatever the screen does.
  const t = i18next.getFixedT(language, 'tiers')
  const { day } = formatTimeIn(language)
  const instrumentName = (id: string) => {
    const form = forms.find((one) => one.id === id)
    return form?.title[language] ?? titleOf(questionnaireOn(shelf, id)?.instrument, language, id)
  }
  const { sheet, smaller } = useOnePage((ordinary * size) / 100)
  const wordsOf = ({ key, values }: Sentence): string =>
    t(`explanation.sentence.${key}`, {
      ...values,
      ...(values.day === undefined ? {} : { day: day(String(values.day)) }),
      ...(values.since === undefined ? {} : { since: day(String(values.since)) }),
      ...(values.instrument === undefined ? {} : { instrument: instrumentName(String(values.instrument)) }),
    })
  return (
    <>
      {smaller && <p role="status">{tShown('explanation.smaller')}</p>}
      <A4Sheet label={tShown('explanation.title')}>
        <div lang={language} className="explanation" ref={sheet}>
          <h2>{t('explanation.heading')}</h2>
          <p className="explanation-whose">
            {unit} · {fileNumber}
            {name !== null && ` · ${name}`}
          </p>
          {parts.map((part) => {
            const sentences = [...new Set(explanation[part].map(wordsOf))]
            return (
              <section key={part} className="a4-whole">
                <h3>{t(`explanation.part.${part}`)}</h3>
                {part === 'facts' || part === 'rights' ? (
                  <ul>
                    {sentences.map((words) => (
                      <li key={words}>{words}</li>
                    ))}
                  </ul>
                ) : (
                  sentences.map((words) => <p key={words}>{words}</p>)
                )}
              </section>
            )
          })}
          <p className="explanation-foot">{t('explanation.printedAt', { day: day(printedAt) })}</p>
        </div>
      </A4Sheet>
    </>
  )
}
