import { Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ClientDraft, DuplicateOnShow } from '../../room/contract/clients.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { Page } from '../ui/page.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { ClientFields } from './client-fields.tsx'
import { type ClientFormValues, draftOf } from './client-form-values.ts'
import { DuplicateQuestion } from './duplicate-question.tsx'

/** A new client: only a name or an alias is needed. Nobody is registered twice without being asked. */
export function RegisterClient() {
  const { t } = useTranslation('clients')
  const navigate = useNavigate()
  const { unit } = useSession()
  const [form] = Form.useForm<ClientFormValues>()
  const kept = useDraft(draftName('newClient'), form)
  const [question, setQuestion] = useState<{ draft: ClientDraft; candidates: DuplicateOnShow[] } | null>(null)
  const register = useCommand((draft: ClientDraft) => room.registerClient(draft))
  const look = useCommand(async (draft: ClientDraft) => ({
    ok: true as const,
    value: await room.findDuplicates(draft),
  }))

  const create = async (draft: ClientDraft) => {
    const registered = await register.run(draft)
    if (!registered) return
    await kept.forget()
    void navigate(`/clients/${registered.value.id}`, { replace: true })
  }
  const submit = async (fields: ClientFormValues) => {
    const draft = draftOf(fields)
    const candidates = await look.run(draft)
    if (!candidates) return
    if (candidates.value.length === 0) await create(draft)
    else setQuestion({ draft, candidates: candidates.value })
  }

  return (
    <Page title={t('register.title')} lead={t('register.lead')} width="form">
      {question !== null && (
        <DuplicateQuestion
          candidates={question.candidates}
          busy={register.running}
          onNobody={() => void create(question.draft)}
        />
      )}
      <section className="panel">
        <DraftNotice draft={kept} />
        <Form<ClientFormValues>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ sex: 'unknown', township: unit.code.length === 9 ? unit.code : '' }}
          onFinish={(fields) => void submit(fields)}
          onValuesChange={(changes, fields) => {
            setQuestion(null)
            kept.changed(changes, fields)
          }}
        >
          <ClientFields />
          <FormActions refusal={register.refusal ?? look.refusal}>
            <Button
              type={question === null ? 'primary' : 'default'}
              htmlType="submit"
              disabled={question !== null}
              loading={look.running || register.running}
            >
              {t('register.submit')}
            </Button>
            <Link to="/clients" onClick={() => void kept.forget()}>
              {t('cancel')}
            </Link>
          </FormActions>
        </Form>
      </section>
    </Page>
  )
}
