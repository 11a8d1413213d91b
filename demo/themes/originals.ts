import type { FullPalette } from './palette';

/** Palettes drawn for this catalogue. Text reaches 7 : 1 and every colour that carries text 4.5 : 1. */
// biome-ignore format: a palette is read as two lines
export const ORIGINALS = {
  'tidewater-ebb': {
    background: '#0f1c24', foreground: '#d5e1e5', cursor: '#7fd1c7', selection: '#22404d', accent: '#5fb8b0',
    ansi: ['#1b2c36', '#e0747b', '#86c28b', '#e0b872', '#6fa8dc', '#b895d6', '#5fb8b0', '#c3d1d6', '#6d8894', '#f08c92', '#a0d8a4', '#f0cf92', '#8fc1ee', '#cdb0e6', '#7fd1c7', '#eef5f7'],
  },
  'tidewater-flood': {
    background: '#f4f8f8', foreground: '#1d3038', cursor: '#1d6f6a', selection: '#cfe3e4', accent: '#1d6f6a',
    ansi: ['#1d3038', '#a8323c', '#2f6b38', '#7a5600', '#1f5c99', '#71429c', '#1d6f6a', '#5a6c73', '#46606a', '#b93a44', '#2f7338', '#825c00', '#2566a8', '#7d4ba8', '#1c706b', '#4a5c63'],
  },
  'inkwell': {
    background: '#fbf9f4', foreground: '#22252b', cursor: '#1f4e8c', selection: '#e2dccb', accent: '#1f4e8c',
    ansi: ['#22252b', '#9c2f2f', '#3c6428', '#765610', '#1f4e8c', '#6b3f86', '#1f6672', '#63656b', '#55585f', '#b03a3a', '#44702e', '#80601a', '#2a5ea3', '#7b4a98', '#266f7c', '#4b4e55'],
  },
  'ember-hours': {
    background: '#1c1512', foreground: '#eadfd3', cursor: '#f0a35e', selection: '#4a352a', accent: '#e8934a',
    ansi: ['#2c221d', '#e5786a', '#a9b665', '#e0b25a', '#8caebb', '#d091a6', '#8fb89a', '#d8c9ba', '#93806f', '#f2938a', '#c0cc80', '#f0c877', '#a6c4cf', '#e0aabb', '#a9ccb2', '#f7efe6'],
  },
  'signal-green': {
    background: '#07110a', foreground: '#b6f0bf', cursor: '#4be36a', selection: '#1b4526', accent: '#4be36a',
    ansi: ['#12241a', '#f08a6c', '#4be36a', '#d9e36a', '#6ac7d9', '#c7a6e8', '#6ae3c0', '#a8dcb1', '#5f9a6d', '#ffa68c', '#7ff296', '#e8f090', '#90daea', '#d8c0f2', '#90f0d6', '#dcfbe2'],
  },
  'moonpaper-day': {
    background: '#f3f3f6', foreground: '#262633', cursor: '#4a4aa8', selection: '#d6d6e8', accent: '#4a4aa8',
    ansi: ['#262633', '#a1304f', '#2e6946', '#78551a', '#35559e', '#7a3f8e', '#22677d', '#5f5f70', '#525263', '#b23c5c', '#35714d', '#80601f', '#4162ad', '#884b9c', '#2b7087', '#494959'],
  },
  'moonpaper-night': {
    background: '#16161d', foreground: '#dcdce6', cursor: '#a9a9f0', selection: '#36365a', accent: '#9c9cec',
    ansi: ['#262631', '#e87a98', '#8cc7a1', '#d9b878', '#8fb0f0', '#cf9ae0', '#82c4d8', '#c8c8d6', '#80809a', '#f296b0', '#a8dcba', '#ebce96', '#aac5f7', '#deb4ec', '#a0d8e8', '#f2f2f8'],
  },
  'plumline': {
    background: '#191425', foreground: '#e4def0', cursor: '#d9a8ff', selection: '#40325f', accent: '#c58bf2',
    ansi: ['#2a2239', '#f0788f', '#8fd0a0', '#e8be78', '#8ea6f5', '#c58bf2', '#7cc8d8', '#cfc6e0', '#8b7dab', '#f897aa', '#aae3b8', '#f4d399', '#aabcfa', '#d9a8ff', '#9bdce8', '#f5f1fc'],
  },
  'clear-night': {
    background: '#000000', foreground: '#ffffff', cursor: '#ffd75f', selection: '#264f78', accent: '#ffd75f',
    ansi: ['#1c1c1c', '#ff8787', '#87ff87', '#ffd75f', '#87bfff', '#ffa7ff', '#7fffff', '#e4e4e4', '#9e9e9e', '#ffafaf', '#afffaf', '#ffe99e', '#afd7ff', '#ffc7ff', '#bfffff', '#ffffff'],
  },
} as const satisfies Record<string, FullPalette>;
