import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { formState, scanBytes, scanFolder, tracesOf } from './profile-scan.ts'
import { expect, test } from './steps/desk.ts'

const canary = '示例金丝雀 13900007777 "q9":1'

test('a text is found in every encoding, in every place, between any neighbours', async ({ stick }) => {
  await mkdir(join(stick, 'Default', '.hidden'), { recursive: true })
  const traces = tracesOf(canary)
  expect(traces.map(({ encoding }) => encoding)).toEqual(
    expect.arrayContaining(['utf-8', 'utf-16le', 'utf-16be', 'gbk', 'base64+0', 'base64+1', 'base64+2']),
  )
  for (const { encoding, bytes } of traces) {
    const file = join(stick, 'Default', '.hidden', encoding)
    await writeFile(file, Buffer.concat([Buffer.alloc(4097, 0x37), bytes, Buffer.alloc(99, 0xa5)]))
    expect(scanFolder(stick, traces)).toContainEqual({ file, encoding, text: canary })
  }
  for (const before of ['', 'a', 'ab', 'abc', '示']) {
    const letters = Buffer.from(`${before}${canary}是`).toString('base64')
    expect(scanBytes('', Buffer.from(letters), traces)).toHaveLength(1)
  }
  expect(scanFolder(stick, tracesOf('示例金丝猴 13900007777'))).toEqual([])
})

const carelessPage = `<!doctype html><title>careless</title><form action="/sent" method="post">
  <label>Note <textarea name="note"></textarea></label><label>Phone <input name="phone"></label>
  <button>Send</button></form>`

test('what Chromium keeps of a page that takes no care is found in its profile', async ({ openDesk }) => {
  const server = createServer((_, response) => response.end(carelessPage))
  const address = await new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address()
      resolve(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}/`)
    })
  })
  const { page, folder, close } = await openDesk('careless')
  await page.goto(address)
  await page.getByLabel('Note').fill(canary)
  await page.getByLabel('Phone').fill('13900007777')
  await page.getByRole('button').click()
  await page.waitForURL('**/sent')
  await close()
  server.close()
  const found = (text: string) =>
    scanFolder(folder, tracesOf(text)).map(({ file, encoding }) => `${file} ${encoding}`)
  expect(found(canary)).toContainEqual(expect.stringMatching(/Sessions\/Session_\d+ utf-16le$/))
  expect(found('13900007777')).toContainEqual(expect.stringMatching(/Web Data utf-8$/))
  expect(found(formState)).not.toEqual([])
})
