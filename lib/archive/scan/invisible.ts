/** Characters that do not show or that reorder others, except those that written languages and emoji need. */
const SUSPICIOUS =
  /\u034f|[\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e01ef}]/u;
/** A joiner between two ASCII letters joins nothing: it makes two identifiers that look the same. */
const IDLE_JOINER = /[ -~][\u200c-\u200f\u061c][ -~]/;
/** The flags of England, Scotland and Wales are spelled with tag characters. */
const TAG_FLAG = /\u{1f3f4}[\u{e0061}-\u{e007a}]{1,8}\u{e007f}/gu;

/** Whether a text holds invisible or bidirectional characters that no honest writing needs. A leading BOM is fine. */
export function hasSuspicious(text: string): boolean {
  return SUSPICIOUS.test(text) && SUSPICIOUS.test(text.replace(TAG_FLAG, '')) ? true : IDLE_JOINER.test(text);
}
