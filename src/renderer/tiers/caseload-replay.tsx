import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReplayOnShow, RulesDraft } from '../../room/contract/tier-rules.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { MovesTable } from './moves-table.tsx'
import { useReplay } from './use-replay.ts'

/** Tries changed rules on the whole caseload: who would be suggested another tier, and why. Nobody's tier changes by it. */
export function CaseloadReplay({
  draft,
  onReplayed,
}: {
  draft: RulesDraft
  onReplayed: (replay: ReplayOnShow | null) => void
}) {
  const { t } = useTranslation('tiers')
  const { progress, running, refusal, start, stop } = useReplay(draft)
  const replay = progress?.replay ?? null
  return (
    <div className="caseload-replay">
      <p>{t('replay.lead')}</p>
      {running ? (
        <div className="rules-tools" role="status">
          <Progress
            aria-label={t('replay.running')}
            percent={
              progress === null || progress.of === 0 ? 0 : Math.floor((100 * progress.done) / progress.of)
            }
          />
          <span>
            {progress === null
              ? t('replay.reading')
              : t('replay.progress', { done: progress.done, of: progress.of })}
          </span>
          <Button onClick={stop}>{t('replay.stop')}</Button>
        </div>
      ) : (
        <Button type={replay === null ? 'primary' : 'default'} onClick={() => void start().then(onReplayed)}>
          {t(replay === null ? 'replay.start' : 'replay.again')}
        </Button>
      )}
      <RefusalNotice refusal={refusal} />
      {replay !== null && (
        <>
          <p role="status" className="replay-sum">
            {t('replay.sum', { up: replay.up, down: replay.down, other: replay.other, of: replay.of })}
          </p>
          <p>{t('replay.overdue', { before: replay.overdue.inForce, after: replay.overdue.changed })}</p>
          {replay.unreadable > 0 && <p>{t('replay.unreadable', { count: replay.unreadable })}</p>}
          {replay.moves.length > 0 && <MovesTable moves={replay.moves} />}
        </>
      )}
    </div>
  )
}
