import * as z from 'zod';

import { ansiText } from '../ansi';
import { line } from '../text';
import { shells } from './parts';

export const prompt = z.strictObject({
  shells,
  engine: z.enum(['native', 'starship', 'oh-my-posh', 'p10k', 'spaceship', 'pure', 'tide']),
  segments: z.array(line(64)).max(100).exactOptional(),
  nerdFont: z.enum(['required', 'optional', 'none']).exactOptional(),
  transient: z.boolean().exactOptional(),
  rightPrompt: z.boolean().exactOptional(),
  ansiSample: ansiText.exactOptional(),
});
