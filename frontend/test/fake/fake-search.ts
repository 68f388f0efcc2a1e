import type { SearchHit } from '@/shared/api/model';
import type { Route } from './answers';
import { json } from './answers';
import { FakeGroups } from './fake-groups';

const PAGE = 20;

/** Search in messages: plain words, without folding. */
export abstract class FakeSearch extends FakeGroups {
  protected override routes(userId: string): Route[] {
    return [
      ...super.routes(userId),
      ['GET /api/v1/search/messages', (_, __, url) => json(200, this.#found(userId, url.searchParams))],
    ];
  }

  #found(userId: string, asked: URLSearchParams) {
    const words = (asked.get('query') ?? '').toLowerCase().split(/\s+/);
    const within = asked.get('conversationId');
    const hits: SearchHit[] = [...this.talks.values()]
      .filter(({ id, memberIds }) => memberIds.includes(userId) && (within === null || within === id))
      .flatMap(({ id, messages }) =>
        messages.flatMap((message) => {
          const highlights = rangesOf(message.text ?? '', words);
          return highlights === undefined ? [] : [{ message, conversationId: id, highlights }];
        }),
      )
      .sort((one, other) => (one.message.sentAt <= other.message.sentAt ? 1 : -1));
    const from = Number(asked.get('before') ?? 0);
    const to = from + Number(asked.get('limit') ?? PAGE);
    return { items: hits.slice(from, to), next: to < hits.length ? String(to) : null };
  }
}

/** Where the words begin words of the text; undefined when one of them is missing. */
function rangesOf(text: string, words: readonly string[]): number[][] | undefined {
  const ranges = words.map((word) =>
    [...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)]
      .filter(([each]) => each.startsWith(word))
      .map(({ index }) => [index, index + word.length]),
  );
  if (ranges.some((each) => each.length === 0)) return undefined;
  return ranges.flat().sort(([one = 0], [other = 0]) => one - other);
}
