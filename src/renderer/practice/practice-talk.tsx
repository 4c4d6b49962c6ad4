import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PracticeScenario } from '../../casework/practice/practice-scenario.ts'
import { useLanguage } from '../locale/locale.ts'

/** As many lines of the talk stand in sight; those before can be read again. */
const inSight = 4

/** The talk of a practice call as far as it was heard, line by line. */
export function PracticeTalk({
  scenario: { aim, turns },
  heard,
  onNext,
}: {
  scenario: PracticeScenario
  /** How many lines. */
  heard: number
  onNext: () => void
}) {
  const { t } = useTranslation('practice')
  const [language] = useLanguage()
  const left = turns.length - heard
  const earlier = turns.slice(0, Math.max(0, heard - inSight))
  return (
    <section className="panel practice-talk" aria-label={t('talk.title')}>
      <h2 className="practice-title">{t('talk.title')}</h2>
      <p className="quiet">{aim[language]}</p>
      {earlier.length > 0 && (
        <details>
          <summary>{t('talk.earlier', { count: earlier.length })}</summary>
          <Turns turns={earlier} />
        </details>
      )}
      <div aria-live="polite">
        <Turns turns={turns.slice(earlier.length, heard)} />
      </div>
      <Button type="primary" ghost onClick={onNext} disabled={left === 0}>
        {left === 0 ? t('talk.over') : t('talk.next', { heard, of: turns.length })}
      </Button>
    </section>
  )
}

/** Lines of a talk, and whose they are. */
export function Turns({ turns }: Pick<PracticeScenario, 'turns'>) {
  const { t } = useTranslation('practice')
  const [language] = useLanguage()
  return (
    <ol className="practice-turns">
      {turns.map(({ by, text }) => (
        <li key={text['zh-CN']} className={`practice-turn practice-turn-${by}`}>
          <strong>{t(`talk.${by}`)}</strong> {text[language]}
        </li>
      ))}
    </ol>
  )
}
