import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { type BatteryDraft, BatteryForm } from './battery-form.tsx'
import { BatteryLists } from './battery-lists.tsx'

const blank: BatteryDraft = {
  id: null,
  revision: 0,
  name: '',
  instruments: [],
  everyWeeks: null,
  proposal: null,
}

/** 套餐: what is given together in one sitting. Everybody reads it; supervisors and administrators change it. */
export function BatteriesPage() {
  const { t } = useTranslation('programme')
  const { me } = useSession()
  const batteries = useQuery(() => room.batteries(), [])
  const shelf = useQuery(() => room.questionnaires(), [])
  const [draft, setDraft] = useState<BatteryDraft | null>(null)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const mayEdit = me.roles.includes('supervisor') || me.roles.includes('administrator')
  const failed = batteries.failed ?? shelf.failed
  const saved = () => {
    setDraft(null)
    setSavedAt(new Date())
    batteries.again()
  }
  return (
    <Page
      title={t('title')}
      lead={
        <>
          {t('lead')} <SavedAt at={savedAt} />
        </>
      }
      actions={
        mayEdit &&
        draft === null && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setDraft(blank)}>
            {t('new')}
          </Button>
        )
      }
    >
      <RefusalNotice refusal={failed} />
      {failed === null && (batteries.data === null || shelf.data === null) && <Skeleton active />}
      {draft !== null && shelf.data !== null && (
        <BatteryForm
          key={draft.id ?? draft.proposal ?? 'new'}
          draft={draft}
          shelf={shelf.data}
          onSaved={saved}
          onCancel={() => setDraft(null)}
        />
      )}
      {batteries.data !== null && shelf.data !== null && (
        <BatteryLists
          batteries={batteries.data}
          shelf={shelf.data}
          onDraft={mayEdit ? setDraft : null}
          onChanged={saved}
        />
      )}
    </Page>
  )
}
