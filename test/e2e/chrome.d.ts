// `chrome` inside evaluate() callbacks, typed by WXT's own browser types
declare const chrome: typeof import('wxt/browser').browser;
