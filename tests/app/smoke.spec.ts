import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'

/** Everything the browser itself complained about: refused scripts and styles, missing files, broken promises. */
const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (problem) => complaints.push(String(problem)))
  return complaints
}

/** Outside the debugger's own evaluation, which the content policy does not reach. */
const inPage = (page: Page, script: string): Promise<string> =>
  page.evaluate(
    (text) =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          const tries: Record<string, () => unknown> = {
            // biome-ignore lint/security/noGlobalEval: that this is refused is what is tested
            eval: () => globalThis.eval('1 + 1'),
            function: () => new Function('return 1')(),
            markup: () => {
              const place = document.createElement('div')
              place.innerHTML = '<img src="x:" onerror="document.title = 1"><script>1</script><b>b</b>'
              return place.innerHTML
            },
            worker: () => new Worker(URL.createObjectURL(new Blob(['1']))),
            'foreign worker': () => new Worker('https://example.com/assets/a.js'),
          }
          try {
            resolve(String(tries[text]?.()))
          } catch (problem) {
            resolve(`refused: ${problem instanceof Error ? problem.name : 'unknown'}`)
          }
        })
      }),
    script,
  )

test.beforeEach(async ({ page }) => {
  await page.request.get(process.env.ANXIN_TEST_ENTRANCE ?? '')
})

for (const path of ['/', '/kiosk.html']) {
  test(`${path} comes with the content policy and draws without a complaint`, async ({ page }) => {
    const complaints = complaintsOf(page)
    const response = await page.goto(path)
    const headers = response?.headers() ?? {}
    expect(response?.status()).toBe(200)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'")
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cache-control']).toBe('no-store')
    await expect(page.locator('#root')).not.toBeEmpty()
    expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true)
    expect(complaints).toEqual([])
  })

  test(`${path} makes no script of text and cleans markup`, async ({ page }) => {
    await page.goto(path)
    expect(await inPage(page, 'eval')).toBe('refused: EvalError')
    expect(await inPage(page, 'function')).toBe('refused: EvalError')
    expect(await inPage(page, 'markup')).toBe('<img><b>b</b>')
    expect(await inPage(page, 'worker')).toBe('refused: TypeError')
    expect(await inPage(page, 'foreign worker')).toBe('refused: TypeError')
  })
}

test('the first screen needs at most 700 KB of JavaScript, gzipped', async ({ page }) => {
  const scripts: Promise<Buffer>[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js') && !pathname.includes('worker')) scripts.push(response.body())
  })
  await page.goto('/')
  await expect(page.locator('#root')).not.toBeEmpty()
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(0)
  expect(total).toBeLessThanOrEqual(700 * 1024)
})

test('every load has a nonce of its own', async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get('/')).headers()['content-security-policy']),
  )
  expect(policies[0]).not.toBe(policies[1])
})

test('the worker obeys the same policy, and nothing is fetched from elsewhere', async ({ page }) => {
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  const script = page.waitForResponse((response) => /\/assets\/.*worker.*\.js$/.test(response.url()))
  await page.goto('/')
  expect((await script).headers()['content-security-policy']).toContain("default-src 'none'")
  await expect(page.locator('#root')).not.toBeEmpty()
  const origin = new URL(page.url()).origin
  expect(addresses.filter((address) => new URL(address).origin !== origin)).toEqual([])
})
