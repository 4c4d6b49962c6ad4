import type { Assessment } from '../../casework/assessments/assessment.ts'
import type { Language } from '../../casework/records/values.ts'
import { SheetTerms } from '../assessments/result/sheet-terms.tsx'
import { titleOf } from '../assessments/title-of.ts'
import { questionnaireOn, useClientOnShow } from '../clients/client-context.ts'

/** The terms of every instrument a report tells of, each once in each version. */
export function ReportTerms({
  title,
  entries,
  language,
}: {
  title: string
  entries: readonly { instrument: string; version: string; language: Assessment['language'] }[]
  language: Language
}) {
  const { shelf } = useClientOnShow()
  const each = new Map(entries.map((entry) => [`${entry.instrument} ${entry.version}`, entry]))
  return (
    <section className="report-terms">
      <h3>{title}</h3>
      {[...each].map(([key, { instrument: id, version, language: asked }]) => {
        const instrument = questionnaireOn(shelf, id, version)?.instrument
        return (
          instrument !== undefined && (
            <div key={key} className="a4-whole">
              <p className="a4-sheet-small">
                <strong>{titleOf(instrument, language, id)}</strong>
              </p>
              <SheetTerms instrument={instrument} version={version} language={asked} spoken={language} />
            </div>
          )
        )
      })}
    </section>
  )
}
