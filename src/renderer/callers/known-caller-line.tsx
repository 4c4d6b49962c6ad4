import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { KnownCaller } from '../../room/contract/callers.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { PatternLine } from './pattern-line.tsx'
import { PlanLines } from './plan-lines.tsx'

/** Somebody the caller may be: their earlier calls on one line, how they are answered, and a way to put this call with the others. */
export function KnownCallerLine({
  caller: { id, alias, isTheirs, wordNeeded, pattern, plan },
  callId,
  by,
  onAdded,
}: {
  caller: KnownCaller
  callId: string
  by: 'alias' | 'number'
  onAdded: () => void
}) {
  const { t } = useTranslation('callers')
  const add = useCommand(() => room.addCallToCaller({ callerId: id, callId, known: by }))
  const addNow = async () => {
    if ((await add.run()) !== null) onAdded()
  }
  return (
    <article className="known-caller" aria-label={alias}>
      <p className="known-caller-name">
        <strong>{alias}</strong>
        {isTheirs && <span className="quiet">{t('beside.isTheirs')}</span>}
        {!wordNeeded && <Link to={`/hotline/callers/${id}`}>{t('beside.open')}</Link>}
      </p>
      {wordNeeded && <p className="quiet">{t('beside.wordNeeded')}</p>}
      {pattern !== null && <PatternLine pattern={pattern} />}
      {plan !== null && (
        <details open>
          <summary>{t('plan.title')}</summary>
          <PlanLines plan={plan} />
        </details>
      )}
      {!isTheirs && !wordNeeded && (
        <Button size="small" loading={add.running} onClick={() => void addNow()}>
          {t('beside.same', { alias })}
        </Button>
      )}
      <RefusalNotice refusal={add.refusal} />
    </article>
  )
}
