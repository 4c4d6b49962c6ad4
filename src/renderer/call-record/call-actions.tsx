import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOnShow, HotlineRules } from '../../room/contract/hotline.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { nextState } from './step-entry.ts'
import { StepForm } from './step-form.tsx'

/** What was intended, done and verified, whom it reached; each goes on from where it stands. */
export function CallActions({
  onShow,
  rules,
  onTaken,
}: {
  onShow: CallOnShow
  rules: HotlineRules['rules']
  onTaken: () => void
}) {
  const { t } = useTranslation('call-record')
  const { t: crisis } = useTranslation('crisis')
  const { t: words } = useTranslation('call-form')
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
      {actions.length === 0 && <p className="quiet">{t('actions.none')}</p>}
      <ul className="crisis-lines">
        {actions.map((known) => {
          const { action, what, state, note, by, at, linkage } = known
          const next = nextState(state)
          return (
            <li key={action}>
              <div className="crisis-line">
                <span>
                  <strong>{words(`action.${what}`)}</strong>{' '}
                  <span className={`crisis-mark crisis-mark-${state}`}>{words(`actionState.${state}`)}</span>
                  <span className="quiet">
                    {crisis('history.line', {
                      at: dayTime(at),
                      who: onShow.staffNames[by] ?? crisis('somebody'),
                    })}
                  </span>
                  {linkage !== undefined && (
                    <span className="crisis-note">
                      {t('actions.linked', { person: linkage.person, result: linkage.result })}{' '}
                      {linkage.ground === 'emergency' && t('ground.emergency')}
                    </span>
                  )}
                  {note !== '' && <span className="crisis-note">{note}</span>}
                </span>
                {next !== null && canGoOn && (
                  <Button
                    size="small"
                    aria-expanded={going === action}
                    aria-label={crisis('actions.advance', {
                      what: words(`action.${what}`),
                      step: crisis(`actions.${next}`),
                    })}
                    onClick={() => setGoing(going === action ? null : action)}
                  >
                    {crisis(`actions.${next}`)}
                  </Button>
                )}
              </div>
              {going === action && next !== null && (
                <StepForm
                  kind="acted"
                  known={known}
                  onShow={onShow}
                  rules={rules}
                  onStale={onTaken}
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
    </section>
  )
}
