const SWITCHES: Record<string, string> = {
  'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  'proxy-server': 'socks5://127.0.0.1:1',
  'disable-quic': '',
  'disable-background-networking': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
  'disable-breakpad': '',
  'disable-sync': '',
  'no-pings': '',
  'disable-features': 'MediaRouter,OptimizationHints,Translate,AutofillServerCommunication',
}

/**
 * Chromium switches that leave a window no network, but for `reachable` where the pages come over loopback. A content
 * policy alone stops neither WebRTC nor a navigation.
 */
export const networkOff = (reachable: '127.0.0.1' | null): Record<string, string> => ({
  ...SWITCHES,
  'host-resolver-rules': `MAP * ~NOTFOUND${reachable === null ? '' : ` , EXCLUDE ${reachable}`}`,
})
