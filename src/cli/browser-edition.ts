import { openBrowserWindow } from '../host/browser-window.ts'
import { readBuiltSite } from '../host/built-site.ts'
import { dataFolder } from '../host/data-folder.ts'
import { DEFAULT_PORT, runningEntrance, serve } from '../host/serve.ts'
import { builtPages } from './built-program.ts'
import type { ExitCode } from './command.ts'
import { say } from './say.ts'
import { untilStopped } from './until-stopped.ts'

/** Serves the pages and opens them in a window, until Ctrl-C. */
export const openBrowserEdition = async (): Promise<ExitCode> => {
  const data = dataFolder()
  const serving = await serve(await readBuiltSite(builtPages), DEFAULT_PORT, { data })
  if (!serving.ok) {
    if (serving.code === 'PORT_IN_USE' && serving.byAnxin) {
      const entrance = (await runningEntrance(data)) ?? serving.address
      say(`安心已在运行：${entrance}`, `Anxin is already running: ${entrance}`)
      return 0
    }
    if (serving.code === 'DATA_FOLDER_UNREACHABLE') {
      say(
        `无法写入数据文件夹：${serving.address}`,
        `The folder for the records cannot be written to: ${serving.address}`,
      )
      return 1
    }
    say(
      `端口 ${DEFAULT_PORT} 不可用（被其他程序占用或由系统保留）。记录与此地址绑定，安心不会改用别的端口。`,
      `Port ${DEFAULT_PORT} cannot be had (another program or the system holds it). The records belong to this address, so Anxin does not switch.`,
    )
    return 1
  }
  const { entrance } = serving
  say(`安心：${entrance} （按 Ctrl-C 结束）`, `Anxin: ${entrance} (Ctrl-C ends it)`)
  const window = await openBrowserWindow(serving.entranceOnce())
  if (window.kind === 'none') say('请在浏览器中打开上面的地址。', 'Open the address above in a browser.')
  if (window.kind === 'default') {
    say(
      '已在默认浏览器中打开；记录保存在该浏览器里，请始终使用同一个浏览器。',
      'Opened in your default browser; it keeps the records, so always use the same one.',
    )
  }
  if (window.kind === 'own') {
    void window.failed.then(() =>
      say(
        '浏览器窗口未能打开，请自行打开上面的地址。',
        'The window could not open: open the address above yourself.',
      ),
    )
  }
  await untilStopped()
  if (window.kind === 'own') window.close()
  await serving.close()
  return 0
}
