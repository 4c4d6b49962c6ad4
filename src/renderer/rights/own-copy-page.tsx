import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { OwnCopy } from '../../room/contract/rights.ts'
import { PrintOfClient } from '../clients/print-of-client.tsx'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { OwnCopySheet } from './own-copy-sheet.tsx'

/** A person's own copy of their file: printed, or kept as a PDF from the print dialog. */
export function OwnCopyPage() {
  const { t } = useTranslation('rights')
  const { requestId = '' } = useParams()
  const [copy, setCopy] = useState<OwnCopy | null>(null)
  const shelf = useQuery(() => room.questionnaires(), [])
  const open = useCommand(() => room.openOwnCopy(requestId))
  const clientId = copy?.request.value.clientId ?? null
  const show = async () => {
    const opened = await open.run()
    if (opened !== null) setCopy(opened.value)
  }
  return (
    <Page
      title={t('copy.title')}
      lead={t('copy.lead')}
      actions={
        <>
          {copy !== null && clientId !== null && <PrintOfClient clientId={clientId} what="ownCopy" />}
          <Link to={`/clients/rights/${requestId}`}>{t('copy.back')}</Link>
        </>
      }
    >
      <RefusalNotice refusal={open.refusal ?? shelf.failed} />
      {copy === null || shelf.data === null ? (
        <section className="panel">
          <Button type="primary" loading={open.running} onClick={() => void show()}>
            {t('copy.show')}
          </Button>
        </section>
      ) : (
        <OwnCopySheet copy={copy} shelf={shelf.data} />
      )}
    </Page>
  )
}
