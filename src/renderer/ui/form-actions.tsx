import type { ReactNode } from 'react'
import type { Refusal } from '../../instruments/outcome.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import './form-actions.css'

/** The end of a form: why it was not done, if so, and below that what can be done. */
export function FormActions({ refusal, children }: { refusal: Refusal | null; children: ReactNode }) {
  return (
    <div className="form-actions">
      <RefusalNotice refusal={refusal} />
      {children}
    </div>
  )
}
