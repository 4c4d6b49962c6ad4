import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditFilter } from '../../room/contract/audit.ts'
import { desktop } from '../bridge/desktop.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { AuditTable } from './audit-table.tsx'
import { TrailCheck } from './trail-check.tsx'
import { useAuditWords } from './use-audit-words.ts'
import './audit.css'

const everything: AuditFilter = { from: null, to: null, actor: null, action: null, object: null }

/** 设置 → 记录足迹: who did what and when, for the administrator, without clients' names. */
export function AuditPage() {
  const { t } = useTranslation('audit')
  const { labels } = useAuditWords()
  const [{ filter, page }, setAsked] = useState({ filter: everything, page: 0 })
  const { data, failed } = useQuery(() => room.listAudit(filter, page), [filter, page])
  const save = useCommand(async () => {
    const file = await room.exportAudit(filter, labels)
    return file.ok ? desktop.saveFile(file.value.name, file.value.bytes) : file
  })
  const ask = (next: AuditFilter) => setAsked({ filter: next, page: 0 })
  const turn = (to: number) => setAsked({ filter, page: to })

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button
          icon={<DownloadOutlined aria-hidden />}
          loading={save.running}
          onClick={() => void save.run()}
        >
          {t('save')}
        </Button>
      }
    >
      <RefusalNotice refusal={failed ?? save.refusal} />
      <p role="status" className="quiet audit-saved">
        {save.doneAt !== null && t('saved')}
      </p>
      <TrailCheck />
      <AuditFilters filter={filter} onChange={ask} />
      <AuditTable page={data} failed={failed !== null} onObject={(object) => ask({ ...filter, object })} />
      <div className="audit-turn">
        <Button disabled={page === 0} onClick={() => turn(page - 1)}>
          {t('newer')}
        </Button>
        <Button disabled={data?.more !== true} onClick={() => turn(page + 1)}>
          {t('older')}
        </Button>
      </div>
    </Page>
  )
}
