import { isSpdx } from '@/lib/manifest/versions';

import { type FolderView, nameOf } from './folder-view';

const FILE = /^(?:licen[cs]e|copying|unlicense)(?:[-.]\w+)*$/i;

/** The sentence by which each text is known, the narrower before the wider. */
const SENTENCES: readonly (readonly [spdx: string, sentence: RegExp])[] = [
  ['Apache-2.0', /Apache License,? Version 2\.0/i],
  ['MPL-2.0', /Mozilla Public License Version 2\.0/i],
  ['AGPL-3.0-only', /GNU AFFERO GENERAL PUBLIC LICENSE Version 3/i],
  ['LGPL-3.0-only', /GNU LESSER GENERAL PUBLIC LICENSE Version 3/i],
  ['LGPL-2.1-only', /GNU LESSER GENERAL PUBLIC LICENSE Version 2\.1/i],
  ['GPL-3.0-only', /GNU GENERAL PUBLIC LICENSE Version 3/i],
  ['GPL-2.0-only', /GNU GENERAL PUBLIC LICENSE Version 2/i],
  ['Unlicense', /This is free and unencumbered software released into the public domain/i],
  ['CC0-1.0', /CC0 1\.0 Universal|CC0 Public Domain Dedication/i],
  ['CC-BY-SA-4.0', /Attribution-ShareAlike 4\.0 International/i],
  ['CC-BY-4.0', /Attribution 4\.0 International/i],
  ['WTFPL', /DO WHAT THE FUCK YOU WANT TO PUBLIC LICENSE/i],
  ['Zlib', /This software is provided 'as-is', without any express or implied warranty/i],
  ['BSL-1.0', /Boost Software License - Version 1\.0/i],
  ['Vim', /VIM LICENSE/],
  ['MIT', /Permission is hereby granted, free of charge, to any person obtaining a copy/i],
  [
    'ISC',
    /Permission to use, copy, modify, and\/?(?:or)? distribute this software for any purpose with or without fee is hereby granted,? provided/i,
  ],
  [
    '0BSD',
    /Permission to use, copy, modify, and\/?(?:or)? distribute this software for any purpose with or without fee is hereby granted/i,
  ],
  [
    'BSD-3-Clause',
    /Redistribution and use in source and binary forms[\s\S]*(?:Neither the names? of|may not be used to endorse)/i,
  ],
  ['BSD-2-Clause', /Redistribution and use in source and binary forms/i],
];

/** The SPDX name of a licence's text; null for one that is not known. */
export function licenseOfText(text: string): string | null {
  const flowing = text.replace(/\s+/g, ' ');
  return SENTENCES.find(([, sentence]) => sentence.test(flowing))?.[0] ?? null;
}

/** What the licence files at the root say. Several are a choice. */
export function licenseOf(view: FolderView): string | null {
  const texts = view.files
    .filter(({ path }) => !path.includes('/') && FILE.test(nameOf(path)))
    .map(({ path }) => view.text(path));
  const names = [...new Set(texts.flatMap((text) => licenseOfText(text) ?? []))].sort();
  const expression = names.join(' OR ');
  return isSpdx(expression) ? expression : null;
}
