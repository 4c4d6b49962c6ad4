import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnreadableRecords } from '../../room/contract/health.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CountsByKind } from './counts-by-kind.tsx'
import { BackupFacts, CopyFacts, MachineFacts } from './facts.tsx'
import { HealthSummary } from './health-summary.tsx'
import { Limits } from './limits.tsx'
import { MisfitHelp } from './misfit-help.tsx'
import { SetAside } from './set-aside.tsx'
import { toDo } from './to-do.ts'
import './health.css'

/** 设置 → 记录状况: whether everything is there, in words that can be read out on the telephone. */
export function HealthPage() {
  const { t } = useTranslation('health')
  const { data: health, failed, again } = useQuery(() => room.health(), [])
  const { unit } = useSession()
  // Of a demonstration no backups are made.
  const { data: backups } = useQuery(async () => (unit.kind === 'demo' ? null : room.backups()), [unit.kind])
  const check = useCommand(room.checkRecords)
  const [unreadable, setUnreadable] = useState<UnreadableRecords[] | null>(null)
  const checkNow = async () => {
    const outcome = await check.run()
    if (outcome !== null) setUnreadable(outcome.value.unreadable)
    again()
  }

  const misfit = health?.counted?.complete === false || (unreadable ?? []).length > 0

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('print')}
          </Button>
          <Button
            type={misfit ? 'default' : 'primary'}
            loading={check.running}
            onClick={() => void checkNow()}
          >
            {t('checkNow')}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={failed ?? check.refusal} />
      <p role="status" className="visually-hidden">
        {check.running && t('checking')}
      </p>
      {health !== null && (
        <>
          <HealthSummary
            toDo={toDo(health, unreadable ?? [], backups?.state ?? null)}
            counted={health.counted}
          />
          {misfit && <MisfitHelp misfits={health.counted?.misfits ?? []} onSettled={again} />}
          <div className="health-columns">
            <CountsByKind rows={health.rows} />
            <div className="health-column">
              <CopyFacts health={health} />
              {backups !== null && <BackupFacts standing={backups} />}
              <MachineFacts health={health} />
              <SetAside setAside={health.setAside} unreadable={unreadable} />
              <Limits />
            </div>
          </div>
        </>
      )}
    </Page>
  )
}
