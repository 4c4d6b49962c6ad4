import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { KindCount } from '../../room/contract/health.ts'
import { desktop } from '../bridge/desktop.ts'
import { RecoveryResult } from '../recovery/recovery-result.tsx'
import { useRecovery } from '../recovery/use-recovery.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** Which kinds do not fit, if any, and the two ways on: make the records anew from the second copy, or go on with those there are. */
export function MisfitHelp({ misfits, onSettled }: { misfits: readonly KindCount[]; onSettled: () => void }) {
  const { t } = useTranslation('health')
  const recovery = useRecovery()
  const goOn = useCommand(room.goOnWithRecords)
  if (recovery.recovered !== null)
    return (
      <div className="health-recovered">
        <RecoveryResult recovered={recovery.recovered} onDone={() => void desktop.lock()} />
      </div>
    )
  return (
    <section className="panel health-misfit">
      <h2 className="panel-title">{t('misfit.title')}</h2>
      <ul className="health-list">
        {misfits.map(({ table, expected, found }) => (
          <li key={table}>
            {t(expected === found ? 'misfit.changed' : 'misfit.count', {
              kind: t(`kinds.${table}`),
              expected,
              found,
            })}
          </li>
        ))}
      </ul>
      <p>{t('misfit.what')}</p>
      <RefusalNotice refusal={recovery.refusal ?? goOn.refusal} />
      <div className="step-buttons">
        <Button type="primary" size="large" loading={recovery.running} onClick={() => void recovery.begin()}>
          {t('misfit.recover')}
        </Button>
        <span role="status">{recovery.running && t('misfit.running')}</span>
      </div>
      {misfits.length > 0 && (
        <div className="health-go-on">
          <p className="quiet">{t('misfit.goOnHint')}</p>
          <Button
            loading={goOn.running}
            disabled={recovery.running}
            onClick={() => void goOn.run().then((done) => done !== null && onSettled())}
          >
            {t('misfit.goOn')}
          </Button>
        </div>
      )}
    </section>
  )
}
