import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClientOnShow } from '../clients/client-context.ts'
import { showName } from '../clients/shown-names.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { draftName, useDraftWaiting } from '../ui/use-draft.ts'
import { DetailsForm } from './details-form.tsx'
import { DetailsList } from './details-list.tsx'
import { MergesPanel } from './merges-panel.tsx'
import { RestrictionPanel } from './restriction-panel.tsx'
import './client-details.css'

/** 档案信息: who this is and whose child, what may be done with the file, and which other files are the same person's. */
export function DetailsPage() {
  const { t } = useTranslation('client-details')
  const { file, again } = useClientOnShow()
  const { id, value } = file.client
  const waiting = useDraftWaiting(draftName('clientDetails', id))
  const [chosen, setEditing] = useState<boolean | null>(null)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  // Whoever writes in it reads the name.
  const open = useCommand(() => showName(id))
  const editing = chosen ?? waiting

  const edit = async () => {
    if ((await open.run()) !== null) setEditing(true)
  }
  const saved = () => {
    setEditing(false)
    setSavedAt(new Date())
    again()
  }
  return (
    <>
      <section className="panel">
        <h2 className="panel-title">{t('title')}</h2>
        {editing ? (
          <DetailsForm client={file.client} onSaved={saved} onLeft={() => setEditing(false)} />
        ) : (
          <>
            <DetailsList client={file.client} age={file.age} />
            <div className="details-actions">
              {value.restricted === undefined && (
                <Button type="primary" loading={open.running} onClick={() => void edit()}>
                  {t('edit')}
                </Button>
              )}
              <SavedAt at={savedAt} />
              <RefusalNotice refusal={open.refusal} />
            </div>
          </>
        )}
      </section>
      <RestrictionPanel client={file.client} staffNames={file.staffNames} onChanged={again} />
      <MergesPanel client={file.client} onChanged={again} />
    </>
  )
}
