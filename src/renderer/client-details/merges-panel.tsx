import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Client } from '../../casework/clients/client.ts'
import type { Stored } from '../../casework/records/record.ts'
import { ClientName } from '../clients/client-name.tsx'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { MergeForm } from './merge-form.tsx'
import { MergeLine } from './merge-line.tsx'
import { OtherFile } from './other-file.tsx'

/** Other files of the same person: those read together with this one, those that may be, and how to say so. */
export function MergesPanel({ client, onChanged }: { client: Stored<Client>; onChanged: () => void }) {
  const { t } = useTranslation(['client-details', 'clients'])
  const read = useQuery(() => room.fileMerges(client.id), [client.id])
  const [other, setOther] = useState<{ id: string; fileNumber: string } | null>(null)
  const changed = () => {
    setOther(null)
    read.again()
    onChanged()
  }
  if (read.failed !== null) return <RefusalNotice refusal={read.failed} />
  if (read.data === null) return <Skeleton active />
  const { merges, candidates, readUnder, staffNames } = read.data
  return (
    <section className="panel">
      <h2 className="panel-title">{t('merge.title')}</h2>
      {merges.length > 0 && (
        <ul className="details-merges">
          {merges.map((one) => (
            <MergeLine
              key={one.merge.id}
              merge={one}
              clientId={client.id}
              staffNames={staffNames}
              onUndone={changed}
            />
          ))}
        </ul>
      )}
      {readUnder === null && client.value.restricted === undefined && other === null && (
        <>
          {candidates.length > 0 && <p>{t('merge.candidates')}</p>}
          <ul className="details-merges">
            {candidates.map(({ id, fileNumber, because }) => (
              <li key={id}>
                <span>
                  <Link to={`/clients/${id}`}>{t('merge.open')}</Link>{' '}
                  <ClientName clientId={id} fileNumber={fileNumber} />
                  <span className="quiet">
                    {because
                      .map((reason) => t(`clients:duplicate.because.${reason}`))
                      .join(t('clients:listComma'))}
                  </span>
                </span>
                <Button onClick={() => setOther({ id, fileNumber })}>{t('merge.same')}</Button>
              </li>
            ))}
          </ul>
          <OtherFile clientId={client.id} onChosen={setOther} />
        </>
      )}
      {other !== null && (
        <MergeForm
          into={{ id: client.id, fileNumber: client.value.fileNumber }}
          from={other}
          onMerged={changed}
          onLeft={() => setOther(null)}
        />
      )}
    </section>
  )
}
