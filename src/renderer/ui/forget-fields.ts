const fields = 'input, textarea, select, form'

/**
 * Keeps the browser from remembering any field of this page. Chromium writes what stands in fields, and which choice is
 * made, to its profile in the clear, unless they say autocomplete="off"; no screen can forget to say so.
 */
export function forgetFields(): void {
  const forget = (element: Element) => element.setAttribute('autocomplete', 'off')
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue
        if (node.matches(fields)) forget(node)
        node.querySelectorAll(fields).forEach(forget)
      }
  }).observe(document, { childList: true, subtree: true })
}
