import { PlainPublishForm } from './plain-publish-form';
import { type ExistingModule, VersionUploadForm } from './version-upload-form';

/** The publish form: with JavaScript the archive is read and completed in the browser, without it a plain form posts it. */
export function UploadPanel({ username, module }: { username: string; module?: ExistingModule }) {
  return (
    <>
      <noscript>
        <style>{'.needs-script{display:none}'}</style>
        <PlainPublishForm username={username} {...(module ? { name: `@${username}/${module.name}` } : {})} />
      </noscript>
      <div className="needs-script">
        <VersionUploadForm username={username} {...(module ? { module } : {})} />
      </div>
    </>
  );
}
