import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type {
  CountyUnitsOnShow,
  Unit,
  UnitEntry,
  UnitKey,
  UnitOnShow,
} from '../../../room/contract/county-units.ts'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { FormActions } from '../../ui/form-actions.tsx'

const levels = ['city', 'county', 'township', 'room'] as const
const duties = ['month', 'quarter', 'none'] as const

type Fields = Omit<UnitEntry, 'parent' | 'contact' | 'residents'> & {
  parent?: string
  contact?: string
  residents?: number | null
}

/** Enters a unit, or says what it is from a day on. Level and code are what it is known by, and stay. */
export function UnitForm({
  units,
  before,
  onSaved,
  onCancel,
}: {
  units: CountyUnitsOnShow
  before: Unit | null
  onSaved: (key: UnitKey) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('county-units')
  const [form] = Form.useForm<Fields>()
  const level = Form.useWatch('level', form) ?? before?.level ?? 'room'
  const save = useCommand((fields: Fields) =>
    room.enterUnit({
      ...fields,
      code: fields.code.trim(),
      parent: fields.parent ?? null,
      contact: fields.contact ?? '',
      residents: fields.residents ?? null,
    }),
  )
  const above = levels[levels.indexOf(level) - 1]
  const parents = unitsOf(units.tree).filter((unit) => unit.level === above)
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="units-form"
      aria-label={t(before === null ? 'form.new' : 'form.change')}
      initialValues={
        before === null
          ? { level: 'room', duty: 'month', from: units.today }
          : { ...before, parent: before.parent ?? undefined, from: units.today }
      }
      onFinish={(fields) => void save.run(fields).then((saved) => saved && onSaved(fields))}
    >
      <div className="field-row">
        <Form.Item name="level" label={t('column.level')}>
          <Select
            disabled={before !== null}
            options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
            onChange={(next) => form.setFieldsValue({ duty: next === 'room' ? 'month' : 'none' })}
          />
        </Form.Item>
        <Form.Item
          name="code"
          label={t('column.code')}
          extra={before === null ? t('form.codeHint', { code: units.desk.code }) : undefined}
          rules={[{ required: true, whitespace: true, message: t('form.codeNeeded') }]}
        >
          <Input disabled={before !== null} inputMode="numeric" maxLength={9} />
        </Form.Item>
      </div>
      <Form.Item
        name="name"
        label={t('column.name')}
        rules={[{ required: true, whitespace: true, message: t('form.nameNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      {parents.length > 0 && (
        <Form.Item name="parent" label={t('column.parent')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={parents.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
          />
        </Form.Item>
      )}
      <Form.Item name="contact" label={t('column.contact')} extra={t('form.contactHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="field-row">
        <Form.Item name="duty" label={t('column.duty')} hidden={level !== 'room'}>
          <Select options={duties.map((value) => ({ value, label: t(`duty.${value}`) }))} />
        </Form.Item>
        <Form.Item name="residents" label={t('column.residents')} hidden={level === 'room'}>
          <InputNumber min={1} max={100_000_000} precision={0} />
        </Form.Item>
        <Form.Item
          name="from"
          label={t('form.from')}
          extra={t(before === null ? 'form.fromHint' : 'form.changeHint')}
          rules={[{ required: true, message: t('form.dayNeeded') }]}
        >
          <Input type="date" />
        </Form.Item>
      </div>
      <FormActions refusal={save.refusal}>
        <Button type="primary" htmlType="submit" loading={save.running}>
          {t('form.save')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </FormActions>
    </Form>
  )
}

const unitsOf = (nodes: readonly UnitOnShow[]): Unit[] =>
  nodes.flatMap(({ unit, under }) => (unit.level === 'room' ? [] : [unit, ...unitsOf(under)]))
