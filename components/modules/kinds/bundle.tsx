import { Chip } from '@/components/ui/badge';
import { bundle } from '@/lib/manifest/kinds/bundle';
import { definePanel } from './define-panel';
import { Pairs, Part } from './parts';

export const bundlePanel = definePanel(bundle, (fields) => (
  <>
    <Part title="Members">
      <ol className="strip">
        {fields.modules.map(({ ref, range, optional }) => (
          <li key={ref}>
            <a className="link" href={`/${ref}`}>
              <code>{ref}</code>
            </a>
            <span>
              {range}
              {optional && ' · optional'}
            </span>
          </li>
        ))}
      </ol>
    </Part>
    <Pairs
      title="Profiles"
      head={['Profile', 'Modules']}
      rows={fields.profiles?.map(({ name, when, modules }) => [
        name,
        <span key={name} className="flex flex-wrap gap-1.5">
          {modules.map((ref) => (
            <Chip key={ref} href={`/${ref}`}>
              {ref}
            </Chip>
          ))}
          {when && <em>on {[...(when.os ?? []), ...(when.arch ?? [])].join(', ')}</em>}
        </span>,
      ])}
    />
  </>
));
