import type { BrowserContext } from '@playwright/test'

const passphrase = '溪水流过石桥的示例口令'

/** Signs in at the program's own lock screen; milliseconds from the press of the button to rows of the caseload that are painted. */
export const paintedCaseload = async (context: BrowserContext, entrance: string): Promise<number> => {
  const page = await context.newPage()
  try {
    await page.goto(entrance)
    // The window before is closed, but may still be putting things away; whoever comes while it does only follows it.
    await page.evaluate(() => navigator.locks.request('anxin-writer:anxin', () => undefined))
    await page.getByRole('button', { name: '打开' }).waitFor()
    await page.evaluate(() => {
      location.hash = '#/clients'
    })
    await page.getByLabel('口令', { exact: true }).fill(passphrase)
    await page.evaluate(() => {
      const painted = (done: (at: number) => void) => {
        const watch = new MutationObserver(() => {
          if (!document.querySelector('.caseload tbody a')) return
          watch.disconnect()
          requestAnimationFrame(() => setTimeout(() => done(performance.now())))
        })
        watch.observe(document.body, { subtree: true, childList: true })
      }
      const state: { took: Promise<number> | null } = { took: null }
      document.querySelector('form')?.addEventListener(
        'submit',
        () => {
          const start = performance.now()
          state.took = new Promise((done) => painted((at) => done(at - start)))
        },
        { capture: true },
      )
      Object.assign(window, { unlocking: state })
    })
    await page
      .getByRole('button', { name: /^打开|^解锁|^进入/ })
      .first()
      .click()
    await page.locator('.caseload tbody a').first().waitFor({ timeout: 300_000 })
    return await page.evaluate(async () => {
      const { unlocking } = window as Window & { unlocking?: { took: Promise<number> | null } }
      return (await unlocking?.took) ?? Number.NaN
    })
  } finally {
    await page.close()
  }
}
