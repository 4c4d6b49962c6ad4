import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../../casework/assessments/assessment.ts'
import type { Instrument } from '../../../instruments/instrument.ts'
import { answerQuality } from '../../../scoring/answer-quality.ts'

/** How the questionnaire was answered, where a counsellor may want to ask about it; never a score. */
export function QualityNotes({ instrument, assessment }: { instrument: Instrument; assessment: Assessment }) {
  const { t } = useTranslation('assessments')
  const notes = answerQuality(instrument, assessment.answers, assessment.pace)
  if (notes.length === 0) return null
  return (
    <section className="panel result-quality" aria-label={t('quality.title')}>
      <h2 className="panel-title">{t('quality.title')}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note.code}>
            {note.code === 'tooFast'
              ? t('quality.tooFast', { seconds: note.seconds })
              : t(note.mixed ? 'quality.straightMixed' : 'quality.straight', { run: note.run })}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('quality.onlyANote')}</p>
    </section>
  )
}
