import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { scoreLine } from '../assessments/score-line.ts'
import { titleOf } from '../assessments/title-of.ts'
import { useStepWords } from '../crisis/use-step-words.ts'
import { useLanguage } from '../locale/locale.ts'
import { useFormTitle } from '../paper-scores/use-form-title.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { questionnaireOn, useClientOnShow } from './client-context.ts'
import { TierMark } from './tier-mark.tsx'
import { type TimelineEvent, timelineOf } from './timeline.ts'

/** What happened in this file, newest first. */
export function Timeline() {
  const { dayTime } = useFormatTime()
  const { file } = useClientOnShow()
  const formTitle = useFormTitle()
  return (
    <ol className="timeline">
      {timelineOf(file).map((event) => (
        <li key={event.key} className={`timeline-${event.kind}`}>
          <time dateTime={event.at}>{dayTime(event.at)}</time>
          <span>
            <Sentence event={event} formTitle={formTitle} />
          </span>
        </li>
      ))}
    </ol>
  )
}

function Sentence({ event, formTitle }: { event: TimelineEvent; formTitle: (id: string) => string }) {
  const { t } = useTranslation('clients')
  const [language] = useLanguage()
  const { file, shelf } = useClientOnShow()
  const stepWords = useStepWords()
  const crisisLink = (id: string) => (
    <Link to={`/clients/${file.client.id}/crisis/${id}`}>{t('timeline.crisis')}</Link>
  )
  const instrumentTitle = (id: string) =>
    titleOf(questionnaireOn(shelf, id)?.instrument, language, formTitle(id))

  switch (event.kind) {
    case 'registered':
      return t('timeline.registered')
    case 'consentGiven':
      return t('timeline.consentGiven', { purpose: t(`purpose.${event.purpose}`) })
    case 'consentWithdrawn':
      return t('timeline.consentWithdrawn', { purpose: t(`purpose.${event.purpose}`) })
    case 'assessed': {
      const { id, assessment } = event
      const { result } = assessment
      const instrument = questionnaireOn(shelf, assessment.instrument, result?.version)?.instrument
      return (
        <>
          <Link to={`/clients/${file.client.id}/assessments/${id}`}>
            {instrumentTitle(assessment.instrument)}
          </Link>{' '}
          {scoreLine(assessment, instrument, language) ?? t('timeline.noScore')}
        </>
      )
    }
    case 'assessmentOpen':
      return (
        <>
          <Link to={`/clients/${file.client.id}/assessments/${event.id}/answers`}>
            {instrumentTitle(event.assessment.instrument)}
          </Link>{' '}
          {t('timeline.unfinished')}
        </>
      )
    case 'alertRaised':
      return t('timeline.alertRaised', { instrument: instrumentTitle(event.alert.instrument) })
    case 'alertHandled':
      return (
        <>
          {t('timeline.alertHandled', {
            finding: t(`alert.asked.${event.alert.handling?.asked ?? 'notAsked'}`),
            level: t(`alert.short.${event.alert.handling?.responseLevel ?? 'planned'}`),
            who: file.staffNames[event.alert.handling?.handledBy ?? ''] ?? t('tierCard.somebody'),
          })}
          <span className="timeline-entry">{event.alert.handling?.entry}</span>
        </>
      )
    case 'crisisOpened':
      return (
        <>
          {crisisLink(event.id)} {t('timeline.crisisOpened', { from: t(`crisis:history.${event.from}`) })}
        </>
      )
    case 'crisisStep': {
      const { what, more } = stepWords(event.step, (id) => file.staffNames[id] ?? t('tierCard.somebody'))
      return (
        <>
          {crisisLink(event.id)} {[what, ...(more ? [more] : [])].join(t('timeline.then'))}
        </>
      )
    }
    case 'tierDecided':
      return (
        <>
          {t('timeline.tierDecided', { who: file.staffNames[event.by] ?? t('tierCard.somebody') })}{' '}
          <TierMark tier={event.tier} />
        </>
      )
    case 'groupAttended': {
      const { course, title, session } = event.part
      return (
        <>
          {t('timeline.groupAttended', { number: session })}{' '}
          <Link to={`/activities/groups/${course}`}>{title}</Link>
        </>
      )
    }
  }
}
