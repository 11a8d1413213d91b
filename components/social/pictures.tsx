import { KIND_INFO } from '@/components/modules/kind-info';
import { mixColors, readableOn } from '@/lib/utils/contrast';
import { drawable } from '@/lib/utils/drawable';
import type { CollectionDto, ModuleDto, Palette, ProfileDto } from '@/types/module';
import { Preview } from './preview';
import { type Ink, Sheet, SITE_INK } from './sheet';

const TITLE = 52;
const TEXT = 110;

/** A theme's sheet wears the theme; its text stays readable. */
function inkOf({ background, foreground, accent, ansi }: Palette): Ink {
  return {
    ground: background,
    text: readableOn(background, foreground),
    soft: readableOn(background, mixColors(foreground, background, 0.25)),
    spot: accent ?? ansi[5] ?? SITE_INK.spot,
  };
}

/** A title that leaves too little to draw, such as one in emoji alone, gives way to the name. */
const titleOf = (title: string, name: string) => {
  const drawn = drawable(title, TITLE).trim();
  return /[\p{L}\p{N}]{2}/u.test(drawn) ? drawn : drawable(name, TITLE);
};

export function ModulePicture({ module }: { module: ModuleDto }) {
  const { namespace, name, title, summary, kind, version, preview } = module;
  return (
    <Sheet
      {...(preview.shape === 'palette' ? { ink: inkOf(preview.palette) } : {})}
      corner={drawable(`${KIND_INFO[kind].label} ${version}`, 44)}
      path={drawable(`@${namespace}/${name}`, 60)}
      title={titleOf(title, name)}
      text={drawable(summary, TEXT)}
    >
      <Preview preview={preview} />
    </Sheet>
  );
}

export function ProfilePicture({ profile: { account, modules } }: { profile: ProfileDto }) {
  const items = modules.map(({ name }) => name);
  return (
    <Sheet
      corner="Dotfile modules"
      path={`@${account.username}`}
      title={titleOf(account.displayName, account.username)}
      text={drawable(account.bio, TEXT)}
    >
      {items.length > 0 && <Preview preview={{ shape: 'chips', label: 'modules', items, more: 0 }} />}
    </Sheet>
  );
}

export function CollectionPicture({ collection }: { collection: CollectionDto }) {
  const { owner, slug, title, description, items } = collection;
  const names = items.map(({ module }) => module.name);
  return (
    <Sheet corner="Collection" path={`@${owner}`} title={titleOf(title, slug)} text={drawable(description, TEXT)}>
      {names.length > 0 && <Preview preview={{ shape: 'chips', label: 'modules', items: names, more: 0 }} />}
    </Sheet>
  );
}
