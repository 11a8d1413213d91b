import { DomainError } from '@/lib/errors';
import { apiRead } from '@/lib/http/api-route';

const nothingHere = apiRead(async () => {
  throw new DomainError('not_found');
});

export { nothingHere as DELETE, nothingHere as GET, nothingHere as PATCH, nothingHere as POST, nothingHere as PUT };
