import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import { type Browser, chromium, expect, test } from '@playwright/test'
import { networkOff } from '../../src/host/network-off.ts'

/** Another loopback address than the program's own: for the switches it is as much elsewhere as any machine. */
const elsewhere = '127.0.0.2'

/** Listens elsewhere for a page being asked for and for WebRTC's first packet. */
const listen = async () => {
  const heard = { pages: 0, packets: 0 }
  const server = createServer((_request, response) => {
    heard.pages += 1
    response.end('elsewhere')
  })
  const socket = createSocket('udp4').on('message', () => {
    heard.packets += 1
  })
  await new Promise<void>((resolve) => server.listen(0, elsewhere, resolve))
  await new Promise<void>((resolve) => socket.bind(0, elsewhere, resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  const close = () => {
    server.close()
    server.closeAllConnections()
    socket.close()
  }
  return {
    heard,
    page: `http://${elsewhere}:${bound.port}/`,
    stun: `stun:${elsewhere}:${socket.address().port}`,
    close,
  }
}

/** Tries, from the program's own page, both ways out that a content policy leaves open. */
const tryToLeave = async (browser: Browser, start: string, page: string, stun: string) => {
  const tab = await browser.newPage()
  await tab.goto(start)
  const connection = await tab.evaluateHandle(async (urls) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls }] })
    peer.createDataChannel('out')
    await peer.setLocalDescription(await peer.createOffer())
    return peer
  }, stun)
  const other = await browser.newPage()
  await other.goto(start)
  await other.goto(page).catch(() => {})
  return connection
}

const allTried = (peer: RTCPeerConnection): Promise<void> =>
  new Promise((resolve) => {
    const check = () => {
      if (peer.iceGatheringState === 'complete') resolve()
    }
    peer.addEventListener('icegatheringstatechange', check)
    check()
  })

test('with the switches a window reaches nothing elsewhere; without them it would', async ({
  launchOptions,
  baseURL,
}) => {
  const { heard, page, stun, close } = await listen()
  const start = baseURL ?? ''
  const switches = Object.entries(networkOff('127.0.0.1')).map(
    ([name, value]) => `--${name}${value && `=${value}`}`,
  )

  const shut = await chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), ...switches] })
  const kept = await tryToLeave(shut, start, page, stun)
  await kept.evaluate(allTried)
  await shut.close()
  expect(heard).toEqual({ pages: 0, packets: 0 })

  // Nobody answers here, so that trying takes long: hearing one packet is enough.
  const open = await chromium.launch(launchOptions)
  await tryToLeave(open, start, page, stun)
  await expect.poll(() => heard.packets).toBeGreaterThan(0)
  await open.close()
  expect(heard.pages).toBeGreaterThan(0)
  close()
})
