import { Button, Checkbox, Form, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { standingConsent } from '../../casework/consents/consent-standing.ts'
import { type DisclosureField, disclosureFields } from '../../casework/disclosures/disclosure.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Referral } from '../../casework/referrals/referral.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import type { ReferralShelf } from '../../room/contract/referrals.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { type HandedForm, handedOf } from '../disclosures/account-of.ts'
import { LeaveFields } from '../disclosures/leave-fields.tsx'
import { MoreField } from '../disclosures/more-field.tsx'
import { TellingFields } from '../disclosures/telling-fields.tsx'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { ConsentState } from './consent-state.tsx'
import { type ComparedCard, ReceiverCard } from './receiver-card.tsx'

interface Fields extends HandedForm {
  way: 'slip' | 'phone' | 'file'
  savingLife?: boolean
  fields: DisclosureField[]
}

const usuallyTold = {
  consentedReferral: ['name', 'reason'],
  savingLife: ['name', 'risk'],
} as const satisfies Record<keyof ReferralShelf['rules'], readonly DisclosureField[]>

/** Sends a referral: what is told, on what ground, who allowed it and whether the client knows stand on record before it goes. */
export function SendForm({
  referral,
  rules,
  onSent,
  onCancel,
}: {
  referral: Stored<Referral>
  rules: ReferralShelf['rules']
  /** With the file, when it goes as one. */
  onSent: (file: OutgoingFile | null) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('referrals')
  const { file } = useClientOnShow()
  const [form] = Form.useForm<Fields>()
  const [card, setCard] = useState<ComparedCard | null>(null)
  const { id, revision, value } = referral
  const { receiver, urgency } = value
  const agreed = standingConsent(file.consents, 'referral', receiver.name) !== null
  const ground = agreed ? 'consentedReferral' : 'savingLife'
  const rule = rules[ground]
  const way = Form.useWatch('way', form)
  const chosen = Form.useWatch('fields', form) ?? []
  const beyond = chosen.filter((field) => !rule.fields.includes(field))
  const send = useCommand(async ({ way: by, ...fields }: Fields): Promise<Outcome<OutgoingFile | null>> => {
    const { savingLife = false, fields: told } = fields
    const handing = { id, revision, savingLife, fields: told, ...handedOf(fields) }
    if (by !== 'file') {
      const sent = await room.sendReferral({ ...handing, way: by })
      return sent.ok ? done(null) : sent
    }
    if (card === null || !card.compared) return refused('CARD_NOT_COMPARED')
    const { bytes, shown } = card
    return room.sendReferralFile({ ...handing, card: bytes, fingerprint: shown.fingerprint })
  })
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="referral-form"
      aria-label={t('send.title')}
      initialValues={{
        fields: usuallyTold[ground],
        ...(agreed ? { telling: 'told' } : {}),
      }}
      onFinish={(fields) => void send.run(fields).then((sent) => sent && onSent(sent.value))}
    >
      <h3>{t('send.title')}</h3>
      <ConsentState file={file} receiver={receiver.name} urgency={urgency} />
      {!agreed && urgency === 'atOnce' && (
        <Form.Item
          name="savingLife"
          valuePropName="checked"
          rules={[
            {
              validator: async (_, checked: boolean) => {
                if (!checked) throw new Error(t('send.savingLifeNeeded'))
              },
            },
          ]}
        >
          <Checkbox>{t('send.savingLife')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="way" label={t('send.way')} rules={[{ required: true, message: t('send.wayNeeded') }]}>
        <Radio.Group
          vertical
          aria-label={t('send.way')}
          options={(['slip', 'phone', 'file'] as const).map((one) => ({
            value: one,
            label: t(`send.ways.${one}`),
          }))}
        />
      </Form.Item>
      {way === 'file' && <ReceiverCard card={card} onCard={setCard} />}
      <Form.Item
        name="fields"
        label={t('send.fields')}
        extra={t('send.fieldsHint')}
        rules={[
          {
            validator: async (_, fields: DisclosureField[] = []) => {
              if (fields.length === 0) throw new Error(t('send.fieldsNeeded'))
            },
          },
        ]}
      >
        <Checkbox.Group
          aria-label={t('send.fields')}
          options={disclosureFields.map((field) => ({
            value: field,
            label: t(`disclosures:field.${field}`),
          }))}
        />
      </Form.Item>
      <MoreField beyond={beyond} />
      <LeaveFields />
      <TellingFields when={rule.tellClient} />
      <FormActions refusal={send.refusal}>
        <Button type="primary" htmlType="submit" loading={send.running}>
          {t('send.submit')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
