import { Button, Checkbox, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { Client } from '../../casework/clients/client.ts'
import type { EraseBlocked } from '../../casework/records/legal-retention.ts'
import type { Stored } from '../../casework/records/record.ts'
import { useLanguage } from '../locale/locale.ts'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ClientName } from './client-name.tsx'
import { OlderBackups } from './older-backups.tsx'
import './erase-client.css'

/** 永久删除: everything about one client goes, at their wish. What that means is read before, and what is left is told after. */
export function EraseClient() {
  const { clientId = '' } = useParams()
  const [erased, setErased] = useState<number | null>(null)
  return erased === null ? (
    <BeforeErasing clientId={clientId} onErased={setErased} />
  ) : (
    <Erased records={erased} />
  )
}

function BeforeErasing({ clientId, onErased }: { clientId: string; onErased: (records: number) => void }) {
  const opened = useQuery(() => answered(room.openClient(clientId)), [clientId])
  const rights = useQuery(() => room.rightsOf(clientId), [clientId])
  const failed = opened.failed ?? rights.failed
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (opened.data === null || rights.data === null) return <Skeleton active />
  const { client } = opened.data
  const { eraseBlocked } = rights.data
  return eraseBlocked === null ? (
    <EraseForm client={client} onErased={onErased} />
  ) : (
    <KeptByLaw client={client} blocked={eraseBlocked} />
  )
}

/** A law wants something in the file kept: until when and why, and what can be done instead. */
function KeptByLaw({ client: { id, value }, blocked }: { client: Stored<Client>; blocked: EraseBlocked }) {
  const { t } = useTranslation('clients')
  const [language] = useLanguage()
  const { day } = useFormatTime()
  return (
    <Page title={t('erase.title', { fileNumber: value.fileNumber })} width="form">
      <section className="panel erase-client">
        <p role="status">{t('erase.kept', { day: day(blocked.until) })}</p>
        <ul>
          {blocked.because.map(({ basis }) => (
            <li key={basis[language]}>{basis[language]}</li>
          ))}
        </ul>
        <p>{t('erase.keptInstead')}</p>
        <FormActions refusal={null}>
          <Link to={`/clients/${id}/rights`}>{t('erase.rights')}</Link>
          <Link to={`/clients/${id}/consent`}>{t('erase.back')}</Link>
        </FormActions>
      </section>
    </Page>
  )
}

function EraseForm({
  client: { id, value },
  onErased,
}: {
  client: Stored<Client>
  onErased: (records: number) => void
}) {
  const { t } = useTranslation('clients')
  const [sure, setSure] = useState(false)
  const erase = useCommand(() => room.eraseClient(id))
  return (
    <Page title={t('erase.title', { fileNumber: value.fileNumber })} width="form">
      <section className="panel erase-client">
        <p>
          <ClientName clientId={id} fileNumber={value.fileNumber} />
        </p>
        <p>{t('erase.what')}</p>
        <ul>
          <li>{t('erase.records')}</li>
          <li>{t('erase.stays')}</li>
          <li>{t('erase.noWayBack')}</li>
        </ul>
        <OlderBackups />
        <Checkbox checked={sure} onChange={({ target }) => setSure(target.checked)}>
          {t('erase.sure', { fileNumber: value.fileNumber })}
        </Checkbox>
        <FormActions refusal={erase.refusal}>
          <Button
            disabled={!sure}
            loading={erase.running}
            onClick={async () => {
              const done = await erase.run()
              if (done !== null) onErased(done.value.records)
            }}
          >
            {t('erase.submit')}
          </Button>
          <Link to={`/clients/${id}/consent`}>{t('erase.back')}</Link>
        </FormActions>
      </section>
    </Page>
  )
}

function Erased({ records }: { records: number }) {
  const { t } = useTranslation('clients')
  return (
    <Page title={t('erase.done')} width="form">
      <section className="panel erase-client">
        <p role="status">{t('erase.doneText', { count: records })}</p>
        <OlderBackups />
        <Link to="/clients">{t('erase.toCaseload')}</Link>
      </section>
    </Page>
  )
}
