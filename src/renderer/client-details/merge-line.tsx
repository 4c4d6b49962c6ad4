import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FileMerge } from '../../room/contract/file-merges.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** One merge as either file shows it: who said so and why, until when it can be undone, or that it was. */
export function MergeLine({
  merge: { merge, from, into, canUndo },
  clientId,
  staffNames,
  onUndone,
}: {
  merge: FileMerge
  clientId: string
  staffNames: Record<string, string>
  onUndone: () => void
}) {
  const { t } = useTranslation('client-details')
  const { day, dayTime } = useFormatTime()
  const { id, revision, value } = merge
  const undo = useCommand(() => room.undoMerge({ id, revision }))
  const other = value.from === clientId ? value.into : value.from
  const name = (staffId: string) => staffNames[staffId] ?? t('somebody')
  return (
    <li>
      <span>
        {t(value.from === clientId ? 'merge.goneInto' : 'merge.cameFrom', {
          from: from ?? t('merge.gone'),
          into: into ?? t('merge.gone'),
          at: dayTime(value.mergedAt),
          who: name(value.mergedBy),
          because: value.because,
        })}{' '}
        {value.undone !== null &&
          t('merge.undone', { at: dayTime(value.undone.at), who: name(value.undone.by) })}
        {value.undone === null &&
          t(canUndo ? 'merge.undoUntil' : 'merge.undoOver', { day: day(value.undoUntil) })}{' '}
        <Link to={`/clients/${other}`}>{t('merge.open')}</Link>
        <RefusalNotice refusal={undo.refusal} />
      </span>
      {canUndo && (
        <Button
          loading={undo.running}
          onClick={async () => {
            if ((await undo.run()) !== null) onUndone()
          }}
        >
          {t('merge.undo')}
        </Button>
      )}
    </li>
  )
}
