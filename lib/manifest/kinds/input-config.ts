import * as z from 'zod';

import { line } from '../text';

export const inputConfig = z.strictObject({
  engine: z.enum(['karabiner', 'kanata', 'keyd', 'xremap', 'skhd', 'qmk']),
  layers: z.array(line(80)).max(100).exactOptional(),
  layout: line(80).exactOptional(),
  devices: z.array(line(160)).max(100).exactOptional(),
  needsRoot: z.boolean().exactOptional(),
});
