import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../instruments/outcome.ts'
import { FormActions } from '../ui/form-actions.tsx'

/** Something that is done only with a reason: a button, and behind it the field for why. */
export function ReasonForm({
  open,
  label,
  hint,
  needed,
  act,
  cancel,
  command: { run, running, refusal },
}: {
  /** The words of the button that asks for the reason. */
  open: string
  label: string
  hint?: string
  needed: string
  act: string
  cancel: string
  command: { run: (because: string) => Promise<unknown>; running: boolean; refusal: Refusal | null }
}) {
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <Button className="reason-open" onClick={() => setAsked(true)}>
        {open}
      </Button>
    )
  return (
    <Form<{ because: string }>
      layout="vertical"
      requiredMark={false}
      className="shift-form"
      aria-label={open}
      onFinish={({ because }) => void run(because)}
    >
      <Form.Item
        name="because"
        label={label}
        extra={hint}
        rules={[{ required: true, whitespace: true, min: 2, message: needed }]}
      >
        <Input autoFocus maxLength={500} />
      </Form.Item>
      <FormActions refusal={refusal}>
        <Button type="primary" htmlType="submit" loading={running}>
          {act}
        </Button>
        <Button onClick={() => setAsked(false)}>{cancel}</Button>
      </FormActions>
    </Form>
  )
}
