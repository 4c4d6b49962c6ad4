/** This load's nonce, as the page was served with it; empty where there is no content policy. */
export const pageNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// antd's dialogs and drawers make two style elements without the nonce of `ConfigProvider`, to measure scroll bars and
// to hold the page still. Elements that scripts of this program make may carry it; markup from text never comes here.
document.createElement = new Proxy(document.createElement, {
  apply: (create, page, args) => {
    const element: unknown = Reflect.apply(create, page, args)
    if (element instanceof HTMLStyleElement) element.nonce = pageNonce
    return element
  },
})
