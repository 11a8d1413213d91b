import { MANIFEST_PATH } from '@/lib/manifest/schema';
import type { Finding } from '@/types/finding';

import { modeFault, typeFault } from './entry-rules';
import { ArchiveFault, makeFinding } from './fault';
import { FileIntake, type TakenFile } from './file-intake';
import type { FindingCode } from './finding-codes';
import type { ArchiveLimits } from './limits';
import { isDropped } from './paths/dropped';
import { entryPath } from './paths/entry-path';
import { PathRegister } from './paths/register';
import { isChangelog, isDocument, isReadme } from './scan/file-class';
import type { ContentFinding } from './scan/file-scan';
import type { TarEntry, TarSink } from './tar/reader';

const KEEP_BYTES = 256 * 1024;
/** Other documents, one of which the manifest may name as README, are kept up to this sum. */
const KEEP_TOTAL_BYTES = 1024 * 1024;
const MANIFEST_BYTES = 64 * 1024;
/** Looking closely costs some 20 ns a byte; honest archives need a hundredth of this. */
const MAX_JUDGED_BYTES = 8 * 1024 * 1024;

/** Takes in the entries of one archive: judges each by itself and beside the others, and remembers what the report needs. */
export class ArchiveIntake implements TarSink {
  readonly files: TakenFile[] = [];
  readonly folders: string[] = [];
  readonly dropped: string[] = [];
  readonly findings: Finding[] = [];
  readonly seen: ContentFinding[] = [];
  private readonly paths = new PathRegister();
  private entries = 0;
  private current: FileIntake | null = null;
  private keptBytes = 0;
  private judgedBytes = 0;

  constructor(
    private readonly limits: ArchiveLimits,
    private readonly onFinding: (finding: Finding) => void,
  ) {}

  /** Records a finding. @throws ArchiveFault archive-too-many-findings */
  add(finding: Finding): void {
    this.findings.push(finding);
    this.onFinding(finding);
    if (this.findings.length >= this.limits.findings) throw new ArchiveFault('archive-too-many-findings');
  }

  entry(entry: TarEntry): void {
    this.entries += 1;
    const isFolder = entry.type === '5';
    const { path, code } = entryPath(entry.name, isFolder, this.limits);
    if (this.entries > this.limits.entries) throw new ArchiveFault('archive-too-many-entries', path);
    const codes = [code, typeFault(entry.type), modeFault(entry)].filter((one): one is FindingCode => one !== null);
    if (codes.length === 0 && path !== '') {
      const meeting = this.paths.add(path, isFolder ? 'directory' : 'file');
      if (meeting !== null) codes.push(meeting);
    }
    for (const one of codes) this.add(makeFinding(one, { path }));
    if (codes.length > 0 || path === '') return;
    const drop = isDropped(path);
    if (isFolder && !drop) this.folders.push(path);
    else if (!isFolder && drop) this.dropped.push(path);
    else if (!isFolder) this.startFile(path, entry);
  }

  data(bytes: Buffer): void {
    if (this.current === null) return;
    this.current.push(bytes);
    // Checked here too: one file may be as large as the whole archive.
    if (this.judgedBytes + this.current.judgedBytes > MAX_JUDGED_BYTES) {
      throw new ArchiveFault('scan-too-much', this.current.path);
    }
  }

  entryEnd(): void {
    if (this.current === null) return;
    this.files.push(this.current.end());
    this.judgedBytes += this.current.judgedBytes;
    this.current = null;
  }

  private startFile(path: string, { size, mode }: TarEntry): void {
    const keep = this.keepBytes(path, size);
    if (size <= keep) this.keptBytes += size;
    this.current = new FileIntake({ path, size, mode: mode & 0o777 }, keep, (finding) => this.seen.push(finding));
  }

  /** How large a file may be for its bytes to be kept; -1 keeps none. */
  private keepBytes(path: string, size: number): number {
    const steps = path.split('/');
    const name = steps.at(-1) ?? '';
    if (name.toLowerCase() === MANIFEST_PATH) return MANIFEST_BYTES;
    if (steps.length <= 2 && (isReadme(name) || isChangelog(name))) return KEEP_BYTES;
    return isDocument(path) && this.keptBytes + size <= KEEP_TOTAL_BYTES ? KEEP_BYTES : -1;
  }
}
