import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { outreachForms } from '../../casework/activities/outreach.ts'
import type { OutreachCategories } from '../../casework/activities/outreach-categories.ts'
import { useCategoryName } from './use-category-name.ts'

/** What is asked about an activity. */
export function OutreachFields({
  categories,
  staff,
  category,
}: {
  categories: OutreachCategories
  staff: readonly { id: string; name: string }[]
  /** The one it stands under, though it may be retired by now. */
  category: string | null
}) {
  const { t } = useTranslation('outreach')
  const nameOf = useCategoryName(categories)
  const open = categories.categories.filter(({ id, retired }) => !retired || id === category)
  return (
    <>
      <Form.Item
        name="title"
        label={t('field.title')}
        rules={[{ required: true, whitespace: true, message: t('needed.title') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <div className="field-row">
        <Form.Item name="day" label={t('field.day')} rules={[{ required: true, message: t('needed.day') }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="category"
          label={t('field.category')}
          className="outreach-wide"
          rules={[{ required: true, message: t('needed.category') }]}
        >
          <Select options={open.map(({ id }) => ({ value: id, label: nameOf(id) }))} />
        </Form.Item>
      </div>
      <Form.Item name="form" label={t('field.form')}>
        <Radio.Group
          aria-label={t('field.form')}
          options={outreachForms.map((value) => ({ value, label: t(`form.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="place" label={t('field.place')}>
        <Input maxLength={100} />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="forWhom"
          label={t('field.forWhom')}
          extra={t('field.forWhomHint')}
          className="outreach-wide"
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="audience"
          label={t('field.audience')}
          rules={[{ required: true, message: t('needed.audience') }]}
        >
          <InputNumber min={0} max={100_000} precision={0} />
        </Form.Item>
      </div>
      <div className="field-row">
        <Form.Item
          name="materialNames"
          label={t('field.materialNames')}
          extra={t('field.materialNamesHint')}
          className="outreach-wide"
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="materials" label={t('field.materials')}>
          <InputNumber min={0} max={1_000_000} precision={0} />
        </Form.Item>
      </div>
      <div className="field-row">
        <Form.Item name="staff" label={t('field.staff')} className="outreach-wide">
          <Checkbox.Group
            aria-label={t('field.staff')}
            options={staff.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="volunteers" label={t('field.volunteers')}>
          <InputNumber min={0} max={1_000} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t('field.note')} extra={t('field.noteHint')}>
        <Input.TextArea rows={3} maxLength={20_000} />
      </Form.Item>
    </>
  )
}
