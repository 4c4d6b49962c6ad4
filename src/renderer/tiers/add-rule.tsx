import { Button, Form, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScoreForm } from '../../casework/assessments/score-form.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import type { RuleEdit } from '../../tiering/edit-rules.ts'
import type { RuleSet } from '../../tiering/rule-set.ts'
import type { RuleTemplate } from '../../tiering/rule-template.ts'
import { ruleFromTemplate } from '../../tiering/rule-template.ts'
import { useLanguage } from '../locale/locale.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { conditionFrom, type NewRule, type RuleKind, ruleSubjects } from './rule-subjects.ts'

/** Adds a rule: about what, what has to be found of it; the rest comes from a template and can be changed after. */
export function AddRule({
  ruleSet,
  shelf,
  forms,
  templates,
  onAdd,
}: {
  ruleSet: RuleSet
  shelf: QuestionnaireShelf
  forms: readonly ScoreForm[]
  templates: readonly RuleTemplate[]
  onAdd: (edit: RuleEdit) => void
}) {
  const { t } = useTranslation('tiers')
  const [language] = useLanguage()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<NewRule>()
  const about = Form.useWatch('about', form)
  const kind = Form.useWatch('kind', form)
  const subjects = ruleSubjects(shelf, forms)
  const subject = subjects.find(({ id }) => id === about)
  const made = (fields: NewRule) => {
    const chosen = subjects.find(({ id }) => id === fields.about)
    const when = chosen === undefined ? null : conditionFrom(chosen, fields)
    return chosen === undefined || when === null
      ? null
      : ruleFromTemplate(templates, when, { title: chosen.title, part: chosen.part }, ruleSet)
  }
  const [failed, setFailed] = useState<string | null>(null)

  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('add.open')}</Button>
      </div>
    )
  return (
    <Form<NewRule>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel add-rule"
      aria-label={t('add.title')}
      onFinish={(fields) => {
        const rule = made(fields)
        if (rule?.ok !== true) {
          setFailed(rule?.refusal.code ?? 'TEMPLATE_MISSING')
          return
        }
        onAdd({ kind: 'add', rule: rule.value })
        setOpen(false)
        form.resetFields()
      }}
    >
      <h2 className="panel-title">{t('add.title')}</h2>
      <Form.Item name="about" label={t('add.about')} rules={[{ required: true, message: t('add.needed') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          onChange={() => form.setFieldsValue({ kind: undefined, value: undefined })}
          options={subjects.map(({ id, title, part }) => ({
            value: id,
            label: [title, part].flatMap((names) => names[language] ?? names['zh-CN'] ?? []).join(' · '),
          }))}
        />
      </Form.Item>
      <Form.Item name="kind" label={t('add.kind')} rules={[{ required: true, message: t('add.needed') }]}>
        <Select<RuleKind>
          disabled={subject === undefined}
          options={(subject?.kinds ?? []).map((one) => ({ value: one, label: t(`add.kinds.${one}`) }))}
        />
      </Form.Item>
      {(kind === 'atLeast' || kind === 'atMost') && subject?.range != null && (
        <Form.Item
          name="value"
          label={t('add.value', subject.range)}
          rules={[{ required: true, message: t('add.needed') }]}
        >
          <InputNumber min={subject.range.min} max={subject.range.max} />
        </Form.Item>
      )}
      <RefusalNotice refusal={failed === null ? null : { code: failed }} />
      <div className="rules-tools">
        <Button type="primary" htmlType="submit">
          {t('add.submit')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
      </div>
    </Form>
  )
}
