import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Battery } from '../../casework/assessments/battery.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { SideBySide } from '../ui/side-by-side.tsx'
import { useConflict } from '../ui/use-conflict.ts'
import { InstrumentOrder } from './instrument-order.tsx'
import { useShelfNames } from './use-shelf-names.ts'
import { WeeksField } from './weeks-field.tsx'
import './battery-form.css'

/** A battery as it stands in the form: a new one, one from a proposal, or one that is being changed. */
export interface BatteryDraft extends Pick<Battery, 'name' | 'instruments' | 'everyWeeks' | 'proposal'> {
  id: string | null
  revision: number
}

type Fields = Pick<Battery, 'name' | 'instruments' | 'everyWeeks'>

/** Makes a battery or changes one. */
export function BatteryForm({
  draft,
  shelf,
  onSaved,
  onCancel,
}: {
  draft: BatteryDraft
  shelf: QuestionnaireShelf
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('programme')
  const [form] = Form.useForm<Fields>()
  const [mine, setMine] = useState<Fields>(draft)
  const { titleOfId } = useShelfNames(shelf)
  const save = useCommand(({ name, instruments, everyWeeks }: Fields, revision: number) =>
    room.saveBattery({
      id: draft.id,
      revision,
      battery: { name, instruments, everyWeeks: everyWeeks ?? null, proposal: draft.proposal },
    }),
  )
  const conflict = useConflict(save.refusal, async () => {
    const { batteries } = await room.batteries()
    return batteries.find(({ id }) => id === draft.id) ?? null
  })
  const submit = async (fields: Fields, revision = draft.revision) => {
    setMine(fields)
    if ((await save.run(fields, revision)) !== null) onSaved()
  }
  const { stored } = conflict
  if (stored !== null)
    return (
      <SideBySide<Fields>
        fields={[
          { name: 'name', label: t('form.name'), text: ({ name }) => name },
          {
            name: 'instruments',
            label: t('form.instruments'),
            text: ({ instruments }) => instruments.map(titleOfId).join(t('comma')),
          },
          {
            name: 'everyWeeks',
            label: t('form.everyWeeks'),
            text: ({ everyWeeks }) =>
              everyWeeks ? t('retest.every', { count: everyWeeks }) : t('form.notAgain'),
          },
        ]}
        stored={stored.value}
        mine={{ ...mine, everyWeeks: mine.everyWeeks ?? null }}
        closed={stored.value.retired !== null}
        saving={save.running}
        onSettled={(fields) => {
          conflict.settled()
          form.setFieldsValue(fields)
          void submit(fields, stored.revision)
        }}
        onLeft={onSaved}
      />
    )
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel battery-form"
      aria-label={t(draft.id === null ? 'form.new' : 'form.change')}
      initialValues={draft}
      onFinish={(fields) => void submit(fields)}
    >
      <h2 className="panel-title">{t(draft.id === null ? 'form.new' : 'form.change')}</h2>
      <Form.Item
        name="name"
        label={t('form.name')}
        rules={[{ required: true, whitespace: true, message: t('form.nameNeeded') }]}
      >
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item
        name="instruments"
        label={t('form.instruments')}
        extra={t('form.instrumentsHint')}
        rules={[
          {
            validator: async (_, instruments: string[] = []) => {
              if (instruments.length < 2) throw new Error(t('form.instrumentsNeeded'))
            },
          },
        ]}
      >
        <InstrumentOrder label={t('form.instruments')} shelf={shelf} />
      </Form.Item>
      <Form.Item name="everyWeeks" label={t('form.everyWeeks')} extra={t('form.everyWeeksHint')}>
        <WeeksField />
      </Form.Item>
      <FormActions refusal={save.refusal}>
        <Button type="primary" htmlType="submit" loading={save.running}>
          {t('form.save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
