'use client';

import { OPERATING_SYSTEMS } from '@/types/module';
import { FlagControl, LinesControl, ManyControl, RecordControl, TextControl } from './controls';
import { NameControl } from './name-control';

/** What every module says about itself. */
export function IdentityFields({ namespace, fixedName }: { namespace: string; fixedName: boolean }) {
  return (
    <>
      <NameControl namespace={namespace} fixed={fixedName} />
      <TextControl
        name="version"
        label="Version"
        hint="Semantic version, such as 1.0.0. Used once, for good."
        required
        mono
      />
      <TextControl name="title" label="Title" required />
      <TextControl name="summary" label="Summary" hint="One sentence, at most 160 characters." required />
      <TextControl name="license" label="Licence" hint="An SPDX expression, such as MIT." required mono />
      <LinesControl name="keywords" label="Keywords" hint="At most 8, one a line." />
    </>
  );
}

/** What only some modules need; folded, because most say nothing here. */
export function MoreFields() {
  return (
    <details>
      <summary className="link min-h-11 py-2">Say what it needs, what it may do, and where it comes from</summary>
      <div className="grid max-w-2xl grid-cols-1 gap-5 py-4">
        <ManyControl
          name="requires.os"
          label="Works on"
          hint="None ticked means everywhere."
          values={OPERATING_SYSTEMS}
        />
        <RecordControl name="requires.apps" label="Apps it needs" hint="Such as neovim = >=0.10. One a line." />
        <LinesControl name="requires.commands" label="Commands it needs" hint="One a line." />
        <RecordControl
          name="dependencies"
          label="Modules it needs"
          hint="Such as @ada/quiet-prompt = ^1.0.0. One a line."
        />
        <LinesControl
          name="conflicts"
          label="Modules it cannot stand beside"
          hint="Written @name/module. One a line."
        />
        <LinesControl name="capabilities.runs" label="Programs it runs" hint="One a line." />
        <LinesControl name="capabilities.network" label="Hosts it talks to" hint="One a line; * is any." />
        <FlagControl name="capabilities.root" label="Needs root" />
        <TextControl name="links.homepage" label="Home page" mono />
        <TextControl name="links.repository" label="Repository" mono />
        <TextControl name="links.issues" label="Issues" mono />
      </div>
    </details>
  );
}
