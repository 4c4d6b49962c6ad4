import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Assessment } from '../../casework/assessments/assessment.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Question } from '../../instruments/survey.ts'
import { questionnaireOn, useClientOnShow } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'
import { surveyText } from '../questionnaire/survey-text.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { type Section, sections, selfRatedItems } from './beside-sections.ts'
import { newestByInstrument } from './newest-by-instrument.ts'
import { RaterLine } from './rater-line.tsx'
import { scoreLine } from './score-line.ts'
import { titleOf } from './title-of.ts'
import './beside-panel.css'

/** What the person says and what others see, in two columns; nothing while there is no word from others. */
export function BesidePanel() {
  const { t } = useTranslation('assessments')
  const { file } = useClientOnShow()
  const { self, others } = newestByInstrument(file.assessments)
  if (others.length === 0) return null
  return (
    <section className="panel" aria-labelledby="beside-title">
      <h2 className="panel-title" id="beside-title">
        {t('beside.title')}
      </h2>
      <p className="quiet">{t('beside.lead')}</p>
      <table className="plain-table beside">
        <thead>
          <tr>
            <th scope="col">{t('beside.section')}</th>
            <th scope="col">{t('beside.self')}</th>
            <th scope="col">{t('beside.others')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('beside.scores')}</th>
            <td>
              {self.length === 0 ? t('beside.noSelf') : self.map((one) => <Whole key={one.id} {...one} />)}
            </td>
            <td>
              {others.map((one) => (
                <Whole key={one.id} {...one} />
              ))}
            </td>
          </tr>
          {sections.map((section) => (
            <SectionRow key={section} section={section} self={self} others={others} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** One assessment as a whole: what, from whom, when, and its scores if it has any. */
function Whole({ id, value }: Stored<Assessment>) {
  const { t } = useTranslation('assessments')
  const [language] = useLanguage()
  const { monthDay } = useFormatTime()
  const { file, shelf } = useClientOnShow()
  const instrument = questionnaireOn(shelf, value.instrument, value.result?.version)?.instrument
  return (
    <p>
      <Link to={`/clients/${file.client.id}/assessments/${id}`}>
        {titleOf(instrument, language, value.instrument)}
      </Link>{' '}
      <strong>{scoreLine(value, instrument, language)}</strong>
      <span className="quiet">
        {value.rater.kind !== 'self' && (
          <>
            {' '}
            <RaterLine rater={value.rater} /> ·
          </>
        )}{' '}
        {monthDay(value.answeredAt ?? value.startedAt)}
        {instrument?.kind === 'observation' && ` · ${t('facts.observation')}`}
      </span>
    </p>
  )
}

function SectionRow({
  section,
  self,
  others,
}: {
  section: Section
  self: Stored<Assessment>[]
  others: Stored<Assessment>[]
}) {
  const { t } = useTranslation('assessments')
  const { shelf } = useClientOnShow()
  const said = (
    one: Stored<Assessment>,
    asks: (question: Question, page: string) => boolean,
  ): ReactNode[] => {
    const questionnaire = questionnaireOn(shelf, one.value.instrument, one.value.result?.version)
    return (questionnaire?.survey.pages ?? []).flatMap(({ name: page, elements }) =>
      elements
        .filter((question) => asks(question, page))
        .map((question) => <Said key={`${one.id} ${question.name}`} question={question} {...one.value} />),
    )
  }
  const ownWords = self.flatMap((one) =>
    said(one, ({ name }) => selfRatedItems(section, one.value.instrument).includes(name)),
  )
  const seen = others.flatMap((one) =>
    questionnaireOn(shelf, one.value.instrument, one.value.result?.version)?.instrument.kind === 'observation'
      ? said(one, (_, page) => page === section)
      : [],
  )
  if (ownWords.length === 0 && seen.length === 0) return null
  return (
    <tr>
      <th scope="row">{t(`beside.sections.${section}`)}</th>
      <td>{ownWords.length > 0 ? ownWords : <span className="quiet">{t('beside.none')}</span>}</td>
      <td>{seen.length > 0 ? seen : <span className="quiet">{t('beside.none')}</span>}</td>
    </tr>
  )
}

/** One question with its answer, in the words it was asked in. */
function Said({
  question,
  answers,
  language,
}: { question: Question } & Pick<Assessment, 'answers' | 'language'>) {
  const { t } = useTranslation('assessments')
  const choice = question.choices.find(({ value }) => value === answers[question.name])
  return (
    <p>
      <span lang={language}>{surveyText(question.title, language)}</span>{' '}
      <strong lang={language}>
        {choice === undefined ? t('answers.none') : surveyText(choice.text, language)}
      </strong>
    </p>
  )
}
