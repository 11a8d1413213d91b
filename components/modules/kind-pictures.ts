import type { ModuleKind } from '@/types/module-kind';

/** The picture of each kind: one path in a square of 24, drawn with a stroke of 1.5 in the colour of the text. */
export const KIND_PICTURES = {
  'shell-plugin': 'M3 5h18v14H3zM7 9l3 3-3 3M13 15h4',
  prompt: 'M3 7l5 5-5 5M11 17h5M20 7v10',
  'editor-config': 'M5 3h10l4 4v14H5zM15 3v4h4M9 12h6M9 16h4',
  'multiplexer-config': 'M3 4h18v16H3zM12 4v16M12 12h9',
  'git-config':
    'M7 8v8M7 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM7 21a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM17 11a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM17 11c0 3-4 3-10 5',
  'color-theme': 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7zM13 20l7-7M4 11l7-7',
  'terminal-config': 'M3 5h18v14H3zM3 9h18M6 7h.01M9 7h.01M7 14h5M12 12v4M14 14h3',
  'wm-config': 'M3 4h12v9H3zM9 13v7h12V8h-6',
  'package-list': 'M4 5h3v3H4zM4 10.5h3v3H4zM4 16h3v3H4zM10 6.5h10M10 12h10M10 17.5h7',
  script: 'M4 9h11M3 15h11M8 5L6 19M13 5l-2 14M20 5v9M20 18.5h.01',
  'input-config': 'M2.5 6.5h19v11h-19zM6 10.5h.01M10 10.5h.01M14 10.5h.01M18 10.5h.01M8 14h8',
  bundle: 'M12 3l9 4.5-9 4.5-9-4.5zM3 12l9 4.5 9-4.5M3 16.5l9 4.5 9-4.5',
} as const satisfies Record<ModuleKind, string>;
