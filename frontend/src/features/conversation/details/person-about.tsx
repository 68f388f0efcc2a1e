import { useQuery } from '@tanstack/react-query';
import { answer } from '@/shared/api/api';
import { useSignedIn } from '@/shared/signed-in/signed-in';

/** What a person says of themselves, if anything. */
export function PersonAbout({ userId }: { userId: string }) {
  const { api } = useSignedIn();
  const { data: user } = useQuery({
    queryKey: ['user', userId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/users/{id}', { params: { path: { id: userId } }, signal })),
    staleTime: Infinity,
  });
  return user?.about ? <p dir="auto">{user.about}</p> : null;
}
