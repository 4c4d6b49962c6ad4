import { app, dialog, Menu, session } from 'electron'
import { setupBridge } from './bridge.ts'
import { refusedSwitch } from './debugging-switches.ts'
import { setupNavigation } from './navigation.ts'
import { setupNetwork, switchNetworkOff } from './network.ts'
import { setupPermissions } from './permissions.ts'
import { registerScheme, setupScheme } from './scheme.ts'
import { openPage, openWindow } from './window.ts'

const start = async (): Promise<void> => {
  await app.whenReady()
  Menu.setApplicationMenu(null)
  setupPermissions(session.defaultSession)
  await setupNetwork(session.defaultSession)
  await setupScheme()
  setupBridge()
  openPage('staff')
}

const refused = refusedSwitch(process.argv, (name) => app.commandLine.hasSwitch(name))
if (refused !== null) {
  process.stderr.write(`安心不能带 --${refused} 启动。 Anxin does not start with --${refused}.\n`)
  app.exit(2)
} else if (!app.requestSingleInstanceLock()) {
  app.exit(0)
} else {
  app.enableSandbox()
  switchNetworkOff()
  registerScheme()
  setupNavigation()
  app.on('second-instance', () => openWindow()?.window.focus())
  app.on('window-all-closed', () => app.quit())
  start().catch((problem: unknown) => {
    dialog.showErrorBox('安心 Anxin', `无法启动。 Could not start.\n\n${String(problem)}`)
    app.exit(1)
  })
}
