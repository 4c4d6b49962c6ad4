import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisOnShow } from '../../room/contract/crisis.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { nextState } from './step-entry.ts'
import { StepForm } from './step-form.tsx'

/** What was intended, done and verified; each goes on from where it stands. */
export function CrisisActions({
  onShow,
  staffNames,
  onTaken,
  onStale,
}: {
  onShow: CrisisOnShow
  staffNames: Record<string, string>
  onTaken: () => void
  onStale: () => void
}) {
  const { t } = useTranslation('crisis')
  const { dayTime } = useFormatTime()
  const title = useId()
  const [going, setGoing] = useState<number | null>(null)
  const { actions } = onShow.standing
  const canGoOn = onShow.open.includes('acted')
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('actions.title')}
      </h2>
      {actions.length === 0 ? (
        <p className="quiet">{t('actions.none')}</p>
      ) : (
        <ul className="crisis-lines">
          {actions.map((known) => {
            const { action, what, state, note, by, at } = known
            const next = nextState(state)
            return (
              <li key={action}>
                <div className="crisis-line">
                  <span>
                    <strong>{t(`what.${what}`)}</strong>{' '}
                    <span className={`crisis-mark crisis-mark-${state}`}>{t(`state.${state}`)}</span>
                    <span className="quiet">
                      {t('history.line', { at: dayTime(at), who: staffNames[by] ?? t('somebody') })}
                    </span>
                    {note !== '' && <span className="crisis-note">{note}</span>}
                  </span>
                  {next !== null && canGoOn && (
                    <Button
                      size="small"
                      aria-expanded={going === action}
                      aria-label={t('actions.advance', {
                        what: t(`what.${what}`),
                        step: t(`actions.${next}`),
                      })}
                      onClick={() => setGoing(going === action ? null : action)}
                    >
                      {t(`actions.${next}`)}
                    </Button>
                  )}
                </div>
                {going === action && next !== null && (
                  <StepForm
                    kind="acted"
                    known={known}
                    onShow={onShow}
                    colleagues={[]}
                    onStale={onStale}
                    onCancel={() => setGoing(null)}
                    onTaken={() => {
                      setGoing(null)
                      onTaken()
                    }}
                  />
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
