import { FilePath } from '@/components/files/file-path';
import { Readme } from '@/components/readme/readme';
import { Badge } from '@/components/ui/badge';
import { Bytes } from '@/components/ui/figures';
import { Pagination } from '@/components/ui/pagination';
import { Time } from '@/components/ui/time';
import { routes } from '@/lib/routes';
import type { ModuleDto, VersionHistoryDto } from '@/types/module';
import { DiffPicker } from './diff-picker';

type VersionHistoryProps = {
  module: ModuleDto;
  history: VersionHistoryDto;
  /** The version after which this page begins; absent on the first. */
  before?: string | undefined;
};

type Item = VersionHistoryDto['items'][number];

function Entry({ module, item }: { module: ModuleDto; item: Item }) {
  const { namespace, name } = module;
  const { version, publishedAt, yanked, size, previous, changes } = item;
  return (
    <li className="vh" id={`v${version}`}>
      <div>
        <h2>
          <a className="link go font-mono" href={routes.version(namespace, name, version)}>
            {yanked ? <s>{version}</s> : version}
          </a>
          {yanked && <Badge tone="bad">yanked</Badge>}
          {!yanked && version === module.version && <Badge tone="ok">latest</Badge>}
        </h2>
        <p>
          <Time at={publishedAt} /> · <Bytes size={size} />
        </p>
      </div>
      <div>
        {yanked && <p className="mb-2 text-bad">{yanked.reason}</p>}
        {changes ? (
          <Readme source={changes} home={{ namespace, name, title: module.title, part: `${version}-` }} />
        ) : (
          <p className="text-ink-3">Its changelog says nothing of this version.</p>
        )}
        <p className="mt-2 flex flex-wrap gap-x-5">
          {previous && (
            <a className="link go" href={routes.diff(namespace, name, previous, version)}>
              Compare with {previous}
            </a>
          )}
          <a className="link go" href={routes.files(namespace, name, version)}>
            Files
          </a>
        </p>
      </div>
    </li>
  );
}

/** A page of a module's versions, each with what changed in it. */
export function VersionHistory({ module, history, before }: VersionHistoryProps) {
  const { namespace, name, title, versions } = module;
  const [newest, second] = versions;
  return (
    <article className="wrap pt-8">
      <FilePath namespace={namespace} name={name} />
      <h1 className="mt-1 mb-2 text-2xl">
        Versions of {title}
        {before && ` before ${before}`}
      </h1>
      <p className="mb-4 text-ink-2">
        <a className="link go" href={routes.moduleFeed(namespace, name)}>
          Follow them in a feed reader
        </a>
      </p>
      {newest && second && (
        <DiffPicker namespace={namespace} name={name} versions={versions} from={second.version} to={newest.version} />
      )}
      <ol className="mt-6">
        {history.items.map((item) => (
          <Entry key={item.version} module={module} item={item} />
        ))}
      </ol>
      <Pagination
        {...(before ? { first: routes.versions(namespace, name) } : {})}
        {...(history.nextBefore ? { next: routes.versions(namespace, name, history.nextBefore) } : {})}
      />
    </article>
  );
}
