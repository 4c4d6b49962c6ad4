import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { setupLocale } from '../../src/renderer/locale/locale.ts'
import { BatteryForm } from '../../src/renderer/programme/battery-form.tsx'
import { room } from '../../src/renderer/room/room.ts'
import { differingFields, SideBySide } from '../../src/renderer/ui/side-by-side.tsx'
import { attended } from '../room/attended.ts'
import { setUp } from '../room/set-up.ts'
import { emptyStorage } from '../room/windows.ts'
import { given } from '../support/exchange.ts'

interface Entry {
  name: string
  note: string
  weeks: number | null
}
const fields = [
  { name: 'name' as const, label: 'Name', text: ({ name }: Entry) => name },
  { name: 'note' as const, label: 'Note', text: ({ note }: Entry) => note },
  { name: 'weeks' as const, label: 'Weeks', text: ({ weeks }: Entry) => weeks ?? 'none' },
]
const stored: Entry = { name: 'same', note: 'theirs', weeks: null }
const mine: Entry = { name: 'same', note: 'what I wrote', weeks: 4 }

let root: Root
beforeEach(() => {
  setupLocale()
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})
const save = () => page.getByRole('button', { name: /^(按选定的保存|Save as chosen)$/ })
const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })

test('fields differ by what they say, and a missing one is an empty one', () => {
  expect(differingFields<Partial<Entry>>(fields as never, { name: 'a' }, { name: 'a', note: 'b' })).toEqual([
    'note',
  ])
  expect(differingFields(fields, stored, { ...stored })).toEqual([])
})

describe('case 22: a record that was changed while somebody typed over it', () => {
  test('is saved only once every field that differs was chosen, and as it was chosen', async () => {
    const onSettled = vi.fn()
    root.render(
      <SideBySide fields={fields} stored={stored} mine={mine} onSettled={onSettled} onLeft={vi.fn()} />,
    )
    await expect.element(save()).toBeDisabled()
    await expect.element(row('Name').getByRole('radio')).not.toBeInTheDocument()
    await row('Note')
      .getByRole('radio', { name: /what I wrote/ })
      .click()
    await expect.element(save()).toBeDisabled()
    await row('Weeks').getByRole('radio', { name: /none/ }).click()
    await save().click()
    expect(onSettled).toHaveBeenCalledExactlyOnceWith({ name: 'same', note: 'what I wrote', weeks: null })
  })

  test('is chosen and saved with the keys alone', async () => {
    const onSettled = vi.fn()
    root.render(
      <SideBySide fields={fields} stored={stored} mine={mine} onSettled={onSettled} onLeft={vi.fn()} />,
    )
    await expect.element(page.getByRole('heading', { level: 2 })).toHaveFocus()
    await userEvent.keyboard('{Tab} {Tab} ')
    await expect.element(save()).toBeEnabled()
    await userEvent.keyboard('{Tab}{Enter}')
    expect(onSettled).toHaveBeenCalledOnce()
  })

  test('can be left as it is', async () => {
    const [onSettled, onLeft] = [vi.fn(), vi.fn()]
    root.render(
      <SideBySide fields={fields} stored={stored} mine={mine} onSettled={onSettled} onLeft={onLeft} />,
    )
    await page.getByRole('button', { name: /^(保留现在存着的|Keep what is stored)/ }).click()
    expect(onLeft).toHaveBeenCalledOnce()
    expect(onSettled).not.toHaveBeenCalled()
  })

  test('is only looked at once it is closed', async () => {
    const onLeft = vi.fn()
    root.render(
      <SideBySide fields={fields} stored={stored} mine={mine} closed onSettled={vi.fn()} onLeft={onLeft} />,
    )
    await expect.element(page.getByText('what I wrote')).toBeVisible()
    await expect.element(page.getByText('theirs')).toBeVisible()
    await expect.element(page.getByRole('radio')).not.toBeInTheDocument()
    await page.getByRole('button', { name: /^(看过了|I have seen it)$/ }).click()
    expect(onLeft).toHaveBeenCalledOnce()
  })

  test('in the room itself: what the other saved is not overwritten unseen, and each choice is kept', async () => {
    await emptyStorage()
    await setUp(attended(room))
    const battery = { name: '示例初访', instruments: ['phq-9', 'gad-7'], everyWeeks: 4, proposal: null }
    const { id } = given(await room.saveBattery({ id: null, revision: 0, battery }))
    const shelf = await room.questionnaires()
    const onSaved = vi.fn()
    root.render(
      <BatteryForm
        draft={{ ...battery, id, revision: 1 }}
        shelf={shelf}
        onSaved={onSaved}
        onCancel={vi.fn()}
      />,
    )
    await page.getByRole('textbox', { name: /^(名称|Name)$/ }).fill('我写的名称')
    const theirs = { ...battery, name: '别处改的名称', everyWeeks: 8 }
    given(await room.saveBattery({ id, revision: 1, battery: theirs }))
    await page.getByRole('button', { name: /^(保存套餐|Save)/ }).click()

    await expect.element(page.getByText(/别处改的名称/)).toBeVisible()
    expect(onSaved).not.toHaveBeenCalled()
    const stillThere = (await room.batteries()).batteries.find((one) => one.id === id)
    expect(stillThere).toMatchObject({ revision: 2, value: { name: '别处改的名称' } })

    await page.getByRole('radio', { name: /我写的名称/ }).click()
    await page.getByRole('radio', { name: /8/ }).click()
    await save().click()
    await vi.waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
    const saved = (await room.batteries()).batteries.find((one) => one.id === id)
    expect(saved).toMatchObject({ revision: 3, value: { name: '我写的名称', everyWeeks: 8 } })
  })
})
