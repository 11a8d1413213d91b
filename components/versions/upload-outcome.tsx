import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { routes } from '@/lib/routes';
import type { UploadDto, UploadStatus } from '@/types/module';
import { FindingsList } from './findings-list';

const TONES = { uploading: 'info', verifying: 'info', published: 'ok', rejected: 'bad' } as const;

const titleOf = ({ namespace, name, version = '', status }: UploadDto): string =>
  ({
    uploading: `@${namespace}/${name} ${version} has not arrived yet`,
    verifying: `@${namespace}/${name} ${version} is being verified`,
    published: `@${namespace}/${name} ${version} is published`,
    rejected: `@${namespace}/${name} ${version} was refused`,
  })[status];

const ABOUT: Record<UploadStatus, string> = {
  uploading: 'The archive was announced, but its bytes never came. Send it again from the publish page.',
  verifying: 'Every file is read. This takes a second or two; it goes on when you leave the page.',
  published: 'It can be found and installed now.',
  rejected: 'Nothing was published. Mend what is listed below, and send the same version again.',
};

/** Where an upload stands, with everything that the verifier said so far. */
export function UploadOutcome({ upload }: { upload: UploadDto }) {
  const { namespace, name, version, status, findings } = upload;
  return (
    <div className="grid grid-cols-1 gap-4">
      <Notice tone={TONES[status]} title={titleOf(upload)} live>
        <p>{ABOUT[status]}</p>
        {status === 'published' && (
          <p className="mt-3 flex flex-wrap gap-3">
            <LinkButton look="solid" href={routes.module(namespace, name)}>
              Go to the module
            </LinkButton>
            <LinkButton href={routes.moduleSettings(namespace, name)}>Manage it</LinkButton>
          </p>
        )}
      </Notice>
      {findings.length > 0 && (
        <section aria-label={`What the verifier says about ${version ?? 'it'}`}>
          <FindingsList findings={findings} />
        </section>
      )}
    </div>
  );
}
