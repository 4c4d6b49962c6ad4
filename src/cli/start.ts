import { join } from 'node:path'
import { hasDisplay, isSuperuser } from '../host/browser-window.ts'
import { findElectron } from '../host/find-electron.ts'
import { openBrowserEdition } from './browser-edition.ts'
import { build, needsBuild, root } from './built-program.ts'
import { type ExitCode, WrongArguments } from './command.ts'
import { openDesktopEdition } from './desktop-edition.ts'
import { say } from './say.ts'

/** `start`: builds what is not built, then opens the desktop edition, or the browser edition where there is none. */
export const run = async (args: string[]): Promise<ExitCode> => {
  if (args.length > 0) throw new WrongArguments()
  if (await needsBuild()) {
    say('正在构建，约需半分钟……', 'Building, about half a minute…')
    if (!(await build())) {
      say('构建失败，原因见上。', 'The build failed; the reason stands above.')
      return 1
    }
  }
  const electron = findElectron(join(root, 'node_modules', 'electron'))
  if (electron === null) {
    say('本机没有 Electron 运行时，改用浏览器版。', 'No Electron runtime here: opening the browser edition.')
  } else if (!hasDisplay()) {
    say('本机没有图形界面，改用浏览器版。', 'No display here: opening the browser edition.')
  } else if (isSuperuser()) {
    say(
      '桌面版不以 root 身份运行，改用浏览器版。',
      'The desktop edition does not run as root: opening the browser edition.',
    )
  } else {
    const code = await openDesktopEdition(electron)
    if (code !== null) return code
    say('Electron 无法在本机运行，改用浏览器版。', 'Electron cannot run here: opening the browser edition.')
  }
  return openBrowserEdition()
}
