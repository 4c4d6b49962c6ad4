import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { done, type Outcome, refused } from '../../src/instruments/outcome.ts'
import { setupLocale } from '../../src/renderer/locale/locale.ts'
import { useCommand } from '../../src/renderer/room/use-command.ts'
import { ConfirmMe } from '../../src/renderer/ui/confirm-me.tsx'

/** A room that lets nothing out until it was shown who is there. */
const roomThatAsks = () => {
  let confirmed = false
  return {
    exported: vi.fn(),
    confirm: vi.fn(async (passphrase: string, action: string): Promise<Outcome<null>> => {
      if (passphrase !== '示例口令' || action !== 'export') return refused('WRONG_PASSPHRASE')
      confirmed = true
      return done(null)
    }),
    async export(): Promise<Outcome<string>> {
      if (!confirmed) return refused('PASSPHRASE_NEEDED', { at: 'export' })
      this.exported()
      return done('file')
    },
  }
}

function Export({ room }: { room: ReturnType<typeof roomThatAsks> }) {
  const command = useCommand(() => room.export())
  return (
    <>
      <button type="button" onClick={() => void command.run()}>
        export
      </button>
      <p>{command.doneAt !== null ? 'written' : (command.refusal?.code ?? 'nothing yet')}</p>
    </>
  )
}

let root: Root
let room: ReturnType<typeof roomThatAsks>
beforeEach(async () => {
  setupLocale()
  room = roomThatAsks()
  root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render(
    <ConfirmMe name="示例咨询师" confirm={room.confirm}>
      <Export room={room} />
    </ConfirmMe>,
  )
  await page.getByRole('button', { name: 'export' }).click()
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

const question = () => page.getByRole('dialog', { name: /示例咨询师/ })

test('case 79: the command waits for the passphrase and is run again with it', async () => {
  await expect.element(question()).toBeVisible()
  expect(room.exported).not.toHaveBeenCalled()
  await userEvent.keyboard('不是它{Enter}')
  await expect.element(question().getByRole('alert')).toBeVisible()
  expect(room.exported).not.toHaveBeenCalled()
  await userEvent.keyboard('示例口令{Enter}')
  await expect.element(page.getByText('written')).toBeVisible()
  await expect.element(question()).not.toBeInTheDocument()
  expect(room.exported).toHaveBeenCalledOnce()
})

test('who does not go on has done nothing, and is told so in place', async () => {
  await expect.element(question()).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(question()).not.toBeInTheDocument()
  await expect.element(page.getByText('PASSPHRASE_NEEDED')).toBeVisible()
  expect(room.exported).not.toHaveBeenCalled()
  await page.getByRole('button', { name: 'export' }).click()
  await expect.element(question()).toBeVisible()
})
