import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'

/** Presses the button that writes a file, and puts the file on the stick. Gives its path there. */
export async function saveTo(stick: string, page: Page, button: string): Promise<string> {
  const written = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const download = await lookingOn(page, written)
  const path = join(stick, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

/**
 * Waits with an eye on the page, so that what it asks meanwhile is answered. One look after the other: of two at once both
 * would see the question, and the answer to one of them is lost.
 */
async function lookingOn<T>(page: Page, awaited: Promise<T>): Promise<T> {
  let isOver = false
  const over = () => {
    isOver = true
  }
  awaited.then(over, over)
  const look = async () => {
    await expect(page.locator('body')).toBeVisible()
    return isOver
  }
  await expect.poll(look).toBe(true)
  return awaited
}

/** Presses the button that asks for a file or several, and picks these. */
export async function chooseFile(page: Page, button: string, path: string | string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ])
  await chooser.setFiles(path)
}

/** Changes one bit in the middle of a copy of the file, as a bad stick or a curious hand would. */
export async function damagedCopy(path: string): Promise<string> {
  const bytes = await readFile(path)
  const middle = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  const copy = path.replace(/(\.[\w-]+)$/, '-damaged$1')
  await writeFile(copy, bytes)
  return copy
}

/** A copy that breaks off, as when the stick is pulled out too early. */
export async function brokenOffCopy(path: string): Promise<string> {
  const copy = path.replace(/(\.[\w-]+)$/, '-broken-off$1')
  await writeFile(copy, (await readFile(path)).subarray(0, -100))
  return copy
}
