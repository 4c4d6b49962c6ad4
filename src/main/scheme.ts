import { join } from 'node:path'
import { app, protocol } from 'electron'
import { readBuiltSite } from '../host/built-site.ts'
import { isOwnUrl, SCHEME } from './pages.ts'

/** Has to run before Electron is ready. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])

/** Answers every request for a page from the built files; nothing falls through to disk or network. */
export const setupScheme = async (): Promise<void> => {
  const site = await readBuiltSite(join(app.getAppPath(), 'out', 'renderer'))
  protocol.handle(SCHEME, async ({ method, url }) => {
    if (!isOwnUrl(url)) return new Response(null, { status: 404 })
    const { status, headers, body } = await site.answer(
      method,
      url.slice(url.indexOf('/', `${SCHEME}://`.length)),
    )
    return new Response(method === 'HEAD' ? null : body, { status, headers })
  })
}
