import type { ThemeConfig } from 'antd'

/** One look for every screen; the same colours stand as custom properties in base.css. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#3d7a6b',
    colorInfo: '#3d7a6b',
    colorLink: '#2c5f52',
    colorSuccess: '#3d7a6b',
    colorWarning: '#b26a00',
    colorError: '#b3261e',
    colorTextBase: '#1f2a2e',
    colorTextSecondary: '#55636a',
    colorTextDescription: '#55636a',
    colorTextPlaceholder: '#6b777c',
    colorBgBase: '#ffffff',
    colorBgLayout: '#f6f7f5',
    colorBorder: '#aab4ae',
    colorBorderSecondary: '#e1e5e0',
    borderRadius: 6,
    fontFamily:
      "'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', 'Source Han Sans SC', system-ui, sans-serif",
    fontSize: 14,
    lineHeight: 1.6,
    controlHeight: 36,
    motion: false,
  },
  components: {
    Form: { itemMarginBottom: 20, labelFontSize: 14, verticalLabelPadding: '0 0 4px' },
    Input: { inputFontSize: 16 },
    InputNumber: { inputFontSize: 16 },
    Table: { cellPaddingBlockSM: 6, headerBg: '#f1f3f0', headerColor: '#55636a' },
    Tabs: { horizontalMargin: '0 0 16px' },
  },
}
