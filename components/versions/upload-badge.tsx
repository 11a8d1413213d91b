import { Badge, type Tone } from '@/components/ui/badge';
import type { UploadStatus } from '@/types/module';

const LOOKS: Record<UploadStatus, { tone: Tone | undefined; label: string }> = {
  uploading: { tone: undefined, label: 'not sent yet' },
  verifying: { tone: 'info', label: 'verifying' },
  published: { tone: 'ok', label: 'published' },
  rejected: { tone: 'bad', label: 'refused' },
};

/** Where an upload stands, in a word. */
export function UploadBadge({ status }: { status: UploadStatus }) {
  const { tone, label } = LOOKS[status];
  return <Badge tone={tone}>{label}</Badge>;
}
