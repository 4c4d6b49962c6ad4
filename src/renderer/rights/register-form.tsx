import { Button, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type RightAsked, rightsAsked } from '../../casework/privacy/rights-request.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'

interface Fields {
  asked: RightAsked
  askedBy: 'self' | 'guardian' | 'relative'
  askedOn: string
  words?: string
}

const askers = ['self', 'guardian', 'relative'] as const

/** Puts a request on the register, in the asker's words. */
export function RegisterForm({
  clientId,
  answerWithinDays,
  onCancel,
}: {
  clientId: string
  answerWithinDays: Record<RightAsked, number>
  onCancel: () => void
}) {
  const { t } = useTranslation('rights')
  const navigate = useNavigate()
  const [form] = Form.useForm<Fields>()
  const asked = Form.useWatch('asked', form)
  const kept = useDraft(draftName('rightsRequest', clientId), form)
  const register = useCommand(({ words = '', ...fields }: Fields) =>
    room.registerRequest({ clientId, words, ...fields }),
  )
  const save = async (fields: Fields) => {
    const saved = await register.run(fields)
    if (saved === null) return
    await kept.forget()
    await navigate(`/clients/rights/${saved.value.id}`)
  }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      className="rights-form"
      requiredMark={false}
      initialValues={{ askedBy: 'self', askedOn: dayOf(new Date().toISOString()) }}
      onValuesChange={kept.changed}
      onFinish={(fields) => void save(fields)}
    >
      <DraftNotice draft={kept} />
      <Form.Item
        name="asked"
        label={t('register.asked')}
        {...(asked === undefined ? {} : { extra: t('register.within', { count: answerWithinDays[asked] }) })}
        rules={[{ required: true, message: t('register.askedNeeded') }]}
      >
        <Radio.Group
          vertical
          aria-label={t('register.asked')}
          options={rightsAsked.map((value) => ({ value, label: t(`asked.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="askedBy" label={t('register.askedBy')}>
        <Radio.Group
          aria-label={t('register.askedBy')}
          options={askers.map((value) => ({ value, label: t(`askedBy.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="askedOn"
        label={t('register.askedOn')}
        rules={[{ required: true, message: t('register.askedOnNeeded') }]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item name="words" label={t('register.words')}>
        <Input.TextArea rows={2} maxLength={20_000} />
      </Form.Item>
      <FormActions refusal={register.refusal}>
        <Button type="primary" htmlType="submit" loading={register.running}>
          {t('register.submit')}
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
