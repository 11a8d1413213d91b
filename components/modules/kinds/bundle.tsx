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
      rows={fields.profiles?.map(({ name, modules }) => [name, <code key={name}>{modules.join(' ')}</code>])}
    />
  </>
));
