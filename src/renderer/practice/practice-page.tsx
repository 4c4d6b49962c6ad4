import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { PracticeScenario } from '../../casework/practice/practice-scenario.ts'
import type { PracticeTry } from '../../room/contract/practice.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import './practice.css'

/** The calls there are to practise on, and what whoever looks has practised. */
export function PracticePage() {
  const { t } = useTranslation('practice')
  const [language] = useLanguage()
  const navigate = useNavigate()
  const { data, failed } = useQuery(() => room.practiceCalls(), [])
  const start = useCommand((scenario: PracticeScenario['id']) => room.startPractice(scenario))

  const begin = async (scenario: PracticeScenario['id']) => {
    const begun = await start.run(scenario)
    if (begun !== null) void navigate(`/hotline/practice/${begun.value.id}`)
  }

  return (
    <Page title={t('title')} lead={t('lead')}>
      <RefusalNotice refusal={start.refusal ?? failed} />
      {data !== null && data.unreadable > 0 && (
        <p role="status">{t('unreadable', { count: data.unreadable })}</p>
      )}
      {data === null && failed === null && <Skeleton active title={false} />}
      {data !== null && (
        <ul className="practice-calls">
          {data.scenarios.map(({ id, title, aim }) => (
            <li key={id} className="panel practice-call" aria-label={title[language]}>
              <h2 className="practice-title">{title[language]}</h2>
              <p className="quiet">{aim[language]}</p>
              <Tries tries={data.tries.filter(({ scenario }) => scenario === id)} />
              <Button
                loading={start.running}
                onClick={() => void begin(id)}
                aria-label={t('beginThis', { title: title[language] })}
              >
                {t('begin')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

/** The newest try, and how many there were. */
function Tries({ tries }: { tries: readonly PracticeTry[] }) {
  const { t } = useTranslation('practice')
  const { dayTime } = useFormatTime()
  const [newest] = tries
  if (newest === undefined) return <p className="practice-tries">{t('never')}</p>
  const { id, endedAt, points, startedAt } = newest
  return (
    <p className="practice-tries">
      <Link to={`/hotline/practice/${id}`}>
        {endedAt === null
          ? t('goOn', { at: dayTime(startedAt) })
          : points === null
            ? t('seen', { at: dayTime(startedAt) })
            : t('result', { at: dayTime(startedAt), ...points })}
      </Link>{' '}
      {tries.length > 1 && t('times', { count: tries.length })}
    </p>
  )
}
