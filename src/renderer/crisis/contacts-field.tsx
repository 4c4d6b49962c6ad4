import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { contactSteps } from './safety-plan-fields.ts'

const mostContacts = 10

/** One step of a plan that names people to call. Of professionals there is at least one. */
export function ContactsField({ name, number }: { name: (typeof contactSteps)[number]; number: number }) {
  const { t } = useTranslation('crisis')
  const least = name === 'professionals' ? 1 : 0
  return (
    <fieldset className="plan-contacts">
      <legend>
        {number}. {t(`plan.step.${name}`)}
      </legend>
      <p className="quiet">{t(`plan.hint.${name}`)}</p>
      <Form.List name={name}>
        {(contacts, { add, remove }) => (
          <>
            {contacts.map((contact, place) => (
              <div key={contact.key} className="plan-contact">
                <Form.Item
                  name={[contact.name, 'name']}
                  label={t('plan.contactName')}
                  rules={[{ required: true, whitespace: true, message: t('plan.contactNeeded') }]}
                >
                  <Input maxLength={300} />
                </Form.Item>
                <Form.Item name={[contact.name, 'phone']} label={t('plan.contactPhone')}>
                  <Input maxLength={40} inputMode="tel" />
                </Form.Item>
                {contacts.length > least && (
                  <Button
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={t('plan.removeContact', { number: place + 1 })}
                    onClick={() => remove(contact.name)}
                  />
                )}
              </div>
            ))}
            {contacts.length < mostContacts && (
              <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ name: '', phone: '' })}>
                {t('plan.addContact')}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
