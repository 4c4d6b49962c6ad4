import { Button, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { referralsInForce } from '../../casework/consents/consent-standing.ts'
import type { Stored } from '../../casework/records/record.ts'
import { type Referral, receiverKinds } from '../../casework/referrals/referral.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { ConsentState } from './consent-state.tsx'

type Fields = Pick<Referral, 'urgency' | 'question' | 'told'> & {
  kind: Referral['receiver']['kind']
  name: string
  contact: string
}

const urgencies = ['atOnce', 'today', 'planned'] as const

/** Writes a referral or changes one that was not sent. */
export function ReferralForm({
  clientId,
  referral,
  onSaved,
  onCancel,
}: {
  clientId: string
  /** Null for a new one. */
  referral: Stored<Referral> | null
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('referrals')
  const { file } = useClientOnShow()
  const [form] = Form.useForm<Fields>()
  const kept = useDraft(draftName('referral', clientId, referral?.id ?? 'new'), form)
  const name = Form.useWatch('name', form)
  const urgency = Form.useWatch('urgency', form)
  const agreed = referralsInForce(file.consents).flatMap(({ value }) => value.recipient ?? [])
  const save = useCommand(({ kind, name: receiver, contact, ...written }: Fields) =>
    room.saveReferral({
      id: referral?.id ?? null,
      revision: referral?.revision ?? 0,
      referral: {
        clientId,
        ...written,
        told: written.told ?? '',
        receiver: { kind, name: receiver, contact: contact ?? '' },
      },
    }),
  )
  const submit = async (fields: Fields) => {
    if ((await save.run(fields)) === null) return
    await kept.forget()
    onSaved()
  }
  const before = referral?.value
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className={referral === null ? 'panel referral-form' : 'referral-form'}
      aria-label={t(referral === null ? 'form.new' : 'form.change')}
      initialValues={
        before === undefined ? { urgency: 'planned' } : { ...before, ...before.receiver, told: before.told }
      }
      onValuesChange={kept.changed}
      onFinish={(fields) => void submit(fields)}
    >
      {referral === null && <h2 className="panel-title">{t('form.new')}</h2>}
      <DraftNotice draft={kept} />
      <Form.Item
        name="kind"
        label={t('form.kind')}
        rules={[{ required: true, message: t('form.kindNeeded') }]}
      >
        <Select
          aria-label={t('form.kind')}
          options={receiverKinds.map((value) => ({ value, label: t(`receiver.kinds.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('form.receiver')}
        extra={t('form.receiverHint')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('form.receiverNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      {agreed.length > 0 && (
        <p className="referral-agreed">
          {t('form.agreed')}
          {agreed.map((one) => (
            <Button key={one} type="link" size="small" onClick={() => form.setFieldsValue({ name: one })}>
              {one}
            </Button>
          ))}
        </p>
      )}
      {typeof name === 'string' && name.trim().length > 1 && (
        <ConsentState file={file} receiver={name.trim()} urgency={urgency ?? 'planned'} />
      )}
      <Form.Item name="contact" label={t('form.contact')} extra={t('form.contactHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="urgency"
        label={t('form.urgency')}
        rules={[{ required: true, message: t('form.urgencyNeeded') }]}
      >
        <Radio.Group
          aria-label={t('form.urgency')}
          options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="question"
        label={t('form.question')}
        extra={t('form.questionHint')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('form.questionNeeded') }]}
      >
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="told" label={t('form.told')} extra={t('form.toldHint')}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <FormActions refusal={save.refusal}>
        <Button type="primary" htmlType="submit" loading={save.running}>
          {t('form.save')}
        </Button>
        <Button
          onClick={() => {
            void kept.forget()
            onCancel()
          }}
        >
          {t('cancel')}
        </Button>
      </FormActions>
    </Form>
  )
}
