import { app, type Session } from 'electron'
import { networkOff } from '../host/network-off.ts'
import { mayRequest, SCHEME } from './pages.ts'

/** Has to run before Electron is ready: Chromium reads its command line once. */
export const switchNetworkOff = (): void => {
  for (const [name, value] of Object.entries(networkOff(null))) app.commandLine.appendSwitch(name, value)
  app.commandLine.appendSwitch('disable-http-cache')
}

/** Cancels every request that leaves the program, at a second and a third place, and every download. */
export const setupNetwork = async (session: Session): Promise<void> => {
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !mayRequest(request.url) }))
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL(`${SCHEME}://none/`)
  await session.setProxy({ proxyRules: 'socks5://127.0.0.1:1', proxyBypassRules: '<-loopback>' })
}
