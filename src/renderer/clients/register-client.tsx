import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { PossibleDuplicate } from '../../casework/duplicates.ts'
import type { ClientDraft } from '../../room/contract/clients.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { Page } from '../ui/page.tsx'
import { DuplicateQuestion } from './duplicate-question.tsx'

interface Fields {
  name: string
  birthDate?: string
  sex?: 'female' | 'male' | 'unknown'
  township?: string
  phone?: string
}

const orNull = (text: string | undefined): string | null => text?.trim() || null

const draftOf = ({ name, birthDate, sex, township, phone }: Fields): ClientDraft => ({
  name: name.trim(),
  birthDate: orNull(birthDate),
  sex: sex === 'female' || sex === 'male' ? sex : null,
  township: orNull(township),
  phone: orNull(phone),
})

/** A new client: only a name or an alias is needed. Nobody is registered twice without being asked. */
export function RegisterClient() {
  const { t } = useTranslation('clients')
  const navigate = useNavigate()
  const { unit } = useSession()
  const [question, setQuestion] = useState<{ draft: ClientDraft; candidates: PossibleDuplicate[] } | null>(
    null,
  )
  const register = useCommand((draft: ClientDraft) => room.registerClient(draft))
  const look = useCommand(async (draft: ClientDraft) => ({
    ok: true as const,
    value: await room.findDuplicates(draft),
  }))

  const create = async (draft: ClientDraft) => {
    const registered = await register.run(draft)
    if (registered) void navigate(`/clients/${registered.value.id}`, { replace: true })
  }
  const submit = async (fields: Fields) => {
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
        <Form<Fields>
          layout="vertical"
          requiredMark={false}
          initialValues={{ sex: 'unknown', township: unit.code.length === 9 ? unit.code : '' }}
          onFinish={(fields) => void submit(fields)}
          onValuesChange={() => setQuestion(null)}
        >
          <Form.Item
            name="name"
            label={t('field.name')}
            extra={t('field.nameHint')}
            rules={[{ required: true, whitespace: true, message: t('field.nameNeeded') }]}
          >
            <Input autoFocus maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name="birthDate" label={t('field.birthDate')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="sex" label={t('field.sex')}>
            <Radio.Group
              aria-label={t('field.sex')}
              options={(['female', 'male', 'unknown'] as const).map((value) => ({
                value,
                label: t(`sex.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="township"
            label={t('field.township')}
            extra={t('field.townshipHint')}
            rules={[{ pattern: /^\d{9}$/, message: t('field.townshipWrong') }]}
          >
            <Input inputMode="numeric" maxLength={9} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label={t('field.phone')}>
            <Input inputMode="tel" maxLength={40} autoComplete="off" />
          </Form.Item>
          <FormActions refusal={register.refusal ?? look.refusal}>
            <Button
              type={question === null ? 'primary' : 'default'}
              htmlType="submit"
              disabled={question !== null}
              loading={look.running || register.running}
            >
              {t('register.submit')}
            </Button>
            <Link to="/clients">{t('cancel')}</Link>
          </FormActions>
        </Form>
      </section>
    </Page>
  )
}
