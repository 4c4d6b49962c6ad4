import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StandingCallAction } from '../../casework/hotline/call-actions.ts'
import { actionKinds } from '../../casework/hotline/call-step.ts'
import { nextState, reachesOut, type StepFields } from './step-entry.ts'

const grounds = ['callerAgreed', 'emergency'] as const

/** What is done, how far it came, and whom it reached outside. */
export function ActedFields({ known }: { known: StandingCallAction | null }) {
  const { t } = useTranslation('call-record')
  const { t: words } = useTranslation('call-form')
  const form = Form.useFormInstance<StepFields>()
  const chosen = Form.useWatch('what', form) as StepFields['what'] | undefined
  const entered = Form.useWatch('state', form) as StepFields['state'] | undefined
  const what = known?.what ?? chosen
  const state = known === null ? entered : nextState(known.state)
  return (
    <>
      {known === null && (
        <>
          <Form.Item
            name="what"
            label={t('field.what')}
            rules={[{ required: true, message: t('field.whatNeeded') }]}
          >
            <Select
              aria-label={t('field.what')}
              options={actionKinds.map((value) => ({ value, label: words(`action.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="state" label={t('field.state')} extra={t('field.stateHint')}>
            <Radio.Group
              aria-label={t('field.state')}
              options={(['intended', 'done'] as const).map((value) => ({
                value,
                label: words(`actionState.${value}`),
              }))}
            />
          </Form.Item>
        </>
      )}
      {reachesOut(what) && state !== 'intended' && (
        <>
          <Form.Item
            name="person"
            label={t('field.person')}
            extra={t('field.personHint')}
            rules={[{ required: true, whitespace: true, message: t('field.personNeeded') }]}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="result"
            label={t('field.result')}
            rules={[{ required: true, whitespace: true, min: 2, message: t('field.resultNeeded') }]}
          >
            <Input maxLength={2000} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="ground"
            label={t('field.ground')}
            extra={t('field.groundHint')}
            rules={[{ required: true, message: t('field.groundNeeded') }]}
          >
            <Radio.Group
              aria-label={t('field.ground')}
              options={grounds.map((value) => ({ value, label: t(`ground.${value}`) }))}
            />
          </Form.Item>
        </>
      )}
      <Form.Item name="note" label={t('field.note')}>
        <Input.TextArea rows={2} maxLength={20_000} />
      </Form.Item>
    </>
  )
}
