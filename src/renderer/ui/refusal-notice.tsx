import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { Refusal } from '../../instruments/outcome.ts'
import { useRefusalText } from '../refusals/refusal-text.ts'

/** Says in place why something was not done; nothing when it was not refused. */
export function RefusalNotice({ refusal, action }: { refusal: Refusal | null; action?: ReactNode }) {
  const text = useRefusalText()
  if (refusal === null) return null
  return <Alert role="alert" type="warning" showIcon title={text(refusal)} action={action} />
}
