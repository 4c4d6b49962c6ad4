import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Rater } from '../../../src/casework/assessments/assessment.ts'
import { AlertHandlingForm } from '../../../src/renderer/clients/alert-handling-form.tsx'
import { setupLocale } from '../../../src/renderer/locale/locale.ts'
import { alertOf, stored } from '../../casework/records.ts'

let root: Root
beforeEach(() => {
  setupLocale()
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

const shelf = { entries: [], earlier: [], broken: [], nonCommercial: null, staffNames: {} }
const show = (rater: Rater) =>
  root.render(
    <AlertHandlingForm
      alert={stored(1, alertOf())}
      rater={rater}
      shelf={shelf}
      onWriting={() => {}}
      onHandled={() => {}}
    />,
  )

test('an alert says whose answer raised it', async () => {
  show({ kind: 'informant', relation: '示例母亲' })
  await expect.element(page.getByText(/(informant|知情人他评).*示例母亲/)).toBeVisible()
  show({ kind: 'self' })
  await expect.element(page.getByText(/self-rated|本人自评/)).toBeVisible()
})
