/** Switches that open the window to another program, weaken its walls or run foreign code in it. */
const REFUSED = [
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'auto-open-devtools-for-tabs',
  'disable-site-isolation-trials',
  'disable-web-security',
  'enable-logging',
  'host-rules',
  'ignore-certificate-errors',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
  'js-flags',
  'load-extension',
  'log-net-log',
  'no-sandbox',
  'proxy-pac-url',
  'proxy-server',
  'remote-allow-origins',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'renderer-process-limit',
  'single-process',
  'unsafely-treat-insecure-origin-as-secure',
]

/** The first refused switch of a command line, or one that Chromium was given elsewhere; null when there is none. */
export const refusedSwitch = (
  commandLine: readonly string[],
  isGiven: (name: string) => boolean,
): string | null => {
  for (const argument of commandLine) {
    const name = /^(?:--?|\/)([a-z-]+)(?:=|$)/i.exec(argument)?.[1]?.toLowerCase()
    if (name !== undefined && REFUSED.includes(name)) return name
  }
  return REFUSED.find(isGiven) ?? null
}
