import { CheckCircleOutlined, CloseCircleOutlined, MinusCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { PracticeFeedback } from '../../casework/practice/practice-feedback.ts'
import type { PracticeOnShow } from '../../room/contract/practice.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { Turns } from './practice-talk.tsx'
import './practice.css'

const marks = {
  met: <CheckCircleOutlined aria-hidden className="practice-met" />,
  partly: <MinusCircleOutlined aria-hidden className="practice-partly" />,
  notMet: <CloseCircleOutlined aria-hidden className="practice-not-met" />,
}

/** What the record of a practice call shows, by the points of the competence checklist, and the talk to read again. */
export function PracticeResult({ on }: { on: PracticeOnShow }) {
  const { practice, scenario, feedback, competences } = on
  const { t } = useTranslation('practice')
  const [language] = useLanguage()
  const { dayTime } = useFormatTime()
  const navigate = useNavigate()
  const start = useCommand(() => room.startPractice(scenario.id))
  const begin = async () => {
    const begun = await start.run()
    if (begun !== null) void navigate(`/hotline/practice/${begun.value.id}`)
  }
  const met = feedback?.filter(({ mark }) => mark === 'met').length ?? 0

  return (
    <Page
      title={scenario.title[language]}
      lead={t('feedback.lead')}
      actions={
        <>
          <Link to="/hotline/practice">{t('feedback.back')}</Link>
          <Button type="primary" loading={start.running} onClick={() => void begin()}>
            {t('feedback.again')}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={start.refusal} />
      <div className="practice-columns">
        <section className="panel" aria-label={t('feedback.title')}>
          <h2 className="practice-title">{t('feedback.title')}</h2>
          {feedback === null ? (
            <p>{t('feedback.otherVersion')}</p>
          ) : (
            <>
              <p>
                {t('feedback.sum', {
                  at: dayTime(practice.value.record.startedAt),
                  met,
                  of: feedback.length,
                })}
              </p>
              <ul className="practice-points">
                {feedback.map((point) => (
                  <Point
                    key={point.point}
                    point={point}
                    label={competences.points.find(({ id }) => id === point.point)?.label[language]}
                  />
                ))}
              </ul>
            </>
          )}
        </section>
        <section className="panel practice-talk" aria-label={t('talk.title')}>
          <h2 className="practice-title">{t('talk.title')}</h2>
          <Turns turns={scenario.turns} />
        </section>
      </div>
    </Page>
  )
}

function Point({ point, label }: { point: PracticeFeedback; label: string | undefined }) {
  const { t } = useTranslation('practice')
  const [language] = useLanguage()
  return (
    <li>
      <h3 className="practice-point">
        {marks[point.mark]} {label ?? point.point}{' '}
        <span className="quiet">{t(`feedback.mark.${point.mark}`)}</span>
      </h3>
      <ul className="practice-findings">
        {point.findings.map(({ isMet, hint }) => (
          <li key={hint['zh-CN']}>
            {marks[isMet ? 'met' : 'notMet']} {t(isMet ? 'feedback.there' : 'feedback.missing')}
            {hint[language]}
          </li>
        ))}
      </ul>
    </li>
  )
}
