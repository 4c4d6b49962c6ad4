import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { AnswerProposal } from './answer-proposal.tsx'
import { CaseHistory } from './case-history.tsx'
import { ClosureBlocks } from './closure-blocks.tsx'
import { ProposalForm } from './proposal-form.tsx'
import { ReopenForm } from './reopen-form.tsx'
import './closure.css'

/** 结案: what still stands in the way, the proposal and a supervisor's answer to it, and opening the file again. */
export function ClosurePage() {
  const { t } = useTranslation('closure')
  const { file, again: fileAgain } = useClientOnShow()
  const { data, failed, again } = useQuery(() => room.caseOnShow(file.client.id), [file])
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const saved = () => {
    setSavedAt(new Date())
    again()
    fileAgain()
  }
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const { situation, standing, blocks, unreadable, staffNames } = data
  const { state } = situation
  const deed = { clientId: file.client.id, revision: standing?.revision ?? 0 }
  return (
    <>
      <p className="quiet closure-lead">
        {t(`lead.${state}`)} <SavedAt at={savedAt} />
      </p>
      {unreadable > 0 && (
        <p role="status" className="closure-warning">
          {t('unreadable', { count: unreadable })}
        </p>
      )}
      {state !== 'closed' && blocks.length > 0 && <ClosureBlocks blocks={blocks} clientId={file.client.id} />}
      {state === 'open' && blocks.length === 0 && <ProposalForm {...deed} onSaved={saved} />}
      {state === 'closing' && (
        <AnswerProposal
          {...deed}
          situation={situation}
          supervisorHere={data.supervisorHere}
          blocked={blocks.length > 0 || unreadable > 0}
          onSaved={saved}
        />
      )}
      {state === 'closed' && <ReopenForm {...deed} onSaved={saved} />}
      {standing !== null && <CaseHistory standing={standing.value} staffNames={staffNames} />}
    </>
  )
}
