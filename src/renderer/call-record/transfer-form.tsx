import { Button, Checkbox, Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TransferGround } from '../../casework/hotline/call-transfer.ts'
import {
  emergencyParts,
  type TransferPart,
  transferParts,
} from '../../casework/hotline/call-transfer-parts.ts'
import type { CallOnShow } from '../../room/contract/hotline.ts'
import { NoteField } from '../crisis/entry-fields.tsx'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'

interface Fields {
  ground: TransferGround['kind']
  parts: TransferPart[]
  said: string
}

/** Sends a call on to those who keep files: what the caller agreed to, part by part, or what saving a life takes. */
export function TransferForm({
  onShow,
  onTaken,
  onStale,
  onCancel,
}: {
  onShow: CallOnShow
  onTaken: () => void
  onStale: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('call-record')
  const [form] = Form.useForm<Fields>()
  const ground = Form.useWatch('ground', form) as Fields['ground'] | undefined
  const { id, revision } = onShow.call
  const kept = useDraft(draftName('callStep', id, 'transferred'), form)
  const send = useCommand((given: TransferGround) => room.transferCall({ id, revision, ground: given }))
  const offered = ground === 'emergency' ? emergencyParts : transferParts
  const save = async ({ ground: kind, parts, said }: Fields) => {
    const moving = parts.filter((part) => kind === 'agreed' || emergencyParts.includes(part))
    const sent = await send.run(
      kind === 'agreed' ? { kind, parts: moving, said } : { kind, parts: moving, because: said },
    )
    if (sent === null) return onStale()
    await kept.forget()
    onTaken()
  }
  return (
    <Form<Fields>
      form={form}
      name="call-transfer"
      layout="vertical"
      requiredMark={false}
      className="crisis-step-form"
      initialValues={{ parts: [] }}
      onValuesChange={kept.changed}
      onFinish={(fields) => void save(fields)}
    >
      <DraftNotice draft={kept} />
      <p className="quiet">{t('transfer.lead')}</p>
      <Form.Item
        name="ground"
        label={t('transfer.ground')}
        rules={[{ required: true, message: t('transfer.groundNeeded') }]}
      >
        <Radio.Group
          vertical
          aria-label={t('transfer.ground')}
          options={(['agreed', 'emergency'] as const).map((value) => ({
            value,
            label: t(`transfer.${value}`),
          }))}
        />
      </Form.Item>
      {ground !== undefined && (
        <>
          <Form.Item
            name="parts"
            label={t('transfer.parts')}
            extra={t('transfer.partsHint')}
            rules={[{ type: 'array', min: 1, message: t('transfer.partsNeeded') }]}
          >
            <Checkbox.Group
              className="call-transfer-parts"
              options={offered.map((value) => ({ value, label: t(`transfer.part.${value}`) }))}
            />
          </Form.Item>
          <NoteField
            name="said"
            label={t(ground === 'agreed' ? 'transfer.said' : 'transfer.because')}
            needed={t(ground === 'agreed' ? 'transfer.saidNeeded' : 'transfer.becauseNeeded')}
            atLeast={ground === 'agreed' ? 2 : 5}
          />
        </>
      )}
      <FormActions refusal={send.refusal}>
        <Button type="primary" htmlType="submit" loading={send.running}>
          {t('transfer.send')}
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
